// The English interface of the parts that are loaded later has every sentence of theirs and no other; tests/english.rs does the same for the form.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { VI as desk } from '../../www/desk/words.js';
import { VI as shelf } from '../../www/shelf/words.js';

const english = JSON.parse(readFileSync(new URL('../../data/i18n/en.json', import.meta.url), 'utf8'));
/** How the names begin; the same list stands in tests/english.rs. */
const LATER = /^(shelf|ask|done|send|mail|desk|papers|repeat|compare|merge|share)\./;
/** A letter to an office is Vietnamese, whatever the form speaks. */
const STAY = ['mail.subject', 'mail.body'];

const vietnamese = { ...shelf, ...desk };
const wanted = Object.keys(vietnamese).filter((key) => !STAY.includes(key));
const placeholders = (text) => [...new Set(text.match(/\{\w+\}/g))].sort();

test('every sentence of shelf and desk has its English, and there is no other', () => {
  assert.equal(Object.keys(vietnamese).length, Object.keys(shelf).length + Object.keys(desk).length, 'a name is used twice');
  assert.deepEqual(wanted.filter((key) => !LATER.test(key)), []);
  assert.deepEqual(Object.keys(english).filter((key) => LATER.test(key)).sort(), [...wanted].sort());
});

test('the same is filled in', () => {
  for (const key of wanted) {
    assert.deepEqual(placeholders(english[key]), placeholders(vietnamese[key]), key);
    assert.notEqual(english[key], vietnamese[key], `${key} is not translated`);
  }
});
