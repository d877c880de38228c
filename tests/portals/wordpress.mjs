// WordPress of Debian with MariaDB, and a webmaster or an author at its administration: the block editor, or the old editor where a portal keeps that.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { PHP, address, mariadb, php, run } from './running.mjs';

const SETUP = fileURLToPath(new URL('wordpress.php', import.meta.url));
/** A plugin as portals have that stay with the old editor; which editor opens is WordPress' own decision, by this filter. */
const OLD_EDITOR = `<?php add_filter('use_block_editor_for_post', '__return_false');\n`;

const config = (socket, url) => `<?php
define('DB_NAME', 'wp'); define('DB_USER', 'root'); define('DB_PASSWORD', ''); define('DB_HOST', 'localhost:${socket}'); define('DB_CHARSET', 'utf8mb4'); define('DB_COLLATE', '');
foreach (['AUTH_KEY', 'SECURE_AUTH_KEY', 'LOGGED_IN_KEY', 'NONCE_KEY', 'AUTH_SALT', 'SECURE_AUTH_SALT', 'LOGGED_IN_SALT', 'NONCE_SALT'] as $name) define($name, "thu nghiem $name");
define('WP_SITEURL', '${url}'); define('WP_HOME', '${url}');
define('WP_HTTP_BLOCK_EXTERNAL', true); define('DISABLE_WP_CRON', true); define('AUTOMATIC_UPDATER_DISABLED', true);
$table_prefix = 'wp_';
if (!defined('ABSPATH')) define('ABSPATH', __DIR__ . '/');
require_once ABSPATH . 'wp-settings.php';
`;

export async function wordpress(folder) {
  const root = join(folder, 'site');
  const url = await address();
  const [socket] = await Promise.all([mariadb(folder), run('cp', ['-rL', '/usr/share/wordpress', root])]);
  writeFileSync(join(root, 'wp-config.php'), config(socket, url));
  await run('php', ['-r', `(new mysqli('localhost', 'root', '', '', 0, $argv[1]))->query('create database wp character set utf8mb4');`, socket]);
  await run('php', [...PHP, SETUP, url], { cwd: root });
  await php(url, root, folder);
  return { root, url };
}

/** As it was before a webmaster came. */
export function fresh({ root }, { oldEditor = false } = {}) {
  const plugins = join(root, 'wp-content/mu-plugins');
  for (const folder of [join(root, 'dvk'), plugins]) rmSync(folder, { recursive: true, force: true });
  mkdirSync(plugins);
  if (oldEditor) writeFileSync(join(plugins, 'old-editor.php'), OLD_EDITOR);
}

/** @param {{ root: string, url: string }} portal @param {import('playwright-core').Page} page @returns {import('./actions.mjs').Hands & { published(): Promise<string> }} */
export function hands({ root, url }, page, { oldEditor = false } = {}) {
  return {
    root,
    async compose(role, ...menu) {
      await page.goto(`${url}/wp-login.php`);
      await page.fill('#user_login', role);
      await page.fill('#user_pass', 'mat-khau-thu');
      await page.click('#wp-submit');
      const entry = page.locator('#adminmenu > li').filter({ has: page.getByRole('link', { name: menu[0], exact: true }) });
      await entry.getByRole('link', { name: menu[0], exact: true }).click();
      await entry.getByRole('link', { name: menu[1], exact: true }).click();
      const title = page.locator('#title, .wp-block-post-title');
      await title.waitFor();
      await page.getByRole('button', { name: 'Close dialog' }).or(page.getByRole('button', { name: 'Close', exact: true })).click({ timeout: 3_000 }).catch(() => {}); // the editor's welcome
      await title.click();
      await page.keyboard.insertText('Đăng ký mô hình Dân vận khéo');
    },
    async insert(block, html) {
      if (oldEditor) {
        await page.click('#content-html');
        return page.fill('textarea#content', html);
      }
      await page.keyboard.press('Enter');
      await page.keyboard.type(block);
      await page.getByRole('option', { name: 'Custom HTML', exact: true }).waitFor();
      await page.keyboard.press('Enter');
      const box = page.locator('.wp-block-html textarea');
      await box.fill(html);
    },
    async press(button) {
      if (oldEditor) return page.locator('#publishing-action').getByRole('button', { name: button, exact: true }).click();
      // The editor asks once more, with a button of the same name.
      await page.locator('.edit-post-header').getByRole('button', { name: button, exact: true }).click();
      await page.locator('.editor-post-publish-panel').getByRole('button', { name: button, exact: true }).click();
    },
    published: () => page.locator(oldEditor ? '#message a' : '.post-publish-panel__postpublish-buttons a').first().getAttribute('href', { timeout: 60_000 }), // a busy machine publishes slowly
  };
}
