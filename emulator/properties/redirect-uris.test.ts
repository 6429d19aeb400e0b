import assert from 'node:assert/strict';
import { before, beforeEach, describe, test } from 'node:test';
import fc from 'fast-check';
import { CLIENT } from '../test-browser.ts';
import { AUTHORIZE } from './hostile-input.ts';
import { inProcessCloud } from './in-process-cloud.ts';
import type { InProcessCloud, Reply } from './in-process-cloud.ts';
import { propertyOptions } from './property-options.ts';

const pick = fc.constantFrom;

/** A registered redirect URI, part by part, each part usually right and sometimes nearly right. */
const nearlyRight = fc
  .tuple(
    often('http:', pick('HTTP:', 'https:', 'http', 'javascript:', 'data:', '')),
    often('//', pick('/', '///', '\\\\', '/\\', '')),
    often('', pick('user@', 'user:pass@', '@', 'localhost:3000@', 'localhost%40', '%00')),
    often(
      'localhost',
      pick(
        ...['LOCALHOST', 'localhost.', 'localhost%2e', 'localhost.evil.example', '127.0.0.1'],
        ...['[::1]', 'ｌocalhost', 'loc\talhost', 'localhost%00', 'evil.example', 'xlocalhost'],
      ),
    ),
    often(
      ':3000',
      pick('', ':', ':1', ':65535', ':65536', ':99999', ':0x50', ':-1', ':03000', ':3000@evil.x'),
    ),
    often(
      pick('/', '/redirect.html'),
      pick(
        ...['', '//', '/./', '/../', '/%2e', '/%2F', '/redirect%2Ehtml', '/REDIRECT.html', '\\'],
        ...['/redirect.html/', '/redirect.html;x', '/x/../redirect.html', '/ ', '//evil.example/'],
      ),
    ),
    often('', pick('?', '?x=1', '#', '#x', '%23x', '?#', '\n', ' ', '%0d%0aLocation:x', '\u202e')),
  )
  .map((parts) => parts.join(''));

/** Judged here by hand rather than by the code under test: only the port of localhost is free. */
function isRegistered(uri: string): boolean {
  const [, port = '', path = ''] =
    /^http:\/\/localhost(:\d{1,5})?(\/(?:redirect\.html)?)$/.exec(uri) ?? [];
  return path !== '' && Number(port.slice(1)) <= 65_535;
}

/** Sign-out knows no client, so any app's address will do: one more is `http://localhost` itself. */
function isCommandLines(uri: string): boolean {
  return isRegistered(`${uri}/`) && !uri.endsWith('/');
}

function often(
  right: string | fc.Arbitrary<string>,
  wrong: fc.Arbitrary<string>,
): fc.Arbitrary<string> {
  const usual = typeof right === 'string' ? fc.constant(right) : right;
  return fc.oneof({ weight: 6, arbitrary: usual }, wrong);
}

describe('a redirect URI that is nearly right', () => {
  let world: InProcessCloud;
  before(() => {
    world = inProcessCloud();
  });
  beforeEach(() => {
    world.reset();
  });

  const seen = { accepted: 0, refused: 0 };

  const assertExact = (uri: string, { status, location, text }: Reply): void => {
    seen[isRegistered(uri) ? 'accepted' : 'refused'] += 1;
    if (isRegistered(uri)) {
      const { origin, pathname } = new URL(location);
      assert.equal(origin + pathname, new URL(uri).href);
    } else {
      assert.equal(status, 400, location);
      assert.equal(location, '');
      assert.match(text, /AADSTS(50011|900971):/);
    }
  };

  const forAll = (check: (uri: string) => Promise<void>): Promise<void> =>
    fc.assert(fc.asyncProperty(nearlyRight, check), propertyOptions(1000));

  test('is refused on a page, never redirected to', async () => {
    await forAll(async (uri) => {
      const query = new URLSearchParams({ ...AUTHORIZE, redirect_uri: uri });
      assertExact(uri, await world.send(`/common/oauth2/v2.0/authorize?${query.toString()}`));
    });
    assert.ok(seen.accepted > 100 && seen.refused > 500, JSON.stringify(seen));
  });

  test('is no way for a form of the sign-in page to leave', async () => {
    await forAll(async (uri) => {
      const query = new URLSearchParams({ client_id: CLIENT, redirect_uri: uri });
      const { status, headers } = await world.send(`/common/adminconsent?${query.toString()}`);
      assert.equal(status, isRegistered(uri) ? 200 : 400);
      const policy = headers.get('content-security-policy') ?? '';
      assert.match(policy, /form-action 'self'( http:\/\/localhost(:\d+)?)?;/);
    });
  });

  test('is not where sign-out leads', async () => {
    await forAll(async (uri) => {
      const query = new URLSearchParams({ post_logout_redirect_uri: uri });
      const path = `/common/oauth2/v2.0/logout?${query.toString()}`;
      const { location } = await world.send(path);
      assert.equal(location, isRegistered(uri) || isCommandLines(uri) ? new URL(uri).href : '');
    });
  });
});
