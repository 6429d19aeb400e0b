import { html } from 'hono/html';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { HttpContext } from '../../http/context.ts';

/** What `html` makes: text in which every inserted value was escaped. */
export type Markup = ReturnType<typeof html>;

export interface Page {
  readonly title: string;
  readonly body: Markup;
  /** For tables and logs; sign-in pages are one narrow card. */
  readonly wide?: boolean;
}

interface PageOptions {
  /** Origins a form on the page may lead to: Chromium applies form-action to redirects as well. */
  readonly formTargets?: readonly string[];
  readonly status?: ContentfulStatusCode;
  /** One of our own files; pages have none unless they say so. */
  readonly withScript?: boolean;
  /** Origins of hidden frames: front-channel logout. */
  readonly frames?: readonly string[];
}

export async function sendPage(
  c: HttpContext,
  page: Page,
  options: PageOptions,
): Promise<Response> {
  const { formTargets = [], status = 200, withScript = false, frames = [] } = options;
  c.header(
    'Content-Security-Policy',
    [
      "default-src 'none'",
      ...(withScript ? ["script-src 'self'"] : []),
      ...(frames.length > 0 ? [`frame-src ${frames.join(' ')}`] : []),
      "style-src 'self'",
      "img-src 'self'",
      `form-action ${["'self'", ...formTargets].join(' ')}`,
      "base-uri 'none'",
      "frame-ancestors 'none'",
    ].join('; '),
  );
  c.header('X-Frame-Options', 'DENY');
  c.header('Cross-Origin-Opener-Policy', 'same-origin');
  return c.html(await document(page), status);
}

function document({ title, body, wide = false }: Page): Markup {
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>${title} – Local cloud</title>
        <link rel="stylesheet" href="/assets/page.css" />
        <link rel="stylesheet" href="/assets/people.css" />
        <link rel="stylesheet" href="/assets/forms.css" />
        <link rel="icon" href="/assets/icon.svg" type="image/svg+xml" />
      </head>
      <body class="${wide ? 'wide' : 'narrow'}">
        <header class="brand">
          <a href="/"
            ><img src="/assets/icon.svg" alt="" width="28" height="28" /><span>Local cloud</span></a
          >
          <p>Stand-in for development. Not Microsoft.</p>
        </header>
        <main>${body}</main>
        <footer>
          <p>
            Nobody here is real, no password is asked for, and nothing leaves this machine. Do not
            type a real account's password into any page that looks like this one.
          </p>
        </footer>
      </body>
    </html> `;
}
