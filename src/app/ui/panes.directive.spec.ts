import { Component, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { PanesDirective } from './panes.directive';

@Component({
  imports: [PanesDirective],
  template: `
    <h1 tabindex="-1">Things</h1>
    <div [appPanes]="open()">
      <div [hidden]="isNarrow() && open()"><a href="#a">A</a><a href="#b">B</a></div>
      @if (open()) {
        <div><button class="back" type="button">Back</button></div>
      }
    </div>
  `,
})
class HostComponent {
  readonly open = signal<string | undefined>(undefined);
  readonly isNarrow = signal(true);
}

describe('PanesDirective', () => {
  async function show(open?: string, isNarrow = true) {
    const fixture = TestBed.createComponent(HostComponent);
    fixture.componentInstance.open.set(open);
    fixture.componentInstance.isNarrow.set(isNarrow);
    const page = fixture.nativeElement as HTMLElement;
    document.body.append(page);
    await fixture.whenStable();
    const set = async (value: string | undefined) => {
      fixture.componentInstance.open.set(value);
      await fixture.whenStable();
    };
    const focus = (selector: string) => page.querySelector<HTMLElement>(selector)?.focus();
    return { page, set, focus };
  }

  const focused = () => document.activeElement?.textContent;

  it('moves the focus to the way back, and then to where it was', async () => {
    const { set, focus } = await show();
    focus('[href="#b"]');
    await set('b');

    expect(focused()).toBe('Back');

    await set(undefined);

    expect(focused()).toBe('B');
  });

  it('leaves the focus where it can be seen', async () => {
    const { set, focus } = await show(undefined, false);
    focus('[href="#b"]');
    await set('b');

    expect(focused()).toBe('B');
  });

  it('takes no focus when the page opens with something, and goes to the heading from there', async () => {
    const { set, focus } = await show('b');

    expect(document.activeElement).toBe(document.body);

    focus('.back');
    await set(undefined);

    expect(focused()).toBe('Things');
  });

  it('marks the panes for the styles', async () => {
    const { page, set } = await show();
    const panes = page.querySelector('.panes');

    expect(panes?.classList).not.toContain('reading');

    await set('a');

    expect(panes?.classList).toContain('reading');
  });
});
