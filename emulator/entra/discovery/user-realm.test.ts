import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { testCloud } from '../../test-cloud.ts';

describe('home realm discovery', () => {
  const cloud = testCloud();
  const ask = async (path: string): Promise<[number, unknown]> => {
    const response = await fetch(`${cloud.url}${path}`, {
      headers: { origin: 'http://a.example' },
    });
    assert.equal(response.headers.get('access-control-allow-origin'), '*');
    return [response.status, await response.json()];
  };
  const common = {
    ver: '1.0',
    cloud_instance_name: 'microsoftonline.com',
    cloud_audience_urn: 'urn:federation:MicrosoftOnline',
  };

  test('says of an organization that it manages its accounts itself', async () => {
    assert.deepEqual(await ask('/common/userrealm/adele@contoso.example?api-version=1.0'), [
      200,
      { ...common, account_type: 'Managed', domain_name: 'contoso.example' },
    ]);
  });

  for (const user of ['robin@outlook.example', 'who@nowhere.example', 'nobody']) {
    test(`knows nothing of ${user}`, async () => {
      const [status, body] = await ask(`/common/userrealm/${user}?api-version=1.0`);
      assert.deepEqual([status, body], [200, { ...common, account_type: 'Unknown' }]);
    });
  }

  test('answers the sign-in page’s own question as well', async () => {
    assert.deepEqual(await ask('/GetUserRealm.srf?login=Oscar@Fabrikam.example&json=1'), [
      200,
      {
        State: 4,
        UserState: 1,
        Login: 'oscar@fabrikam.example',
        NameSpaceType: 'Managed',
        DomainName: 'fabrikam.example',
        FederationBrandName: 'Fabrikam',
        CloudInstanceName: 'microsoftonline.com',
      },
    ]);
    const [, unknown] = await ask('/GetUserRealm.srf?login=who@nowhere.example&json=1');
    assert.equal((unknown as { NameSpaceType: string }).NameSpaceType, 'Unknown');
  });

  test('misses the name in the words of Entra (900144)', async () => {
    const [status, body] = await ask('/GetUserRealm.srf?json=1');
    assert.equal(status, 400);
    assert.deepEqual((body as { error_codes: number[] }).error_codes, [900144]);
  });
});
