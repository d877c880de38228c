// What of Debian's packages the portals need, and what of it is not here. `scripts/setup.sh portals` installs it.
import { execFileSync } from 'node:child_process';
import { accessSync } from 'node:fs';

const COMMON = { 'php-cli': 'php' };
/** By portal: package → a program, a module of PHP (`php:`), or a file. */
const NEEDS = {
  wordpress: { ...COMMON, 'php-mysql': 'php:mysqli', 'mariadb-server-core': 'mariadbd', wordpress: '/usr/share/wordpress/wp-load.php', 'wordpress-theme-twentytwentyone': '/usr/share/wordpress/wp-content/themes/twentytwentyone/style.css' },
  dokuwiki: { ...COMMON, 'php-xml': 'php:xml', dokuwiki: '/usr/share/dokuwiki/doku.php' },
  mediawiki: { ...COMMON, 'php-sqlite3': 'php:sqlite3', 'php-mbstring': 'php:mbstring', 'php-xml': 'php:xml', 'php-intl': 'php:intl', mediawiki: '/usr/share/mediawiki/index.php' },
};

const works = (/** @type {() => unknown} */ act) => { try { act(); return true; } catch { return false; } };
const modules = () => execFileSync('php', ['-m'], { encoding: 'utf8' }).toLowerCase().split('\n');

function here(need) {
  if (need.startsWith('/')) return works(() => accessSync(need));
  if (need.startsWith('php:')) return works(() => { if (!modules().includes(need.slice(4))) throw new Error(need); });
  return works(() => execFileSync('sh', ['-c', 'command -v "$0"', need]));
}

/** @param {keyof typeof NEEDS} portal @returns {string} the sentence for the one who runs the test; empty when all is here */
export function missing(portal) {
  const packages = Object.entries(NEEDS[portal]).filter(([, need]) => !here(need)).map(([name]) => name);
  return packages.length === 0 ? '' : `not here: ${packages.join(' ')} (on Debian, as root: scripts/setup.sh portals)`;
}
