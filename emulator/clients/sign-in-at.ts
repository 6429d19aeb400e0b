import type { LocalCloud } from '../index.ts';
import { TestBrowser } from '../test-browser.ts';

/** For tests: takes a client's own authorize address through the sign-in pages, as a person would. */
export async function signInAt(
  cloud: LocalCloud,
  address: URL,
  username: string,
  browser = new TestBrowser(cloud),
): Promise<URL> {
  let page = await browser.get(address.href);
  if (page.text.includes('name="username"')) {
    page = await browser.submit(page, { username });
  }
  if (page.text.includes('Permissions requested')) {
    page = await browser.submit(page, { decision: 'accept' });
  }
  return new URL(page.location);
}

/** Single-page applications redeem from a browser, which adds an Origin to the request. */
export function fetchFromBrowser(url: string, options: object): Promise<Response> {
  const request = new Request(url, options);
  request.headers.set('origin', 'http://localhost:3000');
  return fetch(request);
}
