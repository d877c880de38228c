// The shipped element as a row of a rival bench; nothing in pkg/ is changed for it. bench.mjs copies this file to adapters/ there, next to pkg/.
//
// The bench makes one script of an adapter, in which `import.meta.url` is BASE, an address where nothing is. So the page is told where the files
// of that address are: an import map leads to the scripts that are imported, and `fetch` gives the rest. What is under assets/<row>/ was fetched before the clock
// started (`__assets`) and is answered from memory, compiled inside the clock like a rival's script; anything else comes from the bench's server.
import '../pkg/element.js';

const BASE = 'http://127.0.0.1/';
/** Scripts that are imported when they are needed; `import()` does not go through `fetch`. */
const LAZY = ['shelf.js', 'paper.js', 'desk.js', 'failed.js', 'pdf.js'];
const TYPES = { wasm: 'application/wasm', json: 'application/json' };

const fetchPage = globalThis.fetch.bind(globalThis);
globalThis.fetch = async (address, options) => {
  const url = `${address?.url ?? address}`;
  if (!url.startsWith(BASE)) return fetchPage(address, options);
  const name = url.slice(BASE.length);
  const file = __assets[name];
  return file ? new Response(file, { headers: { 'content-type': TYPES[name.split('.').pop()] } }) : fetchPage(`/pkg/${name}`, options);
};

const served = (name) => new URL(`/pkg/${name}`, location.href).href;

/** Address of index.js: in memory with its core.js, when the row brings them. */
function engineAddress() {
  if (!__assets['index.js']) return served('index.js');
  const script = (text) => URL.createObjectURL(new Blob([text], { type: 'text/javascript' }));
  const text = new TextDecoder().decode(__assets['index.js']);
  const linked = text.replace(/(?<=\bfrom\s*)(["'])\.\/core\.js\1/, () => JSON.stringify(script(__assets['core.js'])));
  if (linked === text) throw new Error('index.js does not import ./core.js any more');
  return script(linked);
}

/** Resolves when the form is drawn; with `engine`, when a check can be answered as well. */
export async function mount(root, { engine = false } = {}) {
  const map = document.createElement('script');
  map.type = 'importmap';
  map.textContent = JSON.stringify({ imports: { ...Object.fromEntries(LAZY.map((name) => [`${BASE}${name}`, served(name)])), [`${BASE}index.js`]: engineAddress() } });
  document.head.append(map);

  const element = document.createElement('dvk-registration');
  let trouble;
  element.addEventListener('dvk-error', (event) => { trouble = event.detail.error; });
  const drawn = new Promise((done, fail) => {
    element.addEventListener('dvk-ready', done);
    element.addEventListener('dvk-error', () => fail(trouble), { once: true });
  });
  root.append(element);
  await drawn;
  if (engine) await element.ready;

  const find = (selector) => element.shadowRoot.querySelector(selector);
  return {
    first: () => find('input'),
    openLong: () => {
      find('[data-on=method]').click();
      return () => find('textarea[data-path="/model/method"]');
    },
    // Everything that is not a hint, of every criterion, also those on wording that no rival has.
    check: async (record) => {
      element.record = record;
      try {
        const report = await element.check();
        return report.errors.length + report.findings.filter(({ outcome, severity }) => outcome === 'unmet' && severity !== 'hint').length;
      } catch (refusal) {
        // A record that the engine refuses as a whole (an unknown choice). A fault of the software is none.
        if (refusal.problems && refusal.code !== 'internal') return refusal.problems.length;
        throw refusal;
      }
    },
  };
}
