// Names of imports: none of those that are shipped ends with a hash, and a module whose imports were renamed still is one.
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { test } from 'node:test';

import { shorten } from '../../scripts/build/imports.mjs';

const pkg = new URL('../../pkg/', import.meta.url);

test('what is shipped imports by short names', () => {
  for (const file of readdirSync(pkg).filter((name) => name.endsWith('.wasm'))) {
    const imports = WebAssembly.Module.imports(new WebAssembly.Module(readFileSync(new URL(file, pkg))));
    assert.ok(imports.length > 0, file);
    assert.deepEqual(imports.filter(({ name }) => /[0-9a-f]{16}$/.test(name)), [], file);
    assert.equal(new Set(imports.map(({ name }) => name)).size, imports.length, file);
  }
});

test('only hashed names change, and everything else stays', () => {
  const text = (value) => [value.length, ...Buffer.from(value)];
  const hashed = '__wbg_name_0123456789abcdef';
  const imports = [2, ...text('m'), ...text(hashed), 0, 0, ...text('m'), ...text('__wbindgen_throw'), 0, 0];
  const module = Uint8Array.from([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0, 1, 4, 1, 0x60, 0, 0, 2, imports.length, ...imports]);
  const { wasm, names } = shorten(module);
  assert.deepEqual([...names], [[hashed, '_0']]);
  assert.deepEqual(WebAssembly.Module.imports(new WebAssembly.Module(wasm)).map(({ name }) => name), ['_0', '__wbindgen_throw']);
  const memory = [1, ...text('m'), ...text('memory'), 2, 0, 1];
  assert.throws(() => shorten(Uint8Array.from([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0, 2, memory.length, ...memory])), /memory: an import of kind 2/);
});
