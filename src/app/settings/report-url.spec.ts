import * as v from 'valibot';
import { ConfigFile } from './validation/config-file';

describe('reportUrl in config.json', () => {
  const accepts = (reportUrl: string) =>
    v.safeParse(ConfigFile, { clientId: '00001111-aaaa-2222-bbbb-3333cccc4444', reportUrl })
      .success;

  for (const url of ['https://otel.example.com/v1/logs', 'http://localhost:4318/v1/logs'])
    it(`accepts ${url}`, () => {
      expect(accepts(url)).toBeTrue();
    });

  for (const url of [
    'http://otel.example.com/v1/logs',
    'https://otel.example.com',
    'https://otel.example.com/v1/logs?key=1',
    'https://otel.example.com/a; script-src *',
    'https://otel.example.com/a",x="https://evil.example/',
    'https://otel.example.com@evil.example/',
    'https://otel.example.com:99999/',
    '/v1/logs',
  ])
    it(`refuses ${url}`, () => {
      expect(accepts(url)).toBeFalse();
    });
});
