import * as v from 'valibot';
import { ApiField } from './api-field';

describe('an entry of apis in config.json', () => {
  const orders = {
    name: 'Orders',
    origin: 'https://orders.contoso.example',
    scopes: ['api://00001111-aaaa-2222-bbbb-3333cccc4444/Orders.Read'],
  };

  it('matches every path and method of its origin by default', () => {
    expect(v.parse(ApiField, orders)).toEqual({ ...orders, paths: ['/*'] });
  });

  it('may have paths and methods', () => {
    const some = { ...orders, paths: ['/orders', '/orders/*'], methods: ['POST'] };

    expect(v.parse(ApiField, some)).toEqual(some);
  });

  const wrong: Record<string, object> = {
    'a blank name': { name: ' ' },
    'a path behind the origin': { origin: 'https://orders.contoso.example/v1' },
    'user info in the origin': { origin: 'https://orders.contoso.example@evil.example' },
    'plain http on another host': { origin: 'http://orders.contoso.example' },
    'no scopes': { scopes: [] },
    'a scope with a space': { scopes: ['a b'] },
    'a path without a slash': { paths: ['orders'] },
    'a method that does not exist': { methods: ['get'] },
    'a field that is not known': { audience: 'x' },
  };
  for (const [title, change] of Object.entries(wrong))
    it(`is refused with ${title}`, () => {
      expect(v.safeParse(ApiField, { ...orders, ...change }).success).toBeFalse();
    });

  it('accepts plain http on localhost', () => {
    expect(v.is(ApiField, { ...orders, origin: 'http://localhost:5001' })).toBeTrue();
  });
});
