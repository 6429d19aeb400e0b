import { ForeignEntries } from './foreign-entries';

const account = (name: string) => `msal.3|${name}.contoso|login.windows.net|contoso`;
const token = (name: string, clientId: string) =>
  `msal.3|${name}.contoso|login.windows.net|idtoken|${clientId}|contoso`;

describe('ForeignEntries', () => {
  const stored = () => Object.fromEntries(Object.entries(sessionStorage));
  const fill = (entries: Record<string, string>) => {
    for (const [key, value] of Object.entries(entries)) sessionStorage.setItem(key, value);
  };

  beforeEach(() => {
    sessionStorage.clear();
  });

  afterEach(() => {
    sessionStorage.clear();
  });

  it('hides the other app’s tokens and accounts, and restores them', () => {
    const own = {
      'msal.3.token.keys.own': '{}',
      [token('oscar', 'own')]: 'oscar’s',
      [account('oscar')]: 'oscar',
    };
    fill({
      ...own,
      'msal.3.token.keys.other': '{}',
      [token('adele', 'other')]: 'adele’s',
      [account('adele')]: 'adele',
      'msal.3.account.keys': JSON.stringify([account('oscar'), account('adele')]),
    });
    const before = stored();
    const foreign = new ForeignEntries(sessionStorage, 'own');
    foreign.hide();

    expect(stored()).toEqual({ ...own, 'msal.3.account.keys': JSON.stringify([account('oscar')]) });

    foreign.restore();

    expect(stored()).toEqual(before);
  });

  it('restores accounts into the list they came from, beside an app with an older MSAL', () => {
    fill({
      'msal.2.token.keys.other': '{}',
      [token('adele', 'other')]: 'adele’s',
      [account('adele')]: 'adele',
      'msal.2.account.keys': JSON.stringify([account('adele')]),
      'msal.3.account.keys': JSON.stringify([account('oscar')]),
    });
    const before = stored();
    const foreign = new ForeignEntries(sessionStorage, 'own');
    foreign.hide();
    foreign.restore();

    expect(stored()).toEqual(before);
  });

  it('changes nothing where no other app is', () => {
    fill({ 'msal.3.token.keys.own': '{}', 'msal.3.account.keys': JSON.stringify([account('a')]) });
    const before = stored();
    const foreign = new ForeignEntries(sessionStorage, 'own');
    foreign.hide();
    foreign.restore();

    expect(stored()).toEqual(before);
  });
});
