// Compiles the crate to its four WebAssembly modules and makes their glue small.
import { execFileSync } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { transformSync } from 'esbuild';
import { shorten } from './imports.mjs';

const bindgen = join(process.env.DVK_CACHE ?? join(process.env.HOME, '.cache/dvk'), 'wasm-bindgen-0.2.130/bin/wasm-bindgen');

// What Chromium 109 has; extended-const is left out on purpose.
const ENABLED = ['bulk-memory', 'bulk-memory-opt', 'nontrapping-float-to-int', 'sign-ext', 'mutable-globals', 'reference-types', 'multivalue', 'call-indirect-overlong'];

/**
 * `wasm` is the file that is fetched. The engine is fetched when someone begins to type, and then works on every key: a check takes a sixth less time
 * than with `s`, for 52 kB more. Speed is worth 29 kB in the PDF module as well: the first PDF of an old PC comes a seventh sooner.
 */
export const MODULES = [
  { name: 'form', features: 'form', wasm: 'dvk-form.wasm' },
  { name: 'core', features: 'api', wasm: 'dvk.wasm', level: '2' },
  { name: 'pdf', features: 'pdf-web', wasm: 'dvk-pdf.wasm', level: 's' },
  { name: 'docx', features: 'docx-web', wasm: 'dvk-docx.wasm' },
];

/** Compiles one module: `name`.js is its glue. */
export function compile({ root, pkg, out, name, features, wasm, level = 'z' }) {
  const run = (command, args, env = {}) => execFileSync(command, args, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'], env: { ...process.env, ...env } });
  const target = join(root, 'target', 'wasm');
  const cargo = process.env.CARGO_HOME ?? join(process.env.HOME, '.cargo');
  run('cargo', ['build', '--release', '--locked', '--target', 'wasm32-unknown-unknown', '--features', features], {
    CARGO_TARGET_DIR: target,
    CARGO_PROFILE_RELEASE_OPT_LEVEL: process.env.DVK_LEVEL ?? level,
    // one flag each, for a folder's name may have blanks
    CARGO_ENCODED_RUSTFLAGS: ['--cfg', 'sha2_backend_soft="compact"', `--remap-path-prefix=${root}=/`, `--remap-path-prefix=${cargo}=/cargo`].join('\x1f'),
  });
  const folder = join(out, name);
  rmSync(folder, { recursive: true, force: true });
  run(bindgen, [join(target, 'wasm32-unknown-unknown/release/dan_van_kheo.wasm'), '--target', 'web', '--no-typescript', '--omit-default-module-path', '--out-dir', folder, '--out-name', name]);
  // -O1 and functions ordered by name: what follows compresses it, and what -Os folds together compresses worse (40 kB more in the engine).
  const [bound, ordered] = [join(folder, `${name}_bg.wasm`), join(folder, 'ordered.wasm')];
  const optimise = (...args) => run('node', [join(root, 'node_modules/binaryen/bin/wasm-opt'), ...ENABLED.map((feature) => `--enable-${feature}`), ...args]);
  optimise('-g', '-O1', '--dealign', '--remove-unused-names', '--rse', '--vacuum', '--reorder-functions-by-name', '-o', ordered, bound);
  optimise('--strip-debug', '--strip-producers', '-o', join(pkg, wasm), ordered);
  const { wasm: shipped, names } = shorten(readFileSync(join(pkg, wasm)));
  writeFileSync(join(pkg, wasm), shipped);
  const glue = readFileSync(join(folder, `${name}.js`), 'utf8').replace(/\b__wb\w+_[0-9a-f]{16}\b/g, (long) => names.get(long) ?? long);
  // The form's glue goes into element.js; the others are files of their own.
  writeFileSync(join(name === 'form' ? out : pkg, `${name}.js`), transformSync(glue, { minify: true, format: 'esm', target: 'es2022', legalComments: 'none' }).code);
}
