// A copy of the rivals' bench with its packages, to run in: the folder itself may be read-only.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Copies content, not modes. */
export function copy(from, to, leave = []) {
  mkdirSync(to, { recursive: true });
  for (const name of readdirSync(from)) {
    if (leave.includes(name)) continue;
    const [source, target] = [join(from, name), join(to, name)];
    if (statSync(source).isDirectory()) copy(source, target);
    else writeFileSync(target, readFileSync(source));
  }
}

/** Runs a command in the work folder; what it says is shown. */
export function run(work, command, args, env = {}) {
  console.log(`\n> ${[...Object.entries(env).map(([name, value]) => `${name}=${value}`), command, ...args].join(' ')}`);
  const { status, error } = spawnSync(command, args, { cwd: work, stdio: ['ignore', 'inherit', 'inherit'], env: { ...process.env, ...env } });
  if (error) throw error;
  return status === 0;
}

/** Makes `work` a copy of the bench and installs its packages, unless they are there. */
export function install(folder, work) {
  mkdirSync(work, { recursive: true });
  const keep = ['node_modules', 'package-lock.json', '.installed'];
  for (const name of readdirSync(work)) if (!keep.includes(name)) rmSync(join(work, name), { recursive: true, force: true });
  copy(folder, work, ['node_modules', 'dist', 'results', 'pkg']);
  const wanted = createHash('sha256').update(readFileSync(join(work, 'package.json'))).digest('hex');
  const stamp = join(work, '.installed');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  rmSync(stamp, { force: true });
  if (!run(work, 'npm', ['install', '--legacy-peer-deps', '--no-audit', '--no-fund', '--loglevel=error'])) throw new Error('npm install failed');
  writeFileSync(stamp, wanted);
}
