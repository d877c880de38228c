// Builds the sample applications as their authors would: the packed npm package, their own tools, one bundle each. Everything stays in DVK_CACHE.
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { build } from 'esbuild';

const run = promisify(execFile);
const here = (name) => fileURLToPath(new URL(`../../${name}`, import.meta.url));
export const home = join(process.env.DVK_CACHE || join(homedir(), '.cache', 'dvk'), 'samples');
export const apps = ['react', 'vue', 'svelte', 'angular'];

/** A tool of the samples; rejects with what it printed. */
export async function tool(name, ...args) {
  try {
    return (await run(join(home, 'node_modules/.bin', name), args, { cwd: home, env: { ...process.env, FORCE_COLOR: '0' } })).stdout;
  } catch (error) {
    throw new Error(`${name} ${args.join(' ')}:\n${error.stdout}${error.stderr}`);
  }
}

/** Installs what the lock file says, once; copies the samples; packs the package and puts it where npm would. @returns {Promise<string>} the tarball */
export async function prepare() {
  mkdirSync(home, { recursive: true });
  const lock = createHash('sha256').update(readFileSync(here('samples/package-lock.json'))).update(readFileSync(here('samples/package.json'))).digest('hex');
  const stamp = join(home, 'installed');
  const files = readdirSync(here('samples')).filter((name) => name !== 'node_modules');
  for (const name of files) {
    rmSync(join(home, name), { recursive: true, force: true });
    cpSync(here(`samples/${name}`), join(home, name), { recursive: true });
  }
  if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== lock) {
    rmSync(stamp, { force: true });
    await run('npm', ['ci', '--no-audit', '--no-fund', '--ignore-scripts', '--loglevel=error'], { cwd: home });
    writeFileSync(stamp, lock);
  }
  for (const old of readdirSync(home)) if (old.endsWith('.tgz')) rmSync(join(home, old));
  await run('npm', ['pack', '--silent', '--ignore-scripts', '--pack-destination', home], { cwd: here('pkg') });
  const tarball = join(home, readdirSync(home).find((name) => name.endsWith('.tgz')));
  const installed = join(home, 'node_modules/dan-van-kheo');
  rmSync(installed, { recursive: true, force: true });
  mkdirSync(installed, { recursive: true });
  await run('tar', ['-xzf', tarball, '-C', installed, '--strip-components=1']);
  return tarball;
}

const own = (path) => import(pathToFileURL(join(home, 'node_modules', path)).href);

/** What bundlers have as plugins of the frameworks, as small as the samples need it. */
const frameworks = {
  name: 'frameworks',
  setup(bundler) {
    bundler.onLoad({ filter: /\.vue$/ }, async ({ path }) => {
      const { parse, compileScript } = await own('vue/compiler-sfc/index.mjs');
      const { descriptor, errors } = parse(readFileSync(path, 'utf8'), { filename: path });
      if (errors.length > 0) return { errors: errors.map(({ message: text }) => ({ text })) };
      const { content } = compileScript(descriptor, { id: basename(path), inlineTemplate: true, templateOptions: { compilerOptions: { isCustomElement: (tag) => tag.startsWith('dvk-') } } });
      return { contents: content, loader: 'ts' };
    });
    bundler.onLoad({ filter: /\.svelte$/ }, async ({ path }) => {
      const { compile } = await own('svelte/src/compiler/index.js');
      const { js, warnings } = compile(readFileSync(path, 'utf8'), { filename: path, generate: 'client' });
      return { contents: js.code, warnings: warnings.map(({ message: text }) => ({ text })) };
    });
  },
};

/** Bundles an application. The package's files lie beside the bundle, where its addresses look for them. @returns {Promise<string>} the folder to serve */
export async function bundle(app) {
  const out = join(home, 'out', app);
  rmSync(out, { recursive: true, force: true });
  cpSync(join(home, 'node_modules/dan-van-kheo'), out, { recursive: true });
  cpSync(join(home, 'index.html'), join(out, 'index.html'));
  const { warnings } = await build({
    entryPoints: { app: join(home, app, app === 'react' ? 'main.tsx' : 'main.ts') }, outdir: out, bundle: true, splitting: true, chunkNames: 'part-[hash]', format: 'esm', target: 'chrome109', minify: true,
    conditions: ['browser'], define: { 'process.env.NODE_ENV': '"production"', __VUE_OPTIONS_API__: 'false', __VUE_PROD_DEVTOOLS__: 'false', __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: 'false' },
    tsconfig: join(home, 'tsconfig.json'), plugins: [frameworks], logLevel: 'silent',
  });
  if (warnings.length > 0) throw new Error(warnings.map(({ text }) => text).join('\n'));
  return out;
}
