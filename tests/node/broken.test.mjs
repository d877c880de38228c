// Every broken registration is a DvkError with its place and a Vietnamese sentence, through the built package.
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { DvkError, load } from '../../pkg/index.js';
import { cases } from '../fixtures/broken.mjs';

test('broken files', async () => {
  const engine = await load();
  const all = cases();
  assert.ok(all.length >= 40, `${all.length} cases`);
  for (const { name, code, path, bytes } of all) {
    assert.throws(() => engine.parse(bytes), (error) => {
      assert.ok(error instanceof DvkError, `${name}: ${error}`);
      assert.equal(error.problems[0].code, code, name);
      if (path !== undefined) assert.equal(error.problems[0].path, path, name);
      assert.equal(typeof error.problems[0].path, 'string', name);
      assert.match(error.message, /[ạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹđ]/, name);
      return true;
    });
  }
  assert.equal(engine.parse('{"format":"dvk-registration/1","id":"01999999-0000-7000-8000-000000000001"}').model.name, '', 'the engine goes on');
});
