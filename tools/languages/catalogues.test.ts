import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { before, describe, test } from 'node:test';
import { languages } from '../../src/app/settings/languages.ts';
import {
  mergeCatalogue,
  parseCatalogue,
  placeholders,
  readCatalogue,
  type Unit,
} from './catalogue.ts';
import { extractTexts, LANGUAGES, LOCALE } from './extract.ts';

const read = (file: string) => readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8');

describe('the translations', () => {
  let texts: Unit[] = [];
  before(async () => {
    texts = await extractTexts();
  });

  for (const language of LANGUAGES)
    test(`${language} has every text, and none that is no longer there`, async () => {
      const units = await readCatalogue(new URL(`messages.${language}.xlf`, LOCALE));
      const mistakes = units.filter(
        ({ source, target = '' }) =>
          target.trim() === '' || placeholders(target).join() !== placeholders(source).join(),
      );

      assert.deepEqual(
        units.map(({ id }) => id).sort(),
        texts.map(({ id }) => id).sort(),
        'run npm run languages, and translate what it names',
      );
      assert.deepEqual(
        mistakes.map(({ source }) => source),
        [],
        'a target is missing, or has not the same <x> elements',
      );
    });

  test('what the page says before Angular is loaded is in every language', () => {
    const page = read('src/index.html');
    const texts = JSON.parse(read('src/locale/index-page.json')) as Record<string, object>;
    const [first, ...others] = LANGUAGES.map((language) => Object.keys(texts[language] ?? {}));

    assert.ok(first?.length);
    assert.deepEqual(
      first.filter((text) => !page.includes(text)),
      [],
    );
    for (const keys of others) assert.deepEqual(keys, first);
  });

  test('the menu offers the languages of the build', () => {
    const angular = JSON.parse(read('angular.json')) as {
      projects: { app: { i18n: { locales: object } } };
    };

    assert.deepEqual(Object.keys(angular.projects.app.i18n.locales), LANGUAGES);
    assert.deepEqual(
      languages.map(({ code }) => code),
      ['en', ...LANGUAGES],
    );
  });
});

describe('a catalogue', () => {
  const file = (units: string) => parseCatalogue(`<body>${units}</body>`);

  test('keeps the translation of a text that is still there, and asks for a new one', () => {
    const extracted = file(
      '<trans-unit id="1"><source>One</source></trans-unit><trans-unit id="2"><source>Two</source></trans-unit>',
    );
    const translated = file(
      '<trans-unit id="3"><source>Old</source><target>Alt</target></trans-unit><trans-unit id="1"><source>One</source><target>Eins</target></trans-unit>',
    );

    assert.deepEqual(
      mergeCatalogue(extracted, translated).map(({ id, target }) => [id, target]),
      [
        ['1', 'Eins'],
        ['2', undefined],
      ],
    );
  });

  test('knows the values in a text', () => {
    assert.deepEqual(placeholders('<x id="B"/> of <x id="A" equiv-text="x"/>'), ['A', 'B']);
  });
});
