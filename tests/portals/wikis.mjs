// DokuWiki and MediaWiki of Debian, in Vietnamese, and a webmaster who makes a page in them.
import { appendFileSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PHP, address, php, run } from './running.mjs';

const PASSWORD = 'mat-khau-thu';

/** Debian keeps settings and pages in /etc and /var/lib; here all lies below one folder, as the makers of DokuWiki ship it. */
export async function dokuwiki(folder) {
  const root = join(folder, 'site');
  const url = await address();
  await run('cp', ['-rL', '/usr/share/dokuwiki', root]);
  for (const name of ['attic', 'cache', 'index', 'locks', 'log', 'media', 'media_attic', 'media_meta', 'meta', 'pages', 'tmp']) mkdirSync(join(root, 'data', name), { recursive: true });
  await run('cp', ['-rL', '/etc/dokuwiki', join(root, 'conf')]);
  const { stdout: hash } = await run('php', ['-r', 'echo password_hash($argv[1], PASSWORD_BCRYPT);', PASSWORD]);
  writeFileSync(join(root, 'inc/preload.php'), `<?php define('DOKU_CONF', '${root}/conf/'); define('DOKU_MAIN_CONF', DOKU_CONF);\n`);
  for (const [file, text] of [
    ['local.php', `<?php\n$conf['title'] = 'Cổng thử'; $conf['lang'] = 'vi'; $conf['useacl'] = 1; $conf['superuser'] = '@admin'; $conf['savedir'] = '${root}/data';\n`],
    ['users.auth.php', `quantri:${hash}:Quản trị:quantri@portal.test:admin,user\n`],
    ['acl.auth.php', '*\t@ALL\t1\n*\t@user\t8\n'],
  ]) {
    rmSync(join(root, 'conf', file), { force: true });
    writeFileSync(join(root, 'conf', file), text);
  }
  await php(url, root, folder);
  return { root, url };
}

/** @param {{ root: string, url: string }} portal @param {import('playwright-core').Page} page @returns {import('./actions.mjs').Hands & { published(): Promise<string> }} */
export function dokuwikiHands({ root, url }, page) {
  return {
    root,
    async create(name, button, text) {
      await page.goto(`${url}/doku.php?id=start&do=login`);
      await page.fill('input[name=u]', 'quantri');
      await page.fill('input[name=p]', PASSWORD);
      await page.click('#dw__login button[type=submit]');
      await page.goto(`${url}/doku.php?id=${name}`);
      await page.getByRole('link', { name: button }).first().click();
      await page.fill('textarea[name=wikitext]', text);
    },
    press: (button) => page.getByRole('button', { name: button, exact: true }).first().click(),
    async published() {
      await page.waitForURL((at) => !at.search.includes('do='));
      return page.url().replace(/#.*/, '');
    },
  };
}

export async function mediawiki(folder) {
  const root = join(folder, 'site');
  const url = await address();
  // Links stay links: Debian's LocalSettings.php leads to nothing until someone installs.
  await run('cp', ['-r', '/usr/share/mediawiki', root]);
  rmSync(join(root, 'LocalSettings.php'), { force: true });
  await run('php', [
    ...PHP, 'maintenance/install.php', '--dbtype', 'sqlite', '--dbpath', join(folder, 'data'), '--dbname', 'wiki', '--server', url, '--scriptpath', '', '--lang', 'vi', '--pass', `${PASSWORD}-quan-tri`, 'Cổng thử', 'Quantri',
  ], { cwd: root });
  // Jobs that would run at the end of a visit; the server has few workers.
  appendFileSync(join(root, 'LocalSettings.php'), '$wgJobRunRate = 0;\n');
  await php(url, root, folder);
  return { root, url };
}

/** @param {{ root: string, url: string }} portal @param {import('playwright-core').Page} page @returns {import('./actions.mjs').Hands & { published(): Promise<string> }} */
export function mediawikiHands({ root, url }, page) {
  return {
    root,
    async create(name, button, text) {
      await page.goto(`${url}/index.php?title=Special:UserLogin`);
      await page.fill('#wpName1', 'Quantri');
      await page.fill('#wpPassword1', `${PASSWORD}-quan-tri`);
      await page.click('#wpLoginAttempt');
      await page.goto(`${url}/index.php?title=${name}`);
      await page.getByRole('link', { name: button, exact: true }).first().click();
      await page.fill('#wpTextbox1', text);
    },
    press: (button) => page.getByRole('button', { name: button, exact: true }).first().click(),
    async published() {
      await page.waitForURL((at) => !at.search.includes('action='));
      return page.url().replace(/#.*/, '');
    },
  };
}
