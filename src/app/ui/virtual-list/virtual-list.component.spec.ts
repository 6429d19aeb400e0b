import { Component, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { VirtualListComponent } from './virtual-list.component';

const things = (count: number) => Array.from({ length: count }, (_, index) => ({ id: `${index}` }));

@Component({
  imports: [VirtualListComponent],
  template: `
    <app-virtual-list
      label="Things"
      [items]="items()"
      [rowHeight]="50"
      [hasMore]="hasMore()"
      (needsMore)="asked.set(asked() + 1)"
    >
      <ng-template let-item>
        <a href="#">{{ item.id }}</a>
      </ng-template>
    </app-virtual-list>
  `,
})
class HostComponent {
  readonly items = signal(things(1_000));
  readonly hasMore = signal(false);
  readonly asked = signal(0);
}

describe('VirtualListComponent', () => {
  async function show(items = things(1_000), hasMore = false) {
    const fixture = TestBed.createComponent(HostComponent);
    fixture.componentInstance.items.set(items);
    fixture.componentInstance.hasMore.set(hasMore);
    const page = fixture.nativeElement as HTMLElement;
    document.body.append(page);
    await fixture.whenStable();
    const viewport = page.querySelector<HTMLElement>('app-virtual-list') ?? page;
    // The component's own styles are in the app's stylesheet.
    Object.defineProperty(viewport, 'clientHeight', { value: 500 });
    window.dispatchEvent(new Event('resize'));
    await fixture.whenStable();
    const scroll = async (top: number) => {
      // The test page is too small to scroll.
      Object.defineProperty(viewport, 'scrollTop', {
        value: top,
        configurable: true,
        writable: true,
      });
      viewport.dispatchEvent(new Event('scroll'));
      await fixture.whenStable();
    };
    const texts = () => [...page.querySelectorAll('li')].map((li) => li.textContent.trim());
    const press = async (key: string, options: KeyboardEventInit = {}) => {
      const event = new KeyboardEvent('keydown', {
        key,
        bubbles: true,
        cancelable: true,
        ...options,
      });
      document.activeElement?.dispatchEvent(event);
      await fixture.whenStable();
      return { focused: document.activeElement?.textContent, isTaken: event.defaultPrevented };
    };
    return { app: fixture.componentInstance, page, viewport, scroll, texts, press };
  }

  it('renders the rows that are seen, and a few around them', async () => {
    const { scroll, texts } = await show();

    expect(texts()[0]).toBe('0');
    expect(texts().length).toBeLessThan(60);

    await scroll(25_000);

    expect(texts()).toContain('500');
    expect(texts()).not.toContain('0');
    expect(texts().length).toBeLessThan(60);
  });

  it('tells assistive technology where each row stands', async () => {
    const { page } = await show(things(3));
    const row = page.querySelectorAll('li')[1];

    expect(row?.getAttribute('aria-posinset')).toBe('2');
    expect(row?.getAttribute('aria-setsize')).toBe('3');
  });

  it('asks for more when the end comes near, and not before', async () => {
    const { app, scroll } = await show(things(500), true);

    expect(app.asked()).toBe(0);

    await scroll(24_000);

    expect(app.asked()).toBe(1);
  });

  it('asks at once when there is little', async () => {
    const { app } = await show(things(3), true);

    expect(app.asked()).toBeGreaterThan(0);
  });

  it('takes an empty list', async () => {
    expect((await show([])).texts()).toEqual([]);
  });

  it('moves the focus by keys, through rows that are not in the page yet', async () => {
    const { page, viewport, scroll, press } = await show();
    await scroll(0);
    page.querySelector('a')?.focus();

    expect((await press('ArrowDown')).focused).toBe('1');
    expect((await press('PageDown')).focused).toBe('11');
    expect(viewport.scrollTop).toBe(100);
    expect((await press('End')).focused).toBe('999');
    expect((await press('ArrowDown')).focused).toBe('999');
    expect((await press('PageUp')).focused).toBe('989');
    expect((await press('ArrowUp')).focused).toBe('988');
    expect((await press('Home')).focused).toBe('0');
    expect(viewport.scrollTop).toBe(0);
    expect((await press('ArrowUp')).focused).toBe('0');
  });

  it('leaves other keys, and keys with a modifier, to the browser', async () => {
    const { page, press } = await show();
    page.querySelector('a')?.focus();

    expect(await press('ArrowRight')).toEqual({ focused: '0', isTaken: false });
    expect(await press('End', { ctrlKey: true })).toEqual({ focused: '0', isTaken: false });
  });
});
