import { provideHttpClient, withInterceptors, withInterceptorsFromDi } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { FakeMsal } from '../auth/testing/fake-msal';
import { provideAuthTesting } from '../auth/testing/provide-auth-testing';
import { authInterceptor } from '../auth/tokens/auth.interceptor';
import type { Settings } from '../settings/settings';
import { TasksComponent } from './tasks.component';

const ORIGIN = 'https://tasks.example';
const api = { name: 'Tasks', origin: ORIGIN, paths: ['/tasks', '/tasks/*'] };
const apis: Settings['apis'] = [
  { ...api, scopes: ['api://tasks/Tasks.Read'], methods: ['GET'] },
  { ...api, scopes: ['api://tasks/Tasks.ReadWrite'], methods: ['POST', 'PATCH', 'DELETE'] },
];
const chairs = { id: '1', title: 'Order chairs', isDone: false };
const lamps = { id: '2', title: 'Fix lamps', isDone: true };
const refused = { status: 500, statusText: 'any' };

describe('TasksComponent', () => {
  let fixture: ComponentFixture<TasksComponent>;
  let backend: HttpTestingController;

  function open(settings: Partial<Settings> = { apis }): void {
    TestBed.configureTestingModule({
      providers: [
        provideAuthTesting({ settings }),
        provideHttpClient(withInterceptors([authInterceptor]), withInterceptorsFromDi()),
        provideHttpClientTesting(),
        provideRouter([]),
      ],
    });
    sessionStorage.clear();
    fixture = TestBed.createComponent(TasksComponent);
    document.body.append(page());
    backend = TestBed.inject(HttpTestingController);
    TestBed.tick();
  }

  const page = () => fixture.nativeElement as HTMLElement;
  const settle = async () => {
    await new Promise((resolve) => setTimeout(resolve));
    TestBed.tick();
    await new Promise((resolve) => setTimeout(resolve));
    TestBed.tick();
  };
  const call = async (method: string, path: string) => {
    await settle();
    return backend.expectOne({ method, url: ORIGIN + path });
  };
  const list = async (...value: object[]) => {
    (await call('GET', '/tasks')).flush({ value });
    await settle();
  };
  const titles = () => [...page().querySelectorAll('li bdi')].map((title) => title.textContent);
  const status = () => page().querySelector('.count, .skeleton')?.textContent.trim();
  const field = () => page().querySelector<HTMLInputElement>('input[name=title]');
  const boxes = () => [...page().querySelectorAll<HTMLInputElement>('input[type=checkbox]')];
  const buttons = () => [...page().querySelectorAll<HTMLButtonElement>('li button')];
  async function add(title: string): Promise<void> {
    const input = field();
    if (input) input.value = title;
    page().querySelector('form')?.requestSubmit();
    await settle();
  }

  it('says how to set it up where config.json has no such API, and calls nothing', async () => {
    open({});
    await settle();

    expect(page().textContent).toContain('No tasks API is set up');
    backend.verify();
  });

  it('shows the tasks, and loads them with a token for reading', async () => {
    open();

    expect(status()).toContain('Loading your tasks');

    await list(chairs, lamps);

    expect(titles()).toEqual(['Order chairs', 'Fix lamps']);
    expect(status()).toBe('1 of 2 finished');
    expect(TestBed.inject(FakeMsal).silentRequests[0]).toEqual(
      jasmine.objectContaining({ scopes: ['api://tasks/Tasks.Read'] }),
    );
  });

  it('says that there is nothing, and what went wrong', async () => {
    open();
    (await call('GET', '/tasks')).flush(null, { status: 403, statusText: 'any' });
    await settle();
    await fixture.whenStable();

    expect(page().querySelector('[role=alert]')).not.toBeNull();

    page().querySelector<HTMLButtonElement>('app-call-problem button')?.click();
    await list();

    expect(status()).toContain('There is nothing to do');
  });

  it('shows a new task at once, and takes the API’s for it, with a token for writing', async () => {
    open();
    await list();
    await add('Order chairs');

    expect(titles()).toEqual(['Order chairs']);
    expect(boxes()[0]?.disabled).toBeTrue();

    (await call('POST', '/tasks')).flush(chairs);
    await settle();

    expect(boxes()[0]?.disabled).toBeFalse();
    expect(field()?.value).toBe('');
    expect(TestBed.inject(FakeMsal).silentRequests.at(-1)).toEqual(
      jasmine.objectContaining({ scopes: ['api://tasks/Tasks.ReadWrite'] }),
    );
  });

  it('gives back what was typed when it was not added', async () => {
    open();
    await list(lamps);
    await add('Order chairs');
    (await call('POST', '/tasks')).flush(null, refused);
    await settle();

    expect(titles()).toEqual(['Fix lamps']);
    expect(field()?.value).toBe('Order chairs');
    expect(page().textContent).toContain('“Order chairs” was not added.');
  });

  it('marks a task at once, and takes that back', async () => {
    open();
    await list(chairs);
    boxes()[0]?.click();
    await settle();

    expect(status()).toBe('1 of 1 finished');

    (await call('PATCH', '/tasks/1')).flush(null, refused);
    await settle();

    expect(status()).toBe('0 of 1 finished');
    expect(boxes()[0]?.checked).toBeFalse();
    expect(page().textContent).toContain('could not be marked as finished');
  });

  it('takes back one change and leaves what was changed meanwhile', async () => {
    open();
    await list(chairs, lamps);
    buttons()[0]?.click();
    await settle();
    const removal = await call('DELETE', '/tasks/1');

    expect(titles()).toEqual(['Fix lamps']);

    boxes()[0]?.click();
    (await call('PATCH', '/tasks/2')).flush({ ...lamps, isDone: false });
    removal.flush(null, refused);
    await settle();

    expect(titles()).toEqual(['Order chairs', 'Fix lamps']);
    expect(boxes().map(({ checked }) => checked)).toEqual([false, false]);
  });

  it('keeps the focus: on the next task, and back on the one that was not deleted', async () => {
    open();
    await list(chairs, lamps);
    buttons()[0]?.focus();
    buttons()[0]?.click();
    const removal = await call('DELETE', '/tasks/1');

    expect(document.activeElement?.getAttribute('aria-label')).toBe('Delete Fix lamps');

    removal.flush(null, refused);
    await settle();

    expect(document.activeElement?.getAttribute('aria-label')).toBe('Delete Order chairs');
  });

  it('puts the focus on the field when the last task is deleted', async () => {
    open();
    await list(chairs);
    buttons()[0]?.click();
    (await call('DELETE', '/tasks/1')).flush(null, { status: 204, statusText: 'any' });
    await settle();

    expect(document.activeElement).toBe(field());
  });
});
