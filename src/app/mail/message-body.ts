import { SecurityContext } from '@angular/core';
import type { DomSanitizer } from '@angular/platform-browser';
import type { Message } from './message';

/** The text of a message, as it can be shown. */
export interface MessageBody {
  /** Sanitized: no script, style, form or handler. */
  readonly html: string;
  /** How many pictures were taken out. Loading one from its host tells the sender that the mail was read. */
  readonly blockedImages: number;
  /** Whether it has pictures with an https address, which can be shown. */
  readonly hasRemoteImages: boolean;
}

/**
 * Returns the text of a message for a sandboxed frame. A message is written by anybody.
 * @param showsImages whether pictures stay that have an https address
 * @see https://cheatsheetseries.owasp.org/cheatsheets/Cross_Site_Scripting_Prevention_Cheat_Sheet.html
 */
export function messageBody(
  { body }: Message,
  sanitizer: DomSanitizer,
  showsImages = false,
): MessageBody {
  const content = body?.content ?? '';
  const html = body?.contentType === 'text' ? escaped(content) : content;
  const sanitized = sanitizer.sanitize(SecurityContext.HTML, html) ?? '';
  let blockedImages = 0;
  let hasRemoteImages = false;
  // What the sanitizer writes has every attribute in double quotes, with < and > escaped, so this reads it exactly.
  const shown = sanitized
    .replace(/<img\b[^>]*>/g, (image) => {
      const isRemote = / src="https:/i.test(image);
      hasRemoteImages ||= isRemote;
      if (showsImages && isRemote) return image;
      blockedImages += 1;
      return '';
    })
    .replace(/<a /g, '<a target="_blank" rel="noopener noreferrer" ');
  return {
    html: `<font face="system-ui, sans-serif">${shown}</font>`,
    blockedImages,
    hasRemoteImages,
  };
}

function escaped(text: string): string {
  const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '\n': '<br>' };
  return text.replace(/[&<>\n]/g, (character) => entities[character] ?? character);
}
