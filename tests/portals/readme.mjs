// The numbered actions of README.vi.md, by portal: what a webmaster is told to do, and with which text.
import { readFileSync } from 'node:fs';

const FILE = new URL('../../README.vi.md', import.meta.url);
const CHAPTER = '## Dành cho người quản trị cổng thông tin';

/** @typedef {{ text: string, language?: string, code?: string }} Action `code`: the block below the sentence, as it is pasted */

/** Sections of the chapter that have a numbered list. @returns {Map<string, Action[]>} by heading, in order */
export function instructions(readme = readFileSync(FILE, 'utf8')) {
  const chapter = readme.split(/^(?=## )/m).find((part) => part.startsWith(`${CHAPTER}\n`));
  if (!chapter) throw new Error(`README.vi.md has no chapter «${CHAPTER}»`);
  const sections = chapter.split(/^### /m).slice(1).map((section) => {
    const [heading] = section.split('\n', 1);
    return /** @type {[string, Action[]]} */ ([heading.trim(), actions(section.slice(heading.length), heading)]);
  });
  return new Map(sections.filter(([, list]) => list.length > 0));
}

function actions(section, heading) {
  const list = /** @type {Action[]} */ ([]);
  const lines = section.split('\n');
  for (let at = 0; at < lines.length; at += 1) {
    const numbered = lines[at].match(/^(\d+)\. (.*)$/);
    const fence = lines[at].match(/^ *```(\w*)$/);
    if (numbered) {
      if (Number(numbered[1]) !== list.length + 1) throw new Error(`«${heading}»: action ${list.length + 1} is numbered ${numbered[1]}`);
      let text = numbered[2];
      while (/^ {3}\S/.test(lines[at + 1] ?? '') && !/^ *```/.test(lines[at + 1])) text += ` ${lines[at += 1].trim()}`;
      list.push({ text });
    } else if (fence) {
      const end = lines.findIndex((line, place) => place > at && /^ *```$/.test(line));
      const action = list.at(-1);
      if (end < 0 || !action || action.code !== undefined) throw new Error(`«${heading}»: a block of code that belongs to no action`);
      const indent = lines[at].indexOf('`');
      Object.assign(action, { language: fence[1], code: lines.slice(at + 1, end).map((line) => line.slice(indent)).join('\n') });
      at = end;
    }
  }
  return list;
}
