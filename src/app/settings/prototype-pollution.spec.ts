import { readSettings } from './read-settings';
import { SettingsError } from './settings-error';

describe('readSettings, of names that every object has', () => {
  const good = {
    clientId: '00001111-aaaa-2222-bbbb-3333cccc4444',
    cloud: 'global',
    tenant: 'common',
  };
  const api = { name: 'Orders', origin: 'https://orders.example', scopes: ['a'] };

  function invalidFields(config: unknown): string[] {
    try {
      readSettings(config, new URL('https://app.example/'));
    } catch (error) {
      if (error instanceof SettingsError) return error.problems.map(({ field }) => field);
      throw error;
    }
    return [];
  }

  /** Adds a field of its own, as JSON.parse does; in an object literal `__proto__` would set the prototype. */
  function parsedWith(name: string, fields: object): unknown {
    const value = '{"polluted":true,"prototype":{"polluted":true}}';
    return JSON.parse(JSON.stringify(fields).replace('{', `{"${name}":${value},`));
  }

  for (const name of ['__proto__', 'constructor', 'prototype', 'toString'])
    it(`refuses ${name}, and no object gets anything from it`, () => {
      expect(invalidFields(parsedWith(name, good))).toEqual([name]);
      expect(invalidFields({ ...good, apis: [parsedWith(name, api)] })).toEqual([`apis.0.${name}`]);
      expect('polluted' in {}).toBeFalse();
    });

  it('knows no cloud of such a name', () => {
    for (const cloud of ['__proto__', 'constructor', 'toString'])
      expect(invalidFields({ ...good, cloud })).toEqual(['cloud']);
  });
});
