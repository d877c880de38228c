// The PDF module alone: an official form that is laid out already as an abstract document, as JSON. pdf.mjs copies this file to pdf/.
import { load } from '../pkg/index.js';
import { render } from '../pkg/pdf.js';
import { record } from './_doc.js';

const options = { kind: 'form', today: '2026-06-01' };
const bytes = (value) => new TextEncoder().encode(JSON.stringify(value));
let form;
export default {
  name: 'ours, PDF module alone',
  deps: [],
  fonts: [],
  wasm: ['pkg/dvk.wasm', 'pkg/dvk-pdf.wasm', 'pkg/units.json'],
  async init({ wasm: [wasm, pdf, units] }) {
    const engine = await load({ wasm, pdf, units });
    await engine.pdf(record, options);
    form = new TextEncoder().encode(engine[Symbol.for('dvk.core')].document(bytes(record), bytes(options)));
  },
  make() {
    const rendered = render(form);
    const file = rendered.bytes;
    rendered.free();
    return file;
  },
};
