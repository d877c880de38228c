// The official form of the record, from the object to the file: check, document and PDF. pdf.mjs copies this file to pdf/.
import { load } from '../pkg/index.js';
import { record } from './_doc.js';

let engine;
export default {
  name: 'ours',
  deps: [],
  fonts: [],
  wasm: ['pkg/dvk.wasm', 'pkg/dvk-pdf.wasm', 'pkg/units.json'],
  async init({ wasm: [wasm, pdf, units] }) { engine = await load({ wasm, pdf, units }); },
  make() { return engine.pdf(record, { kind: 'form', today: '2026-06-01' }); },
};
