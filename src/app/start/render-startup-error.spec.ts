import { UnsupportedBrowserError } from '../auth/errors/unsupported-browser-error';
import { SettingsError } from '../settings/settings-error';
import { renderStartupError } from './render-startup-error';

describe('renderStartupError', () => {
  const title = document.title;
  afterEach(() => {
    document.title = title;
  });

  function show(error: unknown): HTMLElement {
    const root = document.createElement('div');
    root.textContent = 'Loading…';
    renderStartupError(error, root);
    return root;
  }

  it('F25: shows field, value and remedy of every problem with the settings', () => {
    const page = show(
      new SettingsError([
        { field: 'clientId', value: '"x"', remedy: 'Give a GUID.' },
        { field: 'tenant', value: '(missing)', remedy: 'Say who may sign in.' },
      ]),
    );

    expect([...page.querySelectorAll('li')].map((item) => item.textContent)).toEqual([
      'clientId: "x"Give a GUID.',
      'tenant: (missing)Say who may sign in.',
    ]);
  });

  it('F22, F24: shows what the browser lacks and what to do', () => {
    const page = show(new UnsupportedBrowserError('No storage.', 'Allow it.', {}));

    expect(page.textContent).toContain('No storage.');
    expect(page.textContent).toContain('Allow it.');
  });

  it('has a message for any other error, and shows none of its text', () => {
    const page = show(new Error('secret'));

    expect(page.textContent).toContain('Something unexpected happened');
    expect(page.textContent).toContain('this code: Error');
    expect(page.textContent).not.toContain('secret');
  });

  it('F47: shows markup in a value as text', () => {
    const problems = [{ field: 'x', value: '<img src=x>', remedy: '' }];

    expect(show(new SettingsError(problems)).querySelector('img')).toBeNull();
  });

  it('replaces the loading text, is announced and offers a retry', () => {
    const page = show(new Error('odd'));

    expect(page.textContent).not.toContain('Loading');
    expect(page.querySelector('main [role=alert]')?.textContent).toBe('This app could not start');
    expect(page.querySelector('button')?.textContent).toBe('Try again');
  });
});
