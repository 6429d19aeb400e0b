import { writeFileSync } from 'node:fs';
import { templates } from './templates.ts';

/** Writes docs/registration anew: run it when a test says that a file there is behind. */
for (const [name, text] of Object.entries(templates())) {
  writeFileSync(new URL(`../../../docs/registration/${name}`, import.meta.url), text);
}
