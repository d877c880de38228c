// Writes what www/manual.html shows from the sources: kinds.json (every check kind: documentation, parameters, reasons), fields.json (every box of the form)
// and criteria.json (the criteria of `mau`, with what an override can change).
// Usage: node scripts/manual.mjs   (tests/node/manual.test.mjs compares the files with the sources)
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';

const path = (name) => fileURLToPath(new URL(`../${name}`, import.meta.url));
const source = (name) => readFileSync(path(name), 'utf8');
const HEADINGS = { what: 'What it checks', why: 'Why', parameters: 'Parameters', evidence: 'Evidence', example: 'Example' };

export const FOLDER = path('www/manual/');

/** The module documentation of a kind by heading; a list item and a new paragraph are lines of their own. */
function documentation(file) {
  const lines = source(file).split('\n').filter((line) => line.startsWith('//!')).map((line) => line.slice(4).trim());
  const parts = {};
  let part;
  for (const line of lines) {
    const heading = Object.entries(HEADINGS).find(([, title]) => line === `# ${title}`)?.[0];
    if (heading) {
      part = heading;
      parts[part] = '';
    } else if (part) {
      parts[part] += parts[part] && (line.startsWith('- ') || !line || parts[part].endsWith('\n')) ? `\n${line}` : `${parts[part] && ' '}${line}`;
    }
  }
  for (const [name, title] of Object.entries(HEADINGS)) if (!parts[name]) throw new Error(`${file}: no heading “${title}”`);
  return { ...parts, example: JSON.parse(parts.example.replace(/^`|`$/g, '')) };
}

/** Structs of `check.rs` and choices of `named.rs`: members as a guideline writes them. */
function declared(text) {
  const choices = {};
  for (const [, name, body] of text.matchAll(/pub enum (\w+) \{\n([\s\S]*?)\n\}/g)) {
    choices[name] = [...body.matchAll(/^ {4}\w+ = "([^"]+)",/gm)].map(([, value]) => value);
  }
  const structs = {};
  for (const [, name, body] of text.matchAll(/pub struct (\w+) \{\n([\s\S]*?)\n\}/g)) {
    structs[name] = [...body.matchAll(/^ {4}pub [\w#]+: (.+?) = "([^"]+)"( or empty)?,/gm)].map(([, type, member, empty]) => {
      const values = Object.entries(choices).find(([choice]) => new RegExp(`\\b${choice}\\b`).test(type))?.[1];
      return { name: member, needed: !type.startsWith('Option') && !empty, ...(values?.length ? { values } : {}) };
    });
  }
  return structs;
}

/** What every kind can say, from the table of reasons. */
function reasons(text) {
  const table = text.slice(text.indexOf('pub const REASONS'), text.indexOf('\n];'));
  const names = (list) => [...(list ?? '').matchAll(/"([^"]+)"/g)].map(([, name]) => name);
  const told = {};
  let kind;
  const token = /\(\s*"(\w+)",\s*&\[|\bmet\(&\[(.*?)\]\)|\bunmet\("([^"]+)", &\[(.*?)\]\)|not_applicable\("([^"]+)"\)|\bEMPTY\b|\bNO_UNITS\b|name: "([^"]+)", outcome: Outcome::Review, data: &\[(.*?)\]/g;
  for (const [all, named, met, unmet, data, none, review, asked] of table.matchAll(token)) {
    if (named !== undefined) told[kind = named] = [];
    else if (met !== undefined) told[kind].push({ name: 'met', outcome: 'met', data: names(met) });
    else if (unmet !== undefined) told[kind].push({ name: unmet, outcome: 'unmet', data: names(data) });
    else if (review !== undefined) told[kind].push({ name: review, outcome: 'review', data: names(asked) });
    else told[kind].push({ name: none ?? { EMPTY: 'empty', NO_UNITS: 'no-units' }[all], outcome: 'not-applicable', data: [] });
  }
  return told;
}

/** Every kind, in the order in which the guideline format names them. */
export function kinds() {
  const check = source('src/guideline/check.rs');
  const structs = declared(check + source('src/guideline/named.rs'));
  const told = reasons(source('src/guideline/reasons.rs'));
  const body = check.slice(check.indexOf('kinds! {'), check.indexOf('\n}\n}'));
  return [...body.matchAll(/^ {4}\w+\((\w+)\) = "(\w+)",/gm)].map(([, struct, kind]) => {
    const file = `src/criteria/checks/${kind.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)}.rs`;
    return { kind, file, ...documentation(file), members: structs[struct], reasons: told[kind] };
  });
}

/** Every box of the form, in its order: label, what it holds, and the values of a choice with their names. */
export function fields() {
  const labels = new Map([...source('src/messages/labels.rs').matchAll(/\bfield\(\s*"([^"]+)",\s*"([^"]+)"/g)].map(([, at, label]) => [at, label]));
  const names = new Map([...source('src/messages/choices.rs').matchAll(/\("([^"]+)", "([^"]+)"\) => "([^"]+)"/g)].map(([, at, value, name]) => [`${at} ${value}`, name]));
  const table = source('src/record/fields.rs');
  return [...table.matchAll(/^ {4}field\("([^"]+)", (\w+), (\w+)(?:\(&\[(.*?)\]\))?/gm)].map(([, at, step, holds, values]) => {
    const label = labels.get(at);
    if (!label) throw new Error(`${at} has no label`);
    const chosen = values && [...values.matchAll(/"([^"]+)"/g)].map(([, value]) => [value, names.get(`${at} ${value}`)]);
    return { path: at, label, step: step.toLowerCase(), holds: holds.toLowerCase(), ...(chosen ? { values: chosen } : {}) };
  });
}

/** Parameters that an override may give another value: numbers, by their name where that says which is meant, else with the way to the check. */
function parameters(check) {
  const found = [];
  const gather = (one, at) => {
    for (const [name, value] of Object.entries(one)) if (typeof value === 'number') found.push({ name, way: `${at}/${name}`, value });
    if (Array.isArray(one.of)) one.of.forEach((inner, number) => gather(inner, `${at}/of/${number}`));
    else if (one.of) gather(one.of, `${at}/of`);
  };
  gather(check, '');
  const alone = ({ name, value }) => found.every((other) => other.name !== name || other.value === value);
  return Object.fromEntries(found.map((one) => [alone(one) ? one.name : one.way, one.value]));
}

/** The criteria of `mau`; `must`: it cites a document, so that its level may be raised to that. */
export function criteria() {
  const { criteria: all } = JSON.parse(source('src/guideline/data/mau.json'));
  return all.map(({ id, title, severity, cite, check }) => ({ id, title, severity, must: cite.some((one) => one.source !== 'software'), params: parameters(check) }));
}

const lines = (rows) => `[\n${rows.map((row) => JSON.stringify(row)).join(',\n')}\n]\n`;

/** The files as they are committed. */
export const files = () => ({ 'kinds.json': lines(kinds()), 'fields.json': lines(fields()), 'criteria.json': lines(criteria()) });

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  for (const [name, text] of Object.entries(files())) writeFileSync(FOLDER + name, text);
}
