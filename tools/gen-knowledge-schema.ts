/** Writes `schemas/knowledge-v1.json` from the schemas in `src/knowledge/schema.ts`. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { knowledgeJsonSchema } from '../src/knowledge/schema.js';

const folder = join(import.meta.dirname, '..', 'schemas');
mkdirSync(folder, { recursive: true });
writeFileSync(join(folder, 'knowledge-v1.json'), knowledgeJsonSchema());
