import { correctionEmail } from './correction-email';

describe('correctionEmail', () => {
  it('goes to the recipient, with the person in the subject and the correction in the body', () => {
    const { protocol, pathname, searchParams } = new URL(
      correctionEmail(
        'help@contoso.example',
        'Wrong phone & office?\nSee',
        'adele@contoso.example',
      ),
    );

    expect(protocol + pathname).toBe('mailto:help@contoso.example');
    expect(searchParams.get('subject')).toBe('Correction of the directory: adele@contoso.example');
    expect(searchParams.get('body')).toBe('Wrong phone & office?\r\nSee');
  });

  it('writes a space as %20, which email programs do not take a plus for', () => {
    expect(correctionEmail('x', 'a b', 'x')).toContain('body=a%20b');
  });

  it('leaves out what an email program would cut', () => {
    expect(correctionEmail('x', 'a'.repeat(2_000), 'x')).not.toContain('body');
  });

  it('takes any text: half an emoji, and no name', () => {
    expect(correctionEmail('x', '\ud83d', '')).toBe(
      'mailto:x?subject=Correction%20of%20the%20directory&body=%EF%BF%BD',
    );
  });
});
