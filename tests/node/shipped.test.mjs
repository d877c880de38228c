// What the shipped scripts must not do: call what old libraries replace with something of another meaning, run text as code, build markup from text,
// name an address of another host. The libraries themselves are met in tests/browser/hostile.test.mjs.
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { relative } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

const pkg = fileURLToPath(new URL('../../pkg', import.meta.url));

/** Every script of the package that runs on a page. `dvk.single.js` is these same files, packed; `dvk-lint.mjs` runs in Node. */
const scripts = readdirSync(pkg, { recursive: true, withFileTypes: true }).filter((one) => one.isFile() && one.name.endsWith('.js') && one.name !== 'dvk.single.js')
  .map((one) => relative(pkg, `${one.parentPath ?? one.path}/${one.name}`)).sort();

/**
 * Prototype.js 1.7.3, MooTools 1.4.5 and their kind; measured in Chromium, identity of each built-in before and after. What they replace with the same
 * meaning (map, some and every of lists with a plain callback, remove of elements) may be called.
 */
const REPLACED = [
  [/\bArray\.from\b/, 'Prototype: a Set gives an empty list, the second argument is ignored; MooTools: a Set gives a list of one'],
  [/\bArray\.of\b/, 'not in the oldest shims'],
  [/\.entries\(/, 'Prototype removes it from lists, or makes a list of it'],
  [/\.(find|findIndex|findAll|detect|include)\(/, 'Prototype: its own find, with `this` and an index'],
  [/\.(reverse|flatten|compact|without|first|last|sub|each|eachSlice|inject|invoke|pluck)\(/, 'Prototype and MooTools: other arguments or other results'],
  [/\bObject\.(values|entries|fromEntries|extend|clone|keys\s*=)/, 'Prototype: inherited members too'],
  [/\.bind\(/, 'both: a bound class cannot be constructed'],
  [/\bDate\.parse\b|\.repeat\(/, 'MooTools More'],
  [/\.scrollTo\(/, 'MooTools: on elements'],
  [/\.toJSON\(/, 'Prototype: of lists and texts'],
];

const FORBIDDEN = [
  [/\beval\b|\bnew Function\b|\bFunction\(/, 'runs text as code'],
  [/\bdocument\.write/, 'writes markup'],
  [/\.(innerHTML|outerHTML|srcdoc)\b|\binsertAdjacentHTML\b|\bcreateContextualFragment\b|\bparseFromString\b|\bsetHTMLUnsafe\b/, 'builds markup from text, which trusted types refuse'],
  [/\bset(Timeout|Interval)\(\s*["'`]/, 'runs text as code'],
  [/\bnew (Shared)?Worker\b|\bimportScripts\b/, 'refused by trusted types'],
  [/\bdocument\.cookie\b|\blocalStorage\b|\bsessionStorage\b|\bhistory\.(push|replace)State\b/, "the portal's own"],
  [/\.prototype\.\w+\s*=[^=]/, 'changes a built-in for the whole page'],
];

/**
 * JavaScript without comments, and with empty texts; the texts by themselves. Regular expressions count as code.
 *
 * @returns {{ code: string, texts: string[] }}
 */
function parted(source) {
  let code = '', at = 0;
  const texts = [];
  /** Up to the end of a quoted text, or of the code inside `${ }`. */
  const quoted = (end) => {
    let text = '';
    for (at += 1; at < source.length && source[at] !== end; at += 1) {
      if (source[at] === '\\') at += 1;
      else if (end === '`' && source.startsWith('${', at)) {
        at += 2;
        run('}');
        continue;
      }
      text += source[at];
    }
    at += 1;
    texts.push(text);
    code += '""';
  };
  function run(end) {
    let depth = 0;
    while (at < source.length) {
      const now = source[at];
      if (now === '"' || now === "'" || now === '`') quoted(now);
      else if (source.startsWith('//', at)) at = (source.indexOf('\n', at) + 1 || source.length + 1) - 1;
      else if (source.startsWith('/*', at)) at = source.indexOf('*/', at) + 2;
      else if (now === '/' && /(^|[(,=:[!&|?{};+\-*%<>~^\n]|\b(return|typeof|case|in|of|void))\s*$/.test(code.slice(-20))) at = regular(at);
      else {
        if (now === '{') depth += 1;
        if (now === '}' && (depth -= 1) < 0 && end === '}') return;
        code += now;
        at += 1;
      }
    }
  }
  function regular(from) {
    let to = from + 1;
    for (let set = false; source[to] !== '/' || set; to += 1) {
      if (source[to] === '\\') to += 1;
      else if (source[to] === '[') set = true;
      else if (source[to] === ']') set = false;
    }
    code += '/./';
    return to + 1;
  }
  run('');
  return { code, texts };
}

test('comments and texts are told from code', () => {
  const { code, texts } = parted('a.b("x.find(y)");// c.find(\n`t${d.e("u")+`v`}w`;f=/["/]\\\\/g.test(g);/* h */i=j/2/k');
  assert.equal(code.replace(/""/g, '').replace(/\s/g, ''), 'a.b();d.e()+;f=/./g.test(g);i=j/2/k');
  assert.deepEqual(texts, ['x.find(y)', 'u', 'v', 'tw']);
});

test('the package has its scripts', () => {
  for (const name of ['core.js', 'desk.js', 'docx.js', 'doctor.js', 'dvk.js', 'element.js', 'index.js', 'pdf.js', 'shelf.js']) assert.ok(scripts.includes(name), name);
});

for (const name of scripts) {
  const source = readFileSync(`${pkg}/${name}`, 'utf8');
  const { code, texts } = parted(source);
  const found = (rules) => rules.flatMap(([rule, why]) => [...code.matchAll(new RegExp(rule, 'g'))].map((hit) => `${why}: …${code.slice(Math.max(0, hit.index - 60), hit.index + 40)}…`));

  test(`${name} calls nothing that old libraries replace`, () => assert.deepEqual(found(REPLACED), []));
  test(`${name} runs no text as code and builds no markup`, () => assert.deepEqual(found(FORBIDDEN), []));
  test(`${name} names no other host`, () => {
    // Names of XML's vocabularies are no addresses: nobody fetches them.
    const addresses = texts.flatMap((text) => text.match(/\b(?:https?:)?\/\/[\w-]+\.[\w.-]+[^\s"]*/g) ?? []).filter((one) => !/^http:\/\/www\.w3\.org\//.test(one));
    assert.deepEqual(addresses, []);
  });
}

test('each rule finds what it is for', () => {
  const bad = ['Array.from(a)', 'Array.of(1)', 'a.entries()', 'a.find(b)', 'a.reverse()', 'Object.values(a)', 'a.bind(b)', 'Date.parse(a)', 'a.scrollTo(0)', 'a.toJSON()'];
  for (const [at, [rule]] of REPLACED.entries()) assert.match(bad[at], rule);
  const worse = ['eval(a)', 'document.write(a)', 'a.innerHTML=b', 'setTimeout("a")', 'new Worker(a)', 'document.cookie', 'Array.prototype.a=b'];
  for (const [at, [rule]] of FORBIDDEN.entries()) assert.match(worse[at], rule);
});
