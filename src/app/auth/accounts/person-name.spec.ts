import { personName, visibleText } from './person-name';

describe('personName', () => {
  for (const [names, shown] of [
    [['Adele Vance', 'adele@contoso.example'], 'Adele Vance'],
    [['', 'adele@contoso.example'], 'adele@contoso.example'],
    [['   ', 'adele@contoso.example'], 'adele@contoso.example'],
    [[null, undefined, 'adele@contoso.example'], 'adele@contoso.example'],
    [['\u200b\u3164', 'adele@contoso.example'], 'adele@contoso.example'],
    [['\u202e\u0000', 'adele@contoso.example'], 'adele@contoso.example'],
    [['', null], 'Account without a name'],
    [[], 'Account without a name'],
    [['山田 太郎'], '山田 太郎'],
    [['🦊'], '🦊'],
    [['0'], '0'],
  ] as const) {
    it(`returns ${shown} for ${JSON.stringify(names)}`, () => {
      expect(personName(...names)).toBe(shown);
    });
  }
});

describe('visibleText', () => {
  it('removes what reorders or hides the text around it', () => {
    expect(visibleText('Adele\u202e ecnaV\u202c')).toBe('Adele ecnaV');
    expect(visibleText('Adele\u0000\u0007\nVance')).toBe('Adele Vance');
    expect(visibleText('Adele\ud800Vance')).toBe('Adele Vance');
  });

  it('keeps the joiners that Persian and emoji are written with', () => {
    expect(visibleText('می\u200cخواهم')).toBe('می\u200cخواهم');
    expect(visibleText('👩\u200d💻')).toBe('👩\u200d💻');
  });
});
