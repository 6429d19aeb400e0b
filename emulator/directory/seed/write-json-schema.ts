import { writeFileSync } from 'node:fs';
import { format } from 'prettier';
import { toJsonSchema } from './json-schema.ts';
import { seedSchema } from './schema.ts';

/** Writes emulator/seed.schema.json anew: run it when a test says that the file is behind. */
const schema = { $schema: 'http://json-schema.org/draft-07/schema#', ...toJsonSchema(seedSchema) };
const text = await format(JSON.stringify(schema), { parser: 'json', printWidth: 100 });
writeFileSync(new URL('../../seed.schema.json', import.meta.url), text);
