import { Component, computed, effect, input, signal } from '@angular/core';

/** A person's photo, or their initials while there is none. Decorative: the name stands beside it. */
@Component({
  selector: 'app-avatar',
  host: { 'aria-hidden': 'true' },
  template: `
    @if (url(); as source) {
      <img [src]="source" alt="" width="120" height="120" />
    } @else {
      <span>{{ initials() }}</span>
    }
  `,
})
export class AvatarComponent {
  /** Display name, in any script. */
  readonly name = input.required<string>();
  readonly photo = input<Blob>();

  private readonly _url = signal<string | undefined>(undefined);
  protected readonly url = this._url.asReadonly();
  protected readonly initials = computed(() => initialsOf(this.name()));

  constructor() {
    effect((onCleanup) => {
      const photo = this.photo();
      const url = photo && URL.createObjectURL(photo);
      this._url.set(url);
      onCleanup(() => {
        if (url) URL.revokeObjectURL(url);
      });
    });
  }
}

const segmenter = new Intl.Segmenter();

/** The first letters of the first and last word, as graphemes, not code units. */
function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/);
  const first = words[0] ?? '';
  const last = words.length > 1 ? (words.at(-1) ?? '') : '';
  return [first, last].map(firstLetter).join('').toLocaleUpperCase();
}

function firstLetter(word: string): string {
  for (const { segment } of segmenter.segment(word)) return segment;
  return '';
}
