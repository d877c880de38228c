// Writes www/docs/ (not committed): the pages of docs/site/ in Vietnamese, and in English below en/. `make build` runs it.
// Usage: node scripts/docs.mjs
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Marked } from 'marked';
import { reference } from './docs/api.mjs';

const path = (name) => fileURLToPath(new URL(`../${name}`, import.meta.url));
const read = (name) => readFileSync(path(name), 'utf8');
const pages = JSON.parse(read('docs/site/pages.json'));

const WORDS = {
  vi: { title: 'Đăng ký mô hình “Dân vận khéo”', skip: 'Đến nội dung chính', contents: 'Mục lục', form: 'Trang minh họa', manual: 'Hướng dẫn viết bộ tiêu chí', other: 'English', menu: 'Trình đơn chính' },
  en: { title: 'Registration of a “mô hình Dân vận khéo”', skip: 'To the main content', contents: 'Contents', form: 'Demo portal', manual: 'Writing a guideline (Vietnamese)', other: 'Tiếng Việt', menu: 'Main' },
};

const escape = (text) => text.replace(/[&<>"]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign]);

/** Code that scrolls is reached by keyboard; lists and tables get the classes of the manual's style sheet. */
const markdown = new Marked({
  renderer: {
    code: ({ text }) => `<pre class="code" tabindex="0">${escape(text)}</pre>\n`,
    list(token) {
      const items = token.items.map((item) => this.listitem(item)).join('');
      return token.ordered ? `<ol class="steps"${token.start > 1 ? ` start="${token.start}"` : ''}>\n${items}</ol>\n` : `<ul class="rules">\n${items}</ul>\n`;
    },
    table(token) {
      const row = (cells, tag) => `<tr>${cells.map((cell) => `<${tag}${tag === 'th' ? ' scope="col"' : ''}>${this.parser.parseInline(cell.tokens)}</${tag}>`).join('')}</tr>\n`;
      return `<div class="wide" tabindex="0"><table>\n<thead>${row(token.header, 'th')}</thead>\n<tbody>${token.rows.map((cells) => row(cells, 'td')).join('')}</tbody>\n</table></div>\n`;
    },
  },
});

/** One page. `up` leads to www/. */
function page({ file, lang, up, body }) {
  const words = WORDS[lang];
  const title = body.match(/<h1>(.*?)<\/h1>/)?.[1] ?? words.title;
  const contents = pages.map((one) => `<li><a href="${one.file}.html"${one.file === file ? ' aria-current="page"' : ''}>${one[lang]}</a></li>`).join('\n      ');
  const other = lang === 'vi' ? `en/${file}.html` : `../${file}.html`;
  const scripts = [
    ...(body.includes('<dvk-registration ') ? [`<script async src="${up}dvk/dvk.js"></script>`] : []),
    ...(body.includes('data-builder') ? [`<script type="module" src="${up}docs-snippet.js"></script>`] : []),
  ].join('\n');
  return `<!DOCTYPE html>
<html lang="${lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} - ${words.title}</title>
<link rel="icon" href="${up}img/logo.svg" type="image/svg+xml">
<link rel="stylesheet" href="${up}portal.css">
<link rel="stylesheet" href="${up}manual.css">
<link rel="stylesheet" href="${up}docs.css">
${scripts}
</head>
<body>
<a class="skip" href="#noi-dung">${words.skip}</a>
<header class="header">
  <div class="wrap banner">
    <a class="brand" href="index.html"><img src="${up}img/logo.svg" alt="" width="56" height="56"><span><b>${words.title}</b></span></a>
  </div>
  <nav class="nav" aria-label="${words.menu}">
    <ul class="wrap">
      <li><a href="${up}index.html">${words.form}</a></li>
      <li><a href="${up}manual.html">${words.manual}</a></li>
      <li><a href="${other}" lang="${lang === 'vi' ? 'en' : 'vi'}">${words.other}</a></li>
    </ul>
  </nav>
</header>
<div class="wrap page">
  <nav class="contents" aria-label="${words.contents}">
    <h2>${words.contents}</h2>
    <ul>
      ${contents}
    </ul>
  </nav>
  <main class="main manual" id="noi-dung">
${body}  </main>
</div>
</body>
</html>
`;
}

/** [id, title] of the guidelines that are shipped, the sample first. */
function guidelines() {
  const files = readdirSync(path('src/guideline/data')).filter((name) => !name.endsWith('.bare.json')).map((name) => JSON.parse(read(`src/guideline/data/${name}`)));
  return files.map(({ id, title }) => [id, title]).sort(([one], [other]) => (other === 'mau') - (one === 'mau'));
}

/** A section of README.vi.md, whose steps are those that tests/portals performs: `{{### WordPress}}`. */
function section(heading) {
  const [, text] = `${read('README.vi.md')}\n## `.split(`\n${heading}\n`);
  if (!text) throw new Error(`README.vi.md: no heading “${heading}”`);
  return text.split(/\n#{2,3} /)[0].trim();
}

/** Every page: [file below www/docs/, text]. */
export function made() {
  const api = reference(['pkg/index.d.ts', 'pkg/element.d.ts'].map(read));
  return pages.flatMap(({ file }) => ['vi', 'en'].map((lang) => {
    const body = markdown.parse(read(`docs/site/${lang}/${file}.md`).replace(/^\{\{(.*)\}\}$/gm, (_, heading) => section(heading))).replace('<div data-api></div>', api).replace('<div data-builder>', `<div data-builder data-guidelines="${escape(JSON.stringify(guidelines()))}">`);
    return [lang === 'vi' ? `${file}.html` : `en/${file}.html`, page({ file, lang, up: lang === 'vi' ? '../' : '../../', body })];
  }));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const [name, text] of made()) {
    mkdirSync(dirname(path(`www/docs/${name}`)), { recursive: true });
    writeFileSync(path(`www/docs/${name}`), text);
  }
}
