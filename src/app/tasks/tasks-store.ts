import { inject, Service, signal } from '@angular/core';
import { firstValueFrom, type Observable } from 'rxjs';
import { Session } from '../auth/session/session';
import { type Task, TasksClient } from './tasks-client';

/** A change that the API did not make, and that was taken back. */
export interface TaskFailure {
  /** What was taken back, for people. */
  readonly sentence: string;
  /** What the call threw. */
  readonly error: unknown;
  readonly retry: () => void;
}

type Change = (tasks: Task[]) => Task[];

/**
 * The tasks, as they are shown: a change is seen at once, and is taken back when the API refuses it. Each change is
 * taken back by itself, so that others made meanwhile stay.
 */
@Service({ autoProvided: false })
export class TasksStore {
  private readonly client = inject(TasksClient);
  private readonly session = inject(Session);

  readonly isConfigured = this.client.origin !== undefined;
  readonly tasks = this.client.tasks(() => this.session.account()?.id);
  private readonly _failure = signal<TaskFailure | undefined>(undefined);
  /** The latest; gone with the next change. */
  readonly failure = this._failure.asReadonly();
  private added = 0;

  /** Returns whether the API has added it. */
  add(title: string): Promise<boolean> {
    this.added += 1;
    const draft: Task = { id: `unsaved-${this.added}`, title, isDone: false };
    return this.attempt(
      this.client.add(title),
      (tasks) => [...tasks, draft],
      (tasks) => tasks.filter(({ id }) => id !== draft.id),
      { sentence: $localize`“${title}:title:” was not added.`, retry: () => void this.add(title) },
      (saved) => replace(draft.id, () => saved),
    );
  }

  /** Returns whether the API has changed it. */
  finish(task: Task, isDone: boolean): Promise<boolean> {
    const mark = (value: boolean) => replace(task.id, (found) => ({ ...found, isDone: value }));
    return this.attempt(this.client.finish(task, isDone), mark(isDone), mark(task.isDone), {
      sentence: isDone
        ? $localize`“${task.title}:title:” could not be marked as finished.`
        : $localize`“${task.title}:title:” could not be marked as open again.`,
      retry: () => void this.finish(task, isDone),
    });
  }

  /** Returns whether the API has deleted it. */
  remove(task: Task): Promise<boolean> {
    const place = this.tasks.value()?.findIndex(({ id }) => id === task.id) ?? 0;
    return this.attempt(
      this.client.remove(task),
      (tasks) => tasks.filter(({ id }) => id !== task.id),
      (tasks) => tasks.toSpliced(place, 0, task),
      {
        sentence: $localize`“${task.title}:title:” was not deleted, and is back in the list.`,
        retry: () => void this.remove(task),
      },
    );
  }

  /** Whether the API has it: only then can it be changed. */
  isSaved({ id }: Task): boolean {
    return !id.startsWith('unsaved-');
  }

  private async attempt<Answer>(
    call: Observable<Answer>,
    change: Change,
    takeBack: Change,
    failure: Omit<TaskFailure, 'error'>,
    settle?: (answer: Answer) => Change,
  ): Promise<boolean> {
    this._failure.set(undefined);
    this.show(change);
    try {
      const answer = await firstValueFrom(call);
      if (settle) this.show(settle(answer));
      return true;
    } catch (error) {
      this.show(takeBack);
      this._failure.set({ ...failure, error });
      return false;
    }
  }

  private show(change: Change): void {
    // Without a list, as after signing out, there is nothing to change.
    if (this.tasks.hasValue()) this.tasks.set(change(this.tasks.value()));
  }
}

function replace(id: string, by: (task: Task) => Task): Change {
  return (tasks) => tasks.map((task) => (task.id === id ? by(task) : task));
}
