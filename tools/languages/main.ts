import { mergeCatalogue, readCatalogue, writeCatalogue } from './catalogue.ts';
import { extractTexts, LANGUAGES, LOCALE } from './extract.ts';

/**
 * `npm run languages`: writes every text of the app into the files of the languages, takes out what is no longer there,
 * and names what has to be translated. Exits 1 as long as something has.
 */
const texts = await extractTexts();
for (const language of LANGUAGES) {
  const file = new URL(`messages.${language}.xlf`, LOCALE);
  const units = mergeCatalogue(texts, await readCatalogue(file));
  await writeCatalogue(file, language, units);
  const missing = units.filter(({ target }) => target === undefined);
  if (missing.length > 0) process.exitCode = 1;
  process.stdout.write(
    `${language}: ${missing.length} of ${units.length} texts have no <target> in src/locale/messages.${language}.xlf\n`,
  );
  for (const { source } of missing) process.stdout.write(`  ${source.trim()}\n`);
}
