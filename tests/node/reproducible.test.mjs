// Built twice in two folders, everything that is handed out is the same bytes. The modules are compiled twice only where there is time.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { portalFiles, portalZip } from '../../scripts/package/portal.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const pkg = join(root, 'pkg');

test('two folders, the same hashes', () => {
  const said = execFileSync(process.execPath, ['scripts/reproducible.mjs', ...(process.env.DVK_SOAK ? ['full'] : [])], { cwd: root, encoding: 'utf8' });
  assert.match(said, /\d\d files, 0 differ/);
});

test('the zip for portals opens, has what it promises, and its sums are right', () => {
  const bytes = portalZip({ root, pkg });
  assert.equal(bytes.toString('latin1', 0, 4), 'PK\x03\x04');
  const files = new Map(portalFiles({ root, pkg }).map(([name, content]) => [name.slice(name.indexOf('/') + 1), content]));
  // Read by another program than wrote it.
  const read = JSON.parse(execFileSync('python3', ['-c', 'import hashlib, io, json, sys, zipfile\nz = zipfile.ZipFile(io.BytesIO(sys.stdin.buffer.read()))\nassert z.testzip() is None\nprint(json.dumps({n.split("/", 1)[1]: hashlib.sha384(z.read(n)).hexdigest() for n in z.namelist()}))'], { input: bytes, encoding: 'utf8', maxBuffer: 1e8 }));
  assert.deepEqual(Object.keys(read).sort(), [...files.keys()].sort());
  for (const [name, content] of files) assert.equal(read[name], createHash('sha384').update(content).digest('hex'), name);
  for (const line of files.get('SHA384SUMS').toString().trim().split('\n')) assert.equal(read[line.slice(98)], line.slice(0, 96), line.slice(98));
  assert.equal(files.get('SHA384SUMS').toString().trim().split('\n').length, files.size - 1);
  for (const name of ['HUONG-DAN.md', 'nginx.conf', 'dvk/web.config', 'dvk/.htaccess', 'portal.json', 'trang-mau.html', 'dvk/sri.json', 'dvk/dvk.js', 'dvk/dvk-form.wasm', 'dvk/dvk.single.js', 'dvk/dang-ky.html', 'dvk/LICENSE', 'dvk/NOTICE', 'dvk/fonts/OFL.txt']) assert.ok(files.has(name), name);
  const guide = files.get('HUONG-DAN.md').toString();
  const { integrity } = JSON.parse(readFileSync(join(pkg, 'sri.json'), 'utf8'));
  assert.ok(guide.includes(`src="/dvk/dvk.js" integrity="${integrity['dvk.js']}"`));
  assert.doesNotMatch(guide, /\{[\w.]+\}/, 'nothing is left to fill in');
});
