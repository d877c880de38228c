// Types → a reference: every exported declaration with its comment and its members.

const escape = (text) => text.replace(/[&<>"]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign]);
/** A comment's text without its signs; `code` stays code. */
const said = (comment) => escape((comment ?? '').replace(/^\s*\/\*\*|\*\/\s*$/g, '').replace(/^\s*\* ?/gm, '').trim()).replace(/`([^`]+)`/g, '<code>$1</code>');

/** Where the declaration that begins at a place ends: at the bracket or semicolon that closes it. */
function end(text, from) {
  let depth = 0;
  for (let at = from; at < text.length; at += 1) {
    // Comments and texts may hold any sign.
    const skipped = text.startsWith('/*', at) ? text.indexOf('*/', at) + 1 : text.startsWith('//', at) ? text.indexOf('\n', at) : /["']/.test(text[at]) ? text.indexOf(text[at], at + 1) : at;
    if (skipped > at) { at = skipped; continue; }
    if ('{([<'.includes(text[at])) depth += 1;
    if ('})]'.includes(text[at]) || (text[at] === '>' && text[at - 1] !== '=')) depth -= 1;
    if (depth === 0 && (text[at] === ';' || (text[at] === '}' && /^\s*\n(?!\s*(?:\/\*\*(?:(?!\*\/)[\s\S])*\*\/\s*)?[|&])/.test(text.slice(at + 1))))) return at + 1;
  }
  throw new Error(`not closed: ${text.slice(from, from + 60)}`);
}

/** Exported declarations of a file: comment, kind, name, source. */
export function declared(text) {
  const found = [];
  const start = /(\/\*\*(?:(?!\*\/)[\s\S])*\*\/\s*)?^export (?:declare )?(interface|class|type|function|const) (\w+)/gm;
  for (let match = start.exec(text); match; match = start.exec(text)) {
    const from = match.index + (match[1]?.length ?? 0);
    const to = end(text, from);
    found.push({ comment: match[1], kind: match[2], name: match[3], source: text.slice(from, to).replace(/^export (declare )?/, '') });
    start.lastIndex = to;
  }
  return found;
}

/** The reference as HTML, in the order of the files, with a list of names in front. */
export function reference(files) {
  const all = files.flatMap(declared);
  const names = all.map(({ name }) => `<li><a href="#${name}">${name}</a></li>`).join('\n');
  const parts = all.map(({ comment, kind, name, source }) => `<section id="${name}"><h2><code>${name}</code> <small>${kind}</small></h2>\n<p>${said(comment)}</p>\n<pre class="code" tabindex="0">${escape(source)}</pre></section>`);
  return `<ul class="kinds">\n${names}\n</ul>\n${parts.join('\n')}\n`;
}
