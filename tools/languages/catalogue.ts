import { readFile, writeFile } from 'node:fs/promises';

/** A text of the app, as the XLIFF files have it: markup and values are `<x id="…"/>`. */
export interface Unit {
  /** Angular's fingerprint of text and meaning. */
  readonly id: string;
  readonly source: string;
  /** Undefined as long as nobody has translated it: the build then shows the English text, and a test fails. */
  readonly target: string | undefined;
  /** Description for whoever translates; may be empty. */
  readonly note: string;
}

/** Reads an XLIFF 1.2 file. */
export async function readCatalogue(file: URL): Promise<Unit[]> {
  return parseCatalogue(await readFile(file, 'utf8'));
}

export function parseCatalogue(text: string): Unit[] {
  const units = text.matchAll(/<trans-unit id="([^"]+)"[^>]*>([\s\S]*?)<\/trans-unit>/g);
  return [...units].map(([, id = '', body = '']) => ({
    id,
    source: contentOf('source', body) ?? '',
    target: contentOf('target', body),
    note: contentOf('note', body) ?? '',
  }));
}

/** Returns the ids of values and markup in a text, sorted: a translation has the same ones, in any order. */
export function placeholders(text: string): string[] {
  const named = [...text.matchAll(/<x id="([^"]+)"/g)].map(([, id = '']) => id);
  return [...new Set([...named, ...(text.startsWith('{VAR_') ? ['ICU'] : [])])].sort();
}

/**
 * Returns the units of a language: those of the extraction in its order, with the translations that are there already.
 * One whose text has changed counts as new.
 */
export function mergeCatalogue(extracted: readonly Unit[], translated: readonly Unit[]): Unit[] {
  const targets = new Map(translated.map(({ id, target }) => [id, target]));
  return extracted.map((unit) => ({ ...unit, target: targets.get(unit.id) }));
}

/** Writes the units of a language. Without places in the source, which every change would move. */
export async function writeCatalogue(
  file: URL,
  language: string,
  units: readonly Unit[],
): Promise<void> {
  await writeFile(file, formatCatalogue(language, units));
}

function formatCatalogue(language: string, units: readonly Unit[]): string {
  const body = units.map(({ id, source, target, note }) =>
    [
      `      <trans-unit id="${id}" datatype="html">`,
      `        <source>${source}</source>`,
      ...(target === undefined ? [] : [`        <target>${target}</target>`]),
      ...(note ? [`        <note priority="1" from="description">${note}</note>`] : []),
      '      </trans-unit>',
    ].join('\n'),
  );
  return [
    '<?xml version="1.0" encoding="UTF-8" ?>',
    '<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2">',
    `  <file source-language="en" target-language="${language}" datatype="plaintext" original="ng2.template">`,
    '    <body>',
    ...body,
    '    </body>',
    '  </file>',
    '</xliff>',
    '',
  ].join('\n');
}

function contentOf(tag: string, body: string): string | undefined {
  return new RegExp(`<${tag}(?: [^>]*)?>([\\s\\S]*?)</${tag}>`).exec(body)?.[1];
}
