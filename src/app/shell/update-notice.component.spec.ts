import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { UpdateNoticeComponent } from './update-notice.component';

describe('UpdateNoticeComponent', () => {
  const MINUTE = 60_000;
  const deployed = (chunk: string) => `<html><meta name="chunks" content='{"app":["/${chunk}"]}'>`;
  let server: jasmine.Spy<typeof fetch>;
  let meta: HTMLMetaElement;
  let hidden: jasmine.Spy;
  let fixture: ComponentFixture<UpdateNoticeComponent>;

  beforeEach(() => {
    jasmine.clock().install().mockDate();
    server = spyOn(globalThis, 'fetch');
    answer(deployed('chunk-1.js'));
    meta = document.createElement('meta');
    hidden = spyOnProperty(document, 'hidden').and.returnValue(false);
  });

  afterEach(() => {
    jasmine.clock().uninstall();
    meta.remove();
  });

  /** A real Response is read in more than microtasks, which the mocked clock would not wait for. */
  function answer(html: string, ok = true) {
    server.and.resolveTo({ ok, text: () => Promise.resolve(html) } as Response);
  }

  function open(version: string | null = '{"app":["/chunk-1.js"]}') {
    if (version !== null) {
      meta.name = 'chunks';
      meta.content = version;
      document.head.append(meta);
    }
    fixture = TestBed.createComponent(UpdateNoticeComponent);
  }

  async function textAfter(minutes: number): Promise<string> {
    jasmine.clock().tick(minutes * MINUTE);
    // Each step of the check is a microtask.
    for (let step = 0; step < 10; step += 1) await Promise.resolve();
    fixture.detectChanges();
    return (fixture.nativeElement as HTMLElement).textContent.trim();
  }

  it('says nothing while the version stays', async () => {
    open();

    expect(await textAfter(30)).toBe('');
    expect(server).toHaveBeenCalledOnceWith(new URL('/', window.location.origin), {
      cache: 'no-cache',
    });
  });

  it('says that there is a new version, until the person does not want it now', async () => {
    open();
    answer(deployed('chunk-2.js'));

    expect(await textAfter(30)).toContain('A new version of this app is available.');
    const [load, later] = (fixture.nativeElement as HTMLElement).querySelectorAll('button');

    expect(load?.textContent.trim()).toBe('Load it');
    later?.click();

    expect(await textAfter(0)).toBe('');
  });

  it('asks when the person comes back, at most once a minute', async () => {
    open();
    const comeBack = () => document.dispatchEvent(new Event('visibilitychange'));
    comeBack();

    expect(server).not.toHaveBeenCalled();
    jasmine.clock().tick(MINUTE);
    comeBack();
    comeBack();

    expect(server).toHaveBeenCalledTimes(1);
    expect(await textAfter(0)).toBe('');
  });

  it('does not ask in a tab that nobody sees', async () => {
    open();
    hidden.and.returnValue(true);
    await textAfter(90);

    expect(server).not.toHaveBeenCalled();
  });

  it('takes neither a failure nor the page of a proxy for a new version', async () => {
    open();
    answer('<html>Sign in to the network</html>');

    expect(await textAfter(30)).toBe('');
    answer(deployed('chunk-2.js'), false);

    expect(await textAfter(30)).toBe('');
    server.and.rejectWith(new TypeError('Failed to fetch'));

    expect(await textAfter(30)).toBe('');
  });

  it('asks nothing where the build names no chunks', async () => {
    open(null);
    await textAfter(90);

    expect(server).not.toHaveBeenCalled();
  });
});
