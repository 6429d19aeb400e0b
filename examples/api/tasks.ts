import { randomUUID } from 'node:crypto';
import * as v from 'valibot';
import { Problem } from './problem.ts';

/** A task, as clients see it. */
export interface Task {
  readonly id: string;
  readonly title: string;
  readonly isDone: boolean;
  /** ISO 8601, UTC. */
  readonly createdDateTime: string;
}

const title = v.pipe(v.string(), v.trim(), v.nonEmpty(), v.maxLength(200));

/** What a client may send; anything more is refused, so that nobody sets an id or an owner. */
export const NewTask = v.strictObject({ title });
export const TaskChange = v.pipe(
  v.strictObject({ title: v.exactOptional(title), isDone: v.exactOptional(v.boolean()) }),
  v.check((change) => Object.keys(change).length > 0, 'Give "title" or "isDone".'),
);

/** More than anybody writes by hand. */
const MAX_TASKS = 500;

/**
 * Everybody's tasks, in memory. Each method takes the caller out of the checked token first: there is no way to
 * another person's tasks, not even with the right id.
 */
export class Tasks {
  private readonly all = new Map<string, Map<string, Task>>();

  /** Returns a caller's tasks, oldest first. */
  list(callerId: string): Task[] {
    return [...this.of(callerId).values()];
  }

  /** @throws Problem: 409 for one more than there may be */
  add(callerId: string, given: v.InferOutput<typeof NewTask>, now: number): Task {
    const own = this.of(callerId);
    if (own.size >= MAX_TASKS) {
      throw new Problem(409, 'Conflict', `Nobody may have more than ${MAX_TASKS} tasks.`);
    }
    const createdDateTime = new Date(now).toISOString();
    const task = { id: randomUUID(), ...given, isDone: false, createdDateTime };
    own.set(task.id, task);
    this.all.set(callerId, own);
    return task;
  }

  /** @throws Problem: 404 where the caller has no such task */
  change(callerId: string, id: string, change: v.InferOutput<typeof TaskChange>): Task {
    const task = { ...this.find(callerId, id), ...change };
    this.of(callerId).set(id, task);
    return task;
  }

  /** @throws Problem: 404 where the caller has no such task */
  remove(callerId: string, id: string): void {
    this.of(callerId).delete(this.find(callerId, id).id);
  }

  private find(callerId: string, id: string): Task {
    const task = this.of(callerId).get(id);
    if (!task) throw new Problem(404, 'Not Found', 'You have no such task.');
    return task;
  }

  private of(callerId: string): Map<string, Task> {
    return this.all.get(callerId) ?? new Map<string, Task>();
  }
}
