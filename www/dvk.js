// The loader: one classic script tag. It brings in the element from beside itself when a placeholder comes near, and checks every file against the hash
// that the build wrote here: a file that was cut off, changed or left over from another version is told, never run.
//
// The address of the files is this script's own, also with <base href>, async, defer, or put in by another script. Where a page runs it without an
// address (as text, or as a module) `document.currentScript` is null: then the script tag whose address ends in dvk.js is taken, if there is one.

import { claim, offer, watch } from './loader.js';

/** SHA-256 by path; what the engine needs comes with core.js. A third shorter than SHA-384, which sri.json has, and this file comes with every page. @type {Record<string, string>} */
const HASHES = DVK_HASHES;
const FORM = 'dvk-form.wasm';

const sentences = {
  hash: 'tệp bị cắt, bị sửa hoặc khác phiên bản; đề nghị chép lại cả thư mục',
  network: 'không kết nối được, hoặc connect-src của trang không cho phép',
  import: 'không chạy được: loại tệp (MIME) phải là text/javascript, script-src phải cho phép',
};

const trouble = (path, why, cause) => Object.assign(new Error(`«${path}»: ${sentences[why] ?? `máy chủ trả lời ${why}`}`, { cause }), { code: 'not-loaded', path, why, status: why });

function start(script) {
  const base = new URL('.', script.src).href;
  /** How often a module could not be run: browsers remember that by its address. */
  const failures = {};
  const early = {};

  async function fresh(path) {
    const ask = async (integrity, cache) => fetch(base + path, { integrity, cache });
    const integrity = HASHES[path] ? `sha256-${HASHES[path]}` : '';
    // Why a fetch failed is not told to scripts. Past the browser's cache, which may hold another version; then without the hash, to learn the reason.
    const response = await ask(integrity, 'default').catch(() => ask(integrity, 'reload')).catch(async (cause) => {
      const plain = integrity && await ask('', 'reload').then(async (whole) => { await whole.arrayBuffer(); return whole; }).catch(() => {});
      throw trouble(path, plain ? plain.ok ? 'hash' : plain.status : 'network', cause);
    });
    if (!response.ok) throw trouble(path, response.status);
    return response;
  }

  function get(path) {
    const coming = early[path] ?? fresh(path);
    delete early[path];
    return coming;
  }

  const run = (path) => import(base + path + (failures[path] ? `?${failures[path]}` : '')).catch((cause) => {
    failures[path] = (failures[path] ?? 0) + 1;
    throw trouble(path, 'import', cause);
  });

  async function bring(path, ...needs) {
    await Promise.all([path, ...needs].map(get));
    for (const need of needs) Object.assign(HASHES, (await run(need)).sums);
    return run(path);
  }

  if (!claim(DVK_VERSION, { base, get, bring, offer })) return;
  watch(() => {
    // On the way while the element is read; whoever asks for it gets this answer, a failure too.
    early[FORM] ??= fresh(FORM);
    early[FORM].catch(() => {});
    return bring('element.js');
  });
}

const script = document.currentScript ?? document.querySelector('script[src$="/dvk.js"]');
if (script?.src) start(script);
else console.error('dvk: không rõ địa chỉ của dvk.js; đề nghị dùng thẻ <script async src="…/dvk.js">');
