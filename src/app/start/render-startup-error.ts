import { UnsupportedBrowserError } from '../auth/errors/unsupported-browser-error';
import { SettingsError } from '../settings/settings-error';

/** Shows why the app could not start, without Angular: it is what did not start. */
export function renderStartupError(
  error: unknown,
  root = document.querySelector('app-root'),
): void {
  const main = element('main');
  const problem = element('section', { className: 'startup-failure' });
  const announced = element('div', { role: 'alert' });
  announced.append(element('h1', { textContent: $localize`This app could not start` }));
  problem.append(announced, ...explanation(error), retry());
  main.append(problem);
  root?.replaceChildren(main);
  document.title = $localize`This app could not start`;
}

function explanation(error: unknown): Node[] {
  if (error instanceof SettingsError) return settingsExplanation(error);
  if (error instanceof UnsupportedBrowserError) {
    return [paragraph(error.reason), paragraph(error.remedy)];
  }
  return [
    paragraph($localize`Something unexpected happened while it was loading.`),
    paragraph(
      $localize`Load the page again. If it keeps happening, tell your support team this code: ${codeOf(error)}:code:.`,
    ),
  ];
}

/** MSAL's code or the error's name, never its message, which may hold personal data. */
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
  return [
    paragraph($localize`Its settings, the file config.json, cannot be used as they are:`),
    list,
  ];
}

function retry(): HTMLElement {
  const button = element('button', {
    type: 'button',
    className: 'button',
    textContent: $localize`Try again`,
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
