import { HttpClient, httpResource, type HttpResourceRef } from '@angular/common/http';
import { inject, Service } from '@angular/core';
import { map, type Observable } from 'rxjs';
import * as v from 'valibot';
import { SETTINGS } from '../settings/settings';

const Task = v.object({ id: v.string(), title: v.string(), isDone: v.boolean() });
const Tasks = v.object({ value: v.array(Task) });

/** A task, as examples/api has it. */
export type Task = v.InferOutput<typeof Task>;

/**
 * The calls to an API of one's own. Nothing here knows of tokens: the rows named "Tasks" of `apis` in config.json say
 * which call needs which permission.
 */
@Service()
export class TasksClient {
  private readonly http = inject(HttpClient);
  /** Where the API is; undefined where config.json has none. */
  readonly origin = inject(SETTINGS).apis.find(({ name }) => name === 'Tasks')?.origin;

  /**
   * Returns the person's tasks, oldest first. Needs an injection context.
   *
   * @param account id of the active account: another one reloads, undefined loads nothing
   */
  tasks(account: () => string | undefined): HttpResourceRef<Task[] | undefined> {
    return httpResource(
      () => (this.origin === undefined || account() === undefined ? undefined : this.url()),
      { parse: (body) => v.parse(Tasks, body).value },
    );
  }

  /** Emits the task that was added. */
  add(title: string): Observable<Task> {
    return this.http.post(this.url(), { title }).pipe(map((body) => v.parse(Task, body)));
  }

  finish({ id }: Task, isDone: boolean): Observable<Task> {
    return this.http.patch(this.url(id), { isDone }).pipe(map((body) => v.parse(Task, body)));
  }

  remove({ id }: Task): Observable<unknown> {
    return this.http.delete(this.url(id));
  }

  private url(id?: string): string {
    const all = `${this.origin ?? ''}/tasks`;
    return id === undefined ? all : `${all}/${encodeURIComponent(id)}`;
  }
}
