import { NgTemplateOutlet } from '@angular/common';
import {
  afterNextRender,
  afterRenderEffect,
  Component,
  computed,
  contentChild,
  ElementRef,
  inject,
  Injector,
  input,
  output,
  signal,
  TemplateRef,
  untracked,
} from '@angular/core';
import { rowOfKey } from './row-of-key';

/** Rows rendered above and below what is seen, so that a fast scroll shows no gap. */
const MARGIN_ROWS = 12;

/** Further pages are asked for when so few loaded rows are left below. */
const AHEAD_ROWS = 30;

/**
 * A list of rows of one height, of which only those around what is seen are in the page. Not the CDK's: its viewport
 * brings a `<style>` of its own, which the content security policy refuses.
 *
 * Between the links in the rows, arrow keys, Page Up, Page Down, Home and End move the focus: by Tab alone, thousands
 * are too many, and scrolling would take the focused row out of the page.
 *
 * `<app-virtual-list label="Messages" [items]="items()"><ng-template let-item>…</ng-template></app-virtual-list>`
 */
@Component({
  selector: 'app-virtual-list',
  imports: [NgTemplateOutlet],
  template: `
    <div class="space" [style.height.px]="items().length * rowHeight()">
      <ul [attr.aria-label]="label()" [style.transform]="'translateY(' + top() + 'px)'">
        @for (item of rendered(); track item.id) {
          <li
            [style.height.px]="rowHeight()"
            [attr.aria-setsize]="total() ?? (hasMore() ? -1 : items().length)"
            [attr.aria-posinset]="first() + $index + 1"
          >
            <ng-container
              [ngTemplateOutlet]="row()"
              [ngTemplateOutletContext]="{ $implicit: item }"
            />
          </li>
        }
      </ul>
    </div>
  `,
  host: {
    '(scroll)': 'measure()',
    '(window:resize)': 'measure()',
    '(keydown)': 'onKey($event)',
  },
})
export class VirtualListComponent<T extends { readonly id: string }> {
  private readonly injector = inject(Injector);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;

  readonly label = input.required<string>();
  readonly items = input.required<readonly T[]>();
  /** In pixels. */
  readonly rowHeight = input(76);
  /** Whether `needsMore` leads to further items. */
  readonly hasMore = input(false);
  /** How many there are in all, loaded or not. */
  readonly total = input<number>();
  /** Emits when the end of `items` comes near. */
  readonly needsMore = output();

  protected readonly row = contentChild.required<TemplateRef<{ $implicit: T }>>(TemplateRef);
  private readonly seen = signal({ from: 0, rows: 20 });

  protected readonly first = computed(() => Math.max(0, this.seen().from - MARGIN_ROWS));
  private readonly last = computed(() => this.seen().from + this.seen().rows + MARGIN_ROWS);
  protected readonly rendered = computed(() => this.items().slice(this.first(), this.last()));
  protected readonly top = computed(() => this.first() * this.rowHeight());

  constructor() {
    afterRenderEffect(() => {
      this.items();
      untracked(() => {
        this.measure();
      });
    });
    afterRenderEffect(() => {
      const left = this.items().length - this.last();
      if (this.hasMore() && left < AHEAD_ROWS) this.needsMore.emit();
    });
  }

  protected measure(): void {
    const { scrollTop, clientHeight } = this.host;
    const from = Math.floor(scrollTop / this.rowHeight());
    const rows = Math.ceil(clientHeight / this.rowHeight()) + 1;
    const { from: oldFrom, rows: oldRows } = this.seen();
    if (from !== oldFrom || rows !== oldRows) this.seen.set({ from, rows });
  }

  protected onKey(event: Event): void {
    const page = Math.max(1, Math.floor(this.host.clientHeight / this.rowHeight()));
    const row = rowOfKey(event, { count: this.items().length, page });
    if (row === undefined) return;
    event.preventDefault();
    this.focusRow(row);
  }

  private focusRow(index: number): void {
    const top = index * this.rowHeight();
    const { scrollTop, clientHeight } = this.host;
    const lowest = top + this.rowHeight() - clientHeight;
    this.host.scrollTop = Math.min(top, Math.max(lowest, scrollTop));
    this.measure();
    const focus = () => {
      this.host
        .querySelector<HTMLElement>(`[aria-posinset="${String(index + 1)}"] :is(a, button)`)
        ?.focus({ preventScroll: true });
    };
    afterNextRender(focus, { injector: this.injector });
  }
}
