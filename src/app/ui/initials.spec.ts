import { initials } from './initials';

describe('initials', () => {
  for (const [name, expected] of Object.entries({
    'Adele Vance': 'AV',
    'Mary Ann Lee': 'ML',
    山田太郎: '山',
    'émile zola': 'ÉZ',
    'e\u0301mile zola': 'E\u0301Z',
    '👩\u200d💻 Ada': '👩\u200d💻A',
    '(Adele) "Vance"': 'AV',
    'Ünal ßen': 'Üß',
    'adele@contoso.example': 'A',
    ' Adele  Vance ': 'AV',
    '--': '-',
    '': '',
  })) {
    it(`are "${expected}" for "${name}"`, () => {
      expect(initials(name)).toBe(expected);
    });
  }
});
