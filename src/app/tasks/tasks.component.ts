import { afterNextRender, Component, computed, ElementRef, inject, Injector } from '@angular/core';
import { CallProblemComponent } from '../ui/problem/call-problem.component';
import { KeepDraftDirective } from '../ui/keep-draft.directive';
import type { Task } from './tasks-client';
import { TasksStore } from './tasks-store';

/** The person's tasks: the model of a page that calls an API of one's own, and of changes that are seen at once. */
@Component({
  selector: 'app-tasks',
  imports: [CallProblemComponent, KeepDraftDirective],
  providers: [TasksStore],
  templateUrl: './tasks.component.html',
})
export class TasksComponent {
  protected readonly store = inject(TasksStore);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private readonly injector = inject(Injector);

  protected readonly tasks = this.store.tasks;
  protected readonly finished = computed(
    () => this.tasks.value()?.filter(({ isDone }) => isDone).length ?? 0,
  );

  protected deleteLabel({ title }: Task): string {
    return $localize`Delete ${title}:title:`;
  }

  protected async add(event: Event, field: HTMLInputElement): Promise<void> {
    event.preventDefault();
    const title = field.value.trim();
    if (title === '') return;
    field.value = '';
    const isAdded = await this.store.add(title);
    if (isAdded || field.value !== '') return;
    // What was typed is not lost: to be kept as a draft, it has to come in as typing does.
    field.value = title;
    field.dispatchEvent(new Event('input', { bubbles: true }));
  }

  protected async finish(task: Task, box: HTMLInputElement): Promise<void> {
    // Taken back before it was rendered, the binding has not changed and the box would stay.
    if (!(await this.store.finish(task, box.checked))) box.checked = task.isDone;
  }

  /** The focus goes on to the next task, and comes back with the one that is taken back. */
  protected async remove(task: Task, place: number): Promise<void> {
    const removed = this.store.remove(task);
    const next = this.tasks.value()?.[place] ?? this.tasks.value()?.[place - 1];
    const moved = await this.focus(next);
    if (await removed) return;
    const { activeElement } = document;
    if (activeElement === moved || activeElement === document.body) await this.focus(task);
  }

  /** Focuses a task's button, or the field for a new one, once it is rendered. */
  private focus(task: Task | undefined): Promise<HTMLElement | undefined> {
    return new Promise((resolve) => {
      const toElement = () => {
        const buttons = [...this.host.querySelectorAll<HTMLElement>('li button')];
        const found =
          buttons.find(({ dataset }) => dataset['task'] === task?.id) ??
          this.host.querySelector<HTMLElement>('input[name=title]') ??
          undefined;
        found?.focus();
        resolve(found);
      };
      afterNextRender(toElement, { injector: this.injector });
    });
  }
}
