/**
 * Returns the address of an email with a correction. It has no recipient: that differs between organizations.
 * @see RFC 6068
 */
export function correctionEmail(correction: string, username: string): string {
  const subject = `Correction of the directory: ${username}`;
  return `mailto:?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(correction)}`;
}
