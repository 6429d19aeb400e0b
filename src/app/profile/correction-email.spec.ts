import { correctionEmail } from './correction-email';

describe('correctionEmail', () => {
  it('has the person in the subject, the correction in the body, and no recipient', () => {
    const { protocol, pathname, searchParams } = new URL(
      correctionEmail('Wrong phone & office?\nSee below', 'adele@contoso.example'),
    );

    expect(protocol + pathname).toBe('mailto:');
    expect(searchParams.get('subject')).toBe('Correction of the directory: adele@contoso.example');
    expect(searchParams.get('body')).toBe('Wrong phone & office?\nSee below');
  });

  it('writes a space as %20, which email programs do not take a plus for', () => {
    expect(correctionEmail('a b', 'x')).toContain('body=a%20b');
  });
});
