// Object in, report with all criteria out. bench.mjs copies this file to validators/.
import { load } from '../pkg/index.js';
import { ok, report } from './_ours-verdict.js';

export default {
  name: 'ours, check(record), all criteria',
  deps: [],
  async make() {
    const engine = await load({ wasm: __assets['dvk.wasm'], units: __assets['units.json'] });
    const check = (record) => report(() => engine.check(record, { today: '2026-06-01' }));
    return { check: (record) => ok(check(record)), errors: (record) => { const { refused, errors, findings } = check(record); return refused + errors.length + findings.filter(({ outcome }) => outcome === 'unmet').length; } };
  },
};
