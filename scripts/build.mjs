// Builds pkg/: the four wasm modules, their glue, the element, the loader and the data files.
// Usage: node scripts/build.mjs [form] [core] [pdf] [docx] [js]   (all five without arguments)
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, transformSync } from 'esbuild';

const root = fileURLToPath(new URL('..', import.meta.url));
const pkg = join(root, 'pkg');
const out = join(root, 'dist');
const bindgen = join(process.env.DVK_CACHE ?? join(process.env.HOME, '.cache/dvk'), 'wasm-bindgen-0.2.130/bin/wasm-bindgen');
const only = process.argv.slice(2);
const wanted = (part) => only.length === 0 || only.includes(part);
const run = (command, args, env = {}) => execFileSync(command, args, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'], env: { ...process.env, ...env } });

// What Chromium 109 has; extended-const is left out on purpose.
const features = ['bulk-memory', 'bulk-memory-opt', 'nontrapping-float-to-int', 'sign-ext', 'mutable-globals', 'reference-types', 'multivalue', 'call-indirect-overlong'];

/** Style sheets go into the element as text, without comments and spare blanks. */
const sheets = {
  name: 'sheets',
  setup: (bundler) => bundler.onLoad({ filter: /\.css$/ }, (file) => ({ contents: transformSync(readFileSync(file.path, 'utf8'), { loader: 'css', minify: true, target: 'chrome109' }).code.trim(), loader: 'text' })),
};

/** Compiles one module: `name`.js is its glue, `wasm` the file that is fetched. */
function module(name, cargoFeatures, wasm, level = 'z') {
  const target = join(root, 'target', 'wasm');
  run('cargo', ['build', '--release', '--locked', '--target', 'wasm32-unknown-unknown', '--features', cargoFeatures], {
    CARGO_TARGET_DIR: target,
    CARGO_PROFILE_RELEASE_OPT_LEVEL: process.env.DVK_LEVEL ?? level,
    RUSTFLAGS: `--cfg sha2_backend_soft="compact" --remap-path-prefix=${root}=/ --remap-path-prefix=${process.env.CARGO_HOME ?? join(process.env.HOME, '.cargo')}=/cargo`,
  });
  const folder = join(out, name);
  rmSync(folder, { recursive: true, force: true });
  run(bindgen, [join(target, 'wasm32-unknown-unknown/release/dan_van_kheo.wasm'), '--target', 'web', '--no-typescript', '--omit-default-module-path', '--out-dir', folder, '--out-name', name]);
  // -O1 and functions ordered by name: what follows compresses it, and what -Os folds together compresses worse (40 kB more in the engine).
  const [bound, ordered] = [join(folder, `${name}_bg.wasm`), join(folder, 'ordered.wasm')];
  const optimise = (...args) => run('node', [join(root, 'node_modules/binaryen/bin/wasm-opt'), ...features.map((feature) => `--enable-${feature}`), ...args]);
  optimise('-g', '-O1', '--dealign', '--remove-unused-names', '--rse', '--vacuum', '--reorder-functions-by-name', '-o', ordered, bound);
  optimise('--strip-debug', '--strip-producers', '-o', join(pkg, wasm), ordered);
  const glue = readFileSync(join(folder, `${name}.js`), 'utf8');
  // The form's glue goes into element.js; the others are files of their own.
  writeFileSync(join(name === 'form' ? out : pkg, `${name}.js`), transformSync(glue, { minify: true, format: 'esm', target: 'es2022', legalComments: 'none' }).code);
}

mkdirSync(out, { recursive: true });
if (wanted('form')) module('form', 'form', 'dvk-form.wasm');
// The engine is fetched when someone begins to type, and then works on every key: speed is worth 30 kB there.
if (wanted('core')) module('core', 'api', 'dvk.wasm', 's');
// Speed is worth 29 kB here as well: the first PDF of an old PC comes a seventh sooner.
if (wanted('pdf')) module('pdf', 'pdf-web', 'dvk-pdf.wasm', 's');
if (wanted('docx')) module('docx', 'docx-web', 'dvk-docx.wasm');
if (wanted('js')) {
  const common = { bundle: true, minify: true, target: 'es2022', charset: 'utf8', legalComments: 'none', logLevel: 'warning' };
  // One file without static imports: form glue, host and style sheets are in it; the engine is imported from beside it when someone begins to type.
  await build({ ...common, entryPoints: [join(root, 'www/element.js')], format: 'esm', outfile: join(pkg, 'element.js'), loader: { '.css': 'text' }, plugins: [sheets] });
  // The list of drafts, questions and sending: for visits that have something to show.
  await build({ ...common, entryPoints: [join(root, 'www/shelf.js')], format: 'esm', outfile: join(pkg, 'shelf.js') });
  await build({ ...common, entryPoints: [join(root, 'www/dvk.js')], format: 'iife', outfile: join(pkg, 'dvk.js') });
  for (const file of ['units.json', 'units-former.json']) cpSync(join(root, 'data', file), join(pkg, file));
  mkdirSync(join(pkg, 'guidelines'), { recursive: true });
  const data = join(root, 'src/guideline/data');
  for (const file of readdirSync(data).filter((name) => !name.endsWith('.bare.json'))) cpSync(join(data, file), join(pkg, 'guidelines', file));
  cpSync(join(root, 'www/fonts'), join(pkg, 'fonts'), { recursive: true });
  cpSync(join(root, 'src/summary/pdf/fonts/OFL.txt'), join(pkg, 'fonts/OFL.txt'));
  for (const file of ['LICENSE', 'NOTICE']) cpSync(join(root, file), join(pkg, file));
  cpSync(join(root, 'README.md'), join(pkg, 'README.md'));
}
