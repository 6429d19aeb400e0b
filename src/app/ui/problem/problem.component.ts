import { NgTemplateOutlet } from '@angular/common';
import {
  Component,
  computed,
  type ElementRef,
  input,
  linkedSignal,
  viewChild,
} from '@angular/core';
import { copyText } from '../browser/copy-text';

/** What went wrong: the message for the person, and what support needs. */
export interface Problem {
  readonly title: string;
  readonly explanation: string;
  readonly remedy: string;
  readonly administrator?: string;
  readonly code: string;
  readonly correlationId?: string;
  readonly requestId?: string;
  readonly time: Date;
  /** Whether nothing went wrong, but the person has something to decide. */
  readonly isQuestion?: boolean;
}

/**
 * Shows what went wrong and what to do; actions such as "Try again" are its content. The details hold no token and
 * no name.
 */
@Component({
  selector: 'app-problem',
  imports: [NgTemplateOutlet],
  templateUrl: './problem.component.html',
  host: { '[class]': "problem().isQuestion ? 'message' : 'problem'" },
})
export class ProblemComponent {
  readonly problem = input.required<Problem>();
  /** 1 when the problem is all there is on the page, 2 below the page's own heading. */
  readonly level = input<1 | 2>(2);

  private readonly detailsList = viewChild.required<ElementRef<HTMLElement>>('list');

  protected readonly titleParts = computed(() => this.problem().title.split(/(\w+-\w+)/));
  protected readonly details = computed(() => detailsOf(this.problem()));
  /** Cleared when another problem is shown. */
  private readonly _copied = linkedSignal({ source: this.problem, computation: () => '' });
  protected readonly copied = this._copied.asReadonly();

  protected async copy(): Promise<void> {
    const lines = this.details().map(({ label, text }) => `${label}: ${text}`);
    this._copied.set('');
    if (await copyText([this.problem().title, ...lines].join('\n'))) {
      this._copied.set($localize`Copied.`);
    } else {
      window.getSelection()?.selectAllChildren(this.detailsList().nativeElement);
      this._copied.set(
        $localize`The browser did not allow it. The details are selected: copy them yourself.`,
      );
    }
  }
}

/** `2026-11-22 14:05:09 GMT+01:00`: Swedish writes dates the ISO way. */
const TIME = new Intl.DateTimeFormat('sv-SE', {
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  timeZoneName: 'longOffset',
});

function detailsOf(problem: Problem): { label: string; text: string }[] {
  return [
    { label: $localize`Code`, text: problem.code },
    { label: $localize`Correlation ID`, text: problem.correlationId ?? '' },
    { label: $localize`Request ID`, text: problem.requestId ?? '' },
    { label: $localize`Time`, text: TIME.format(problem.time) },
  ].filter(({ text }) => text !== '');
}
