/** Longer addresses are cut by some email programs. */
const MAX_BODY = 1_500;

/**
 * Returns the address of an email with a correction. A text that is too long for an address is left out: the person
 * copies it instead.
 * @see RFC 6068
 *
 * @param recipient email address
 * @param username whose profile it is about; may be empty
 */
export function correctionEmail(recipient: string, correction: string, username: string): string {
  const to = recipient.split('@').map(encodeURIComponent).join('@');
  const subject = [$localize`Correction of the directory`, username].filter(Boolean).join(': ');
  const body = encodeURIComponent(correction.toWellFormed().replace(/\r?\n/g, '\r\n'));
  return `mailto:${to}?subject=${encodeURIComponent(subject.toWellFormed())}${
    body.length > 0 && body.length <= MAX_BODY ? `&body=${body}` : ''
  }`;
}
