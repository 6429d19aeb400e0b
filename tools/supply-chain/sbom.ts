import { mkdirSync, writeFileSync } from 'node:fs';
import { billOfMaterials, shippedComponents } from './bill-of-materials.ts';

/** `npm run sbom`: writes what the app ships to dist/app/sbom.cdx.json, beside the build. */
const file = new URL('../../dist/app/sbom.cdx.json', import.meta.url);
mkdirSync(new URL('./', file), { recursive: true });
const all = billOfMaterials();
const shipped = { ...all, components: shippedComponents(all) };
writeFileSync(file, `${JSON.stringify(shipped, null, 2)}\n`);
