// Fetched by `dvk.doctor()` and by ?dvk-doctor in the page's address: what is wrong with the page around the form, and the exact line to change.

import { browser, data, loaders, placeholders, storage, webAssembly, whole } from './doctor/look.js';
import { panel } from './doctor/panel.js';

/**
 * Looks at everything. The report holds the page's address without its query, the browser, and nothing that was typed.
 *
 * @param {import('./files.js').Files} files @param {string} version
 * @returns {Promise<{ version: string, base: string, page: string, well: boolean, findings: import('./doctor/look.js').Finding[], text: string }>}
 */
export async function doctor(files, version) {
  const refused = [];
  const hear = (event) => { refused.push(event); };
  document.addEventListener('securitypolicyviolation', hear);
  const findings = [];
  for (const look of [placeholders, loaders, browser, webAssembly, whole, storage, data]) {
    // What goes wrong in looking is a finding too.
    try {
      findings.push(...await look({ files, version, refused }));
    } catch (error) {
      findings.push({ what: look.name, state: 'mend', found: String(error) });
    }
    // Browsers tell of what a policy refused a moment later.
    if (look === webAssembly) {
      await new Promise((later) => setTimeout(later, 50));
      findings.splice(-1, 1, ...look({ files, version, refused }));
    }
  }
  document.removeEventListener('securitypolicyviolation', hear);
  const page = location.origin + location.pathname;
  const report = { version, base: files.base, page, well: findings.every(({ state }) => state !== 'mend'), findings };
  return { ...report, text: written(report) };
}

const SIGNS = { ok: '[được]', note: '[lưu ý]', mend: '[cần sửa]' };

/** The report as text to hand on. */
const written = ({ version, base, page, findings }) => [
  `Dân vận khéo ${version}, tệp tại ${base}`,
  `Trang: ${page}`,
  ...findings.flatMap(({ what, state, found, change }) => [`${SIGNS[state]} ${what}: ${found}`, ...(change ? [`    Sửa: ${change}`] : [])]),
].join('\n');

/** The report as a panel on the page. */
export async function show(files, version) {
  const report = await doctor(files, version);
  panel(report);
  return report;
}
