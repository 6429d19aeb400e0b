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
      <ng-template let-item>{{ item.id }}</ng-template>
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
      Object.defineProperty(viewport, 'scrollTop', { value: top, configurable: true });
      viewport.dispatchEvent(new Event('scroll'));
      await fixture.whenStable();
    };
    const texts = () => [...page.querySelectorAll('li')].map((li) => li.textContent.trim());
    return { app: fixture.componentInstance, page, scroll, texts };
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
});
