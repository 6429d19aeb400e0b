import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { decodeJwt } from 'jose';
import { TestBrowser, redeemCode, tokensFor } from '../test-browser.ts';
import { testCloud } from '../test-cloud.ts';
import { GRAPH_PERMISSIONS, OIDC_SCOPES } from './permission.ts';

const all = Object.values(GRAPH_PERMISSIONS);
/** Those whose absence kept people from trying their own apps. */
const COMMON = [
  ...['Files.Read', 'Files.ReadWrite.All', 'People.Read', 'Tasks.ReadWrite', 'Chat.Read'],
  ...['Sites.Read.All', 'Presence.Read', 'Notes.Read', 'OnlineMeetings.ReadWrite', 'Team.Create'],
  ...['Calendars.ReadBasic', 'Contacts.ReadWrite', 'Device.Read', 'PrintJob.Create', 'Place.Read'],
];
const FOR_ADMINISTRATORS = ['Group.Read.All', 'Organization.Read.All', 'AuditLog.Read.All'];

describe('the permissions of Microsoft Graph', () => {
  const cloud = testCloud();

  test('are the published ones: each name and id once, with words for the consent page', () => {
    assert.ok(all.length >= 120);
    const ids = all.flatMap(({ id }) => id ?? []);
    assert.equal(new Set(ids).size, ids.length);
    for (const { id, value, title, description } of all) {
      assert.match(id ?? '', /^([0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})?$/, value);
      assert.match(value, /^[A-Z]\w+(\.\w+)+$|^(openid|profile|email|offline_access)$/);
      assert.match(title, /^\S.*[^\s.]$/, value);
      assert.match(description, /^\S.*\.$/, value);
    }
    assert.ok(OIDC_SCOPES.every((scope) => Object.hasOwn(GRAPH_PERMISSIONS, scope)));
  });

  for (const scope of COMMON) {
    test(`${scope} can be granted by anybody`, async () => {
      const { access_token: token } = await tokensFor(cloud, 'adele@contoso.example', {
        scope: `openid ${scope}`,
      });
      assert.ok(String(decodeJwt(token)['scp']).split(' ').includes(scope));
    });
  }

  for (const scope of FOR_ADMINISTRATORS) {
    test(`${scope} is granted by administrators alone (90094)`, async () => {
      const refused = await new TestBrowser(cloud).signIn('adele@contoso.example', { scope });
      assert.match(refused.text, /Need admin approval.*AADSTS90094/s);
      const { result } = await new TestBrowser(cloud).signIn('megan@contoso.example', { scope });
      assert.equal((await redeemCode(cloud, result.get('code'), { scope })).status, 200);
    });
  }
});
