/**
 * Copies a text.
 * @returns false when the browser did not: refused by the person or a policy, or absent on an insecure page
 */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
