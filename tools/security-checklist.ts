import { writeFileSync } from 'node:fs';
import { findTests, renderChecklist } from './security/checklist.ts';

/** `npm run security-checklist`: writes docs/security-checklist.md from the titles of the tests. */
const root = new URL('../', import.meta.url);
writeFileSync(new URL('docs/security-checklist.md', root), await renderChecklist(findTests(root)));
