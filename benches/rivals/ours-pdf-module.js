// The PDF module alone: an official form that is laid out already as an abstract document, as JSON, with the record and the report that it carries.
// pdf.mjs copies this file to pdf/.
import { load } from '../pkg/index.js';
import { render } from '../pkg/pdf.js';
import { record } from './_doc.js';

const options = { kind: 'form', today: '2026-06-01' };
const bytes = (value) => new TextEncoder().encode(JSON.stringify(value));
let form;
let carried;
export default {
  name: 'ours, PDF module alone',
  deps: [],
  fonts: [],
  wasm: ['pkg/dvk.wasm', 'pkg/dvk-pdf.wasm', 'pkg/units.json'],
  async init({ wasm: [wasm, pdf, units] }) {
    const engine = await load({ wasm, pdf, units });
    await engine.pdf(record, options);
    const { document, record: inside, report, id, revision, digest } = engine[Symbol.for('dvk.core')].parcel(bytes(record), bytes(options));
    const utf8 = (text) => new TextEncoder().encode(text);
    form = utf8(document);
    carried = [utf8(inside), utf8(report), id, revision, digest];
  },
  make() {
    const rendered = render(form, ...carried);
    const file = rendered.bytes;
    rendered.free();
    return file;
  },
};
