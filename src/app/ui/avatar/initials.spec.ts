import fc from 'fast-check';
import { personName } from '../../auth/accounts/person-name';
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
    '𝆺𝅥 𑈳': '𝆺𝅥𑈳',
    '--': '-',
    '': '',
  })) {
    it(`are "${expected}" for "${name}"`, () => {
      expect(initials(name)).toBe(expected);
    });
  }

  it('are one or two graphemes of any name, and its own', () => {
    const graphemes = (text: string) =>
      Array.from(new Intl.Segmenter().segment(text), ({ segment }) => segment);
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'binary' }), (a, b) => {
        const name = personName(`${a} ${b}`);
        const letters = initials(name);

        expect(letters).not.toBe('');
        expect([1, 2]).toContain(graphemes(letters).length);
        // Not its first grapheme: a word that begins with a combining mark joins the letter before it.
        const [word = ''] = name.trim().split(/\s+/);
        expect(
          graphemes(word).some((own) =>
            letters.toLocaleUpperCase().startsWith(own.toLocaleUpperCase()),
          ),
        ).toBeTrue();
      }),
    );
  });
});
