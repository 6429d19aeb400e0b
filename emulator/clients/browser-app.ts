import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { chromium } from '@playwright/test';
import type { Browser, Page } from '@playwright/test';
import { browserFlags, findBrowser } from '../../tools/browser.ts';

/**
 * For tests: a web app as small as can be, on a port of its own. Its page loads one script of
 * node_modules, unmodified, and does nothing; the test calls the library there.
 */
export interface BrowserApp {
  readonly url: string;
  close(): Promise<void>;
}

/** @param scripts of each page, as paths in node_modules */
export async function startBrowserApp(
  scripts: Readonly<Record<string, readonly string[]>>,
  inline: Readonly<Record<string, string>> = {},
): Promise<BrowserApp> {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const page = scripts[pathname];
    if (page) {
      const tags = page.map((path) => `<script src="/node_modules/${path}"></script>`).join('');
      const own = `<script>${inline[pathname] ?? ''}</script>`;
      response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' });
      response.end(`<!doctype html><title>An app</title>${tags}${own}<h1>An app</h1>`);
    } else if (Object.values(scripts).flat().includes(pathname.slice('/node_modules/'.length))) {
      response.writeHead(200, { 'Content-Type': 'text/javascript' });
      response.end(readFileSync(new URL(`../..${pathname}`, import.meta.url)));
    } else {
      response.writeHead(404).end();
    }
  });
  await new Promise<void>((resolve) => {
    server.listen(0, 'localhost', resolve);
  });
  return {
    url: `http://localhost:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      }),
  };
}

export function launch(): Promise<Browser> {
  return chromium.launch({ executablePath: findBrowser(), args: [...browserFlags] });
}

/** The sign-in pages in a real browser: pick the person, accept what is asked for. */
export async function signInOn(page: Page, name: string, isNew = true): Promise<void> {
  await page.getByRole('button', { name }).click();
  if (isNew) {
    await page.getByRole('button', { name: 'Accept' }).click();
  }
}
