import { describeClaims } from './claims';

describe('describeClaims', () => {
  it('names, shows and explains each claim', () => {
    expect(describeClaims({ tid: 'contoso', roles: ['Reader', 'Writer'] })).toEqual([
      { name: 'roles', value: 'Reader, Writer', meaning: jasmine.stringContaining('assigned') },
      { name: 'tid', value: 'contoso', meaning: jasmine.stringContaining('directory') },
    ]);
  });

  it('shows times as times', () => {
    expect(describeClaims({ iat: 1_700_000_000 })[0]?.value).toContain('2023');
    expect(describeClaims({ iat: Number.MAX_VALUE })[0]?.value).toBe('1.7976931348623157e+308');
  });

  it('shows what it does not know as it is, without a meaning', () => {
    expect(describeClaims({ toString: { a: 1 }, x: null })).toEqual([
      { name: 'toString', value: '{"a":1}', meaning: '' },
      { name: 'x', value: 'null', meaning: '' },
    ]);
  });

  it('leaves out what only machines read', () => {
    expect(describeClaims({ uti: 'x', rh: 'x', aio: 'x' })).toEqual([]);
  });
});
