// Programs that a portal needs, on free ports with their data in a temporary folder. All are ended, and all data removed, whatever happens.
import { execFile, spawn } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

/** @typedef {import('node:child_process').ChildProcess} Child */
process.env.PATH += ':/usr/sbin'; // where Debian has servers, and whoever is not root does not look
const running = new Set();
const folders = new Set();
export const run = promisify(execFile);

export function temporary() {
  const folder = mkdtempSync(join(tmpdir(), 'dvk-portal-'));
  folders.add(folder);
  return folder;
}

/** Ends one program with all that it started. @param {Child} child */
async function end(child) {
  if (!running.delete(child) || child.exitCode !== null) return;
  const gone = new Promise((done) => child.once('exit', done));
  process.kill(-child.pid, 'SIGTERM');
  const late = setTimeout(() => process.kill(-child.pid, 'SIGKILL'), 5_000);
  await gone;
  clearTimeout(late);
}

export async function endAll() {
  await Promise.all([...running].map(end));
  for (const folder of folders) rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  folders.clear();
}

// Also where the test itself is ended.
process.once('exit', () => {
  for (const { pid } of running) try { process.kill(-pid, 'SIGKILL'); } catch { /* ended by itself */ }
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => process.exit(1));

async function start(program, args, log, env = {}) {
  const out = openSync(log, 'a');
  // A group of its own, so that its workers go with it.
  const child = spawn(program, args, { stdio: ['ignore', out, out], detached: true, env: { ...process.env, ...env } });
  closeSync(out);
  running.add(child);
  await new Promise((done, fail) => child.once('spawn', done).once('error', fail));
  return child;
}

/** Waits for a program to answer; its own words when it ended instead. */
async function answers(child, log, ask) {
  for (let left = 300; left > 0; left -= 1) {
    if (child.exitCode !== null) break;
    if (await ask().then(() => true, () => false)) return;
    await new Promise((done) => setTimeout(done, 100));
  }
  throw new Error(`${child.spawnfile} does not answer: ${readFileSync(log, 'utf8').slice(-800)}`);
}

const free = () => new Promise((done, fail) => {
  const server = createServer().once('error', fail).listen(0, '127.0.0.1', () => {
    const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
    server.close(() => done(port));
  });
});

export const PHP = ['-d', 'display_errors=0', '-d', 'log_errors=1', '-d', 'memory_limit=256M'];

/** A port that is known before the portal is installed, since content systems write their address into what they keep. @returns {Promise<string>} without the last slash */
export const address = async () => `http://127.0.0.1:${await free()}`;

/** PHP's own web server. @param {string} url of `address` @param {string} root @param {string} folder for its log */
export async function php(url, root, folder) {
  const log = join(folder, 'php.log');
  const child = await start('php', [...PHP, '-S', new URL(url).host, '-t', root], log, { PHP_CLI_SERVER_WORKERS: '4' });
  await answers(child, log, () => fetch(`${url}/not-there-yet.txt`));
}

/** MariaDB without network and without a service; root has no password. @returns {Promise<string>} its socket */
export async function mariadb(folder) {
  const [data, socket, log] = ['db', 'db.sock', 'db.log'].map((name) => join(folder, name));
  const user = process.getuid() === 0 ? ['--user=root'] : [];
  await run('mariadb-install-db', ['--no-defaults', ...user, `--datadir=${data}`, '--auth-root-authentication-method=normal', '--skip-test-db']);
  // Nothing here outlives the test: no need to wait for the disk.
  const speed = ['--innodb-buffer-pool-size=64M', '--innodb-flush-log-at-trx-commit=0', '--skip-innodb-doublewrite', '--innodb-flush-method=nosync'];
  const child = await start('mariadbd', ['--no-defaults', ...user, `--datadir=${data}`, `--socket=${socket}`, `--pid-file=${join(folder, 'db.pid')}`, '--skip-networking', ...speed], log);
  const ping = ['-r', `mysqli_report(MYSQLI_REPORT_ERROR | MYSQLI_REPORT_STRICT); new mysqli('localhost', 'root', '', '', 0, $argv[1]);`, socket];
  await answers(child, log, () => run('php', ping));
  return socket;
}
