import assert from 'node:assert/strict';
import { APP } from '../test-browser.ts';
import type { Reply } from './in-process-cloud.ts';

/** For property tests: how a refusal must look, whatever was asked. */

export function assertRefused({ status, text, headers }: Reply): void {
  assert.ok(status === 400 || status === 401, `${status}: ${text}`);
  assert.match(headers.get('content-type') ?? '', /^application\/json/);
  const body = JSON.parse(text) as Record<string, unknown>;
  const [code] = body['error_codes'] as number[];
  assert.match(String(body['error']), /^[a-z_]+$/);
  assert.ok(String(body['error_description']).startsWith(`AADSTS${String(code)}: `));
  assert.equal(body['access_token'], undefined);
}

export function assertPageOrReply({ status, text, location }: Reply): void {
  if (status === 400) {
    assert.match(text, /AADSTS\d+:/);
    assert.equal(location, '');
  } else if (status === 302 || status === 303) {
    const url = new URL(location);
    assert.equal(url.origin + url.pathname, `${APP}/`);
    const answer = new URLSearchParams(url.hash.slice(1) || url.search);
    assert.match(answer.get('error') ?? '', /^[a-z_]+$/);
    assert.match(answer.get('error_description') ?? '', /^AADSTS\d+: /);
  } else {
    assert.equal(status, 200, text);
    assert.doesNotMatch(text, /<script>/);
  }
}

/** Graph's answers: never a failure of the cloud, and a refusal says why in Graph's shape. */
export function assertGraphResponse({ status, text, headers }: Reply): void {
  // 501 is what the cloud does not emulate, said so.
  assert.ok(status < 500 || (status === 501 && text.includes('NotImplemented')), text);
  if (status >= 400) {
    assert.match(headers.get('request-id') ?? '', /^[0-9a-f-]{36}$/);
    assertGraphError(JSON.parse(text));
  }
}

export function assertGraphError(body: unknown): void {
  const { error } = body as { error: { code: string; message: string } };
  assert.match(error.code, /^[A-Za-z_]+$/);
  assert.notEqual(error.message, '');
}
