import { UnsuitableBrowserError } from './auth/unsuitable-browser-error';
import { SettingsError } from './settings/settings-error';

/**
 * Shows why the app could not start, in place of its loading text. Builds nodes itself, because Angular
 * is what did not start.
 */
export function showStartupFailure(
  error: unknown,
  root = document.querySelector('app-root'),
): void {
  const main = element('main');
  const problem = element('section', { className: 'startup-failure', role: 'alert' });
  problem.append(
    element('h1', { textContent: 'This app could not start' }),
    ...explanation(error),
    retry(),
  );
  main.append(problem);
  root?.replaceChildren(main);
  document.title = 'This app could not start';
}

/**
 * Says that a page of the app did not arrive, and offers it again. A link loads the page anew, with the
 * parts that are there now; only the person starts that, so that it cannot repeat itself.
 *
 * @param url path in this app
 */
export function showMissingPage(url: string, document: Document): void {
  const problem = element('section', { className: 'startup-failure', role: 'alert' });
  problem.append(
    element('h1', { textContent: 'This page did not load' }),
    paragraph('The app may have been updated, or the connection was lost.'),
    element('a', { href: url, className: 'button', textContent: 'Load the page again' }),
  );
  document.querySelector('main')?.replaceChildren(problem);
}

/** Whether the error is none of the kinds this page explains, and so one for the developer to see. */
export function isUnexpected(error: unknown): boolean {
  return !(error instanceof SettingsError || error instanceof UnsuitableBrowserError);
}

function explanation(error: unknown): Node[] {
  if (error instanceof SettingsError) return settingsExplanation(error);
  if (error instanceof UnsuitableBrowserError) {
    return [paragraph(error.reason), paragraph(error.remedy)];
  }
  return [
    paragraph('Something unexpected happened while it was loading.'),
    paragraph(
      `Load the page again. If it keeps happening, tell your support team this code: ${codeOf(error)}.`,
    ),
  ];
}

/** MSAL's code, or the kind of error; a message may hold what is nobody's business. */
function codeOf(error: unknown): string {
  const { errorCode, name } = Object(error) as { errorCode?: string; name?: string };
  return errorCode ?? name ?? 'unknown';
}

function settingsExplanation({ problems }: SettingsError): Node[] {
  const list = element('ul');
  for (const { field, value, remedy } of problems) {
    const item = element('li');
    item.append(
      element('code', { textContent: field }),
      ': ',
      element('code', { textContent: value }),
      element('br'),
      remedy,
    );
    list.append(item);
  }
  return [paragraph('Its settings, the file config.json, cannot be used as they are:'), list];
}

function retry(): HTMLElement {
  const button = element('button', {
    type: 'button',
    className: 'button',
    textContent: 'Try again',
  });
  button.addEventListener('click', () => {
    window.location.reload();
  });
  return button;
}

function paragraph(textContent: string): HTMLElement {
  return element('p', { textContent });
}

function element<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  properties: Partial<HTMLElementTagNameMap[K]> = {},
): HTMLElementTagNameMap[K] {
  return Object.assign(document.createElement(tag), properties);
}
