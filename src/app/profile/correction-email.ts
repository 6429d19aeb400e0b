/**
 * The address that opens an email with a correction in it. It has no recipient: who keeps the directory
 * differs from organization to organization, and the person knows whom to ask.
 * @see RFC 6068
 */
export function correctionEmail(correction: string, username: string): string {
  const subject = `Correction of the directory: ${username}`;
  return `mailto:?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(correction)}`;
}
