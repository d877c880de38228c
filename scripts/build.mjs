// Builds pkg/: the four wasm modules, their glue, the element, the loader, the editions in one file, and the data files.
// Usage: node scripts/build.mjs [form] [core] [pdf] [docx] [js]   (all five without arguments; js always, since the loader carries the hashes of all files)
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { scripts } from './build/scripts.mjs';
import { MODULES, compile } from './build/wasm.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const pkg = join(root, 'pkg');
const out = join(root, 'dist');
const only = process.argv.slice(2);

mkdirSync(out, { recursive: true });
for (const module of MODULES) if (only.length === 0 || only.includes(module.name)) compile({ root, pkg, out, ...module });
await scripts({ root, pkg });
