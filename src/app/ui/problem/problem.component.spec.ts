import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { type Problem, ProblemComponent } from './problem.component';

const problem: Problem = {
  title: 'Permission was declined',
  explanation: 'It was declined.',
  remedy: 'Select Accept.',
  code: 'access_denied (AADSTS65004)',
  correlationId: 'c0',
  time: new Date(2026, 10, 22, 10, 0, 0),
};

@Component({
  selector: 'app-with-action',
  imports: [ProblemComponent],
  template:
    '<app-problem [problem]="problem"><button type="button">Try again</button></app-problem>',
})
class WithActionComponent {
  protected readonly problem = problem;
}

describe('ProblemComponent', () => {
  async function show(changes: Partial<Problem> = {}, level: 1 | 2 = 2) {
    const fixture = TestBed.createComponent(ProblemComponent);
    fixture.componentRef.setInput('problem', { ...problem, ...changes });
    fixture.componentRef.setInput('level', level);
    await fixture.whenStable();
    return fixture;
  }
  const text = (root: unknown, selector: string) =>
    (root as HTMLElement).querySelector(selector)?.textContent;

  /** Presses "Copy details" and waits for what comes of it. */
  async function copy(changes: Partial<Problem> = {}) {
    const fixture = await show(changes);
    const page = fixture.nativeElement as HTMLElement;
    page.querySelector('button')?.click();
    await new Promise((resolve) => setTimeout(resolve));
    await fixture.whenStable();
    return page;
  }

  it('says what happened, why, and what to do, and announces the first of it', async () => {
    const page = (await show()).nativeElement as HTMLElement;

    expect(text(page, '[role=alert]')).toBe('Permission was declined');
    expect(page.textContent).toContain('It was declined.');
    expect(page.textContent).toContain('Select Accept.');
  });

  it('is a part of a page by default', async () => {
    expect(text((await show()).nativeElement, 'h2')).toBe('Permission was declined');
  });

  it('can be the heading of a page, which takes the focus after a navigation', async () => {
    expect(text((await show({}, 1)).nativeElement, 'h1[tabindex="-1"]')).toBe(problem.title);
  });

  it('keeps advice for the administrator folded', async () => {
    const fixture = await show({ administrator: 'Grant consent.' });

    expect(text(fixture.nativeElement, 'summary')).toBe('For your administrator');
    expect(text(fixture.nativeElement, 'details:not([open]) p')).toBe('Grant consent.');
  });

  it('has no such part without advice', async () => {
    expect(text((await show()).nativeElement, 'details')).toBeUndefined();
  });

  it('shows what support needs, and no row that is empty', async () => {
    const page = (await show({ requestId: '' })).nativeElement as HTMLElement;
    const labels = [...page.querySelectorAll('dt')].map(({ textContent }) => textContent);

    expect(labels).toEqual(['Code', 'Correlation ID', 'Time']);
    expect(text(page, 'dd')).toBe('access_denied (AADSTS65004)');
  });

  it('copies the details as plain text and says so', async () => {
    const write = spyOn(navigator.clipboard, 'writeText').and.resolveTo();
    const page = await copy();

    expect(write.calls.mostRecent().args[0]).toMatch(
      /^Permission was declined\nCode: access_denied \(AADSTS65004\)\nCorrelation ID: c0\nTime: 2026-11-22 10:00:00 GMT([+-]\d\d:\d\d)?$/,
    );
    expect(text(page, '[role=status]')).toBe('Copied.');
  });

  it('selects the details when the clipboard is refused, and says so', async () => {
    spyOn(navigator.clipboard, 'writeText').and.rejectWith(new DOMException('', 'NotAllowedError'));
    const page = await copy();

    expect(text(page, '[role=status]')).toContain('The details are selected');
    expect(window.getSelection()?.toString()).toContain('access_denied');
  });

  it('says nothing of copying when another problem takes its place', async () => {
    spyOn(navigator.clipboard, 'writeText').and.resolveTo();
    const fixture = await show();
    const page = fixture.nativeElement as HTMLElement;
    page.querySelector('button')?.click();
    await new Promise((resolve) => setTimeout(resolve));
    fixture.componentRef.setInput('problem', { ...problem, code: 'HTTP 503' });
    await fixture.whenStable();

    expect(text(page, '[role=status]')).toBe('');
  });

  it('S40: shows markup as text', async () => {
    const page = (await show({ title: '<img src=x>' })).nativeElement as HTMLElement;

    expect(page.querySelector('img')).toBeNull();
  });

  it('offers the ways on that a page gives it', async () => {
    const fixture = TestBed.createComponent(WithActionComponent);
    await fixture.whenStable();

    expect(text(fixture.nativeElement, '.action button')).toBe('Try again');
  });
});
