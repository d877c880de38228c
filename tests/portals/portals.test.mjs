// Real portals: a webmaster does what README.vi.md says, nothing more, and then a visitor does the main job: fills in, checks, corrects, saves, prints to PDF.
// What Debian does not have here is told as skipped, and fails where CI is set. WordPress is in wordpress.test.mjs.
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { serve } from '../browser/server.mjs';
import { perform, understood } from './actions.mjs';
import { as, embed, portal, readme, started } from './embed.mjs';
import { instructions } from './readme.mjs';
import { endAll, temporary } from './running.mjs';
import { dokuwiki, dokuwikiHands, mediawiki, mediawikiHands } from './wikis.mjs';

const MOST = 6;
const STATIC = 'Trang tĩnh';

const inDokuwiki = portal('dokuwiki', dokuwiki);
const inMediawiki = portal('mediawiki', mediawiki);
after(endAll);

test('README.vi.md: a list for each portal, at most six actions, each known with its block of code', () => {
  assert.deepEqual([...readme.keys()], [STATIC, 'WordPress', 'WordPress, khi người đăng bài không phải quản trị viên', 'DokuWiki', 'MediaWiki']);
  for (const [heading, actions] of readme) {
    assert.ok(actions.length > 0 && actions.length <= MOST, `«${heading}» has ${actions.length} actions`);
    actions.forEach(understood);
  }
});

test('README.vi.md: what nobody knows how to do is told', () => {
  for (const [list, words] of [['1. Gọi điện cho đơn vị phát triển.', /no one knows/], ['1. Bấm “Lưu”.\n\n   ```html\n   x\n   ```', /takes no block/], ['1. Thêm dòng sau vào cuối tệp `a`:', /needs a block of php/]]) {
    const [action] = instructions(`## Dành cho người quản trị cổng thông tin\n\n### Cổng lạ\n\n${list}\n`).get('Cổng lạ');
    assert.throws(() => understood(action), words);
  }
  assert.throws(() => instructions('## Dành cho người quản trị cổng thông tin\n\n### Cổng lạ\n\n1. Bấm “A”.\n3. Bấm “B”.\n'), /numbered 3/);
});

/** A site of files, with a page of an office. */
function site() {
  const root = temporary();
  const file = join(root, 'dang-ky.html');
  writeFileSync(file, '<!DOCTYPE html>\n<html lang="vi">\n<head><meta charset="utf-8"><title>Đăng ký</title></head>\n<body>\n<header><h1>Cổng thông tin</h1></header>\n<main>\n<h2>Đăng ký mô hình</h2>\n<!-- biểu mẫu -->\n</main>\n</body>\n</html>\n');
  return { root, edit: (html) => writeFileSync(file, readFileSync(file, 'utf8').replace('<!-- biểu mẫu -->', () => html)) };
}

test('a static page', async (t) => {
  const at = site();
  const served = await serve({ root: at.root, pkg: join(at.root, 'dvk') });
  try {
    await embed(t, STATIC, () => ({ ...at, published: async () => `${served.url}dang-ky.html` }));
  } finally { await served.close(); }
});

test('a static page: without any one of the actions there is no form of that office', async (t) => {
  const actions = readme.get(STATIC);
  for (const left of actions) {
    const at = site();
    for (const action of actions) if (action !== left) await perform(at, action);
    const served = await serve({ root: at.root, pkg: join(at.root, 'dvk') });
    try {
      await as(t, 'passer-by', (session) => assert.rejects(started(session, `${served.url}dang-ky.html`), undefined, `left out: ${left.text}`));
    } finally { await served.close(); }
  }
});

inDokuwiki('DokuWiki', (t, at) => embed(t, 'DokuWiki', (page) => dokuwikiHands(at, page)));

inMediawiki('MediaWiki', (t, at) => embed(t, 'MediaWiki', (page) => mediawikiHands(at, page)));
