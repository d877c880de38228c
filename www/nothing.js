// A guideline that judges nothing.

/** What the engine judges by when the guideline of the page is refused: one criterion that never applies, since the form hands over no other registrations. */
export const NOTHING = {
  format: 'dvk-guideline/1', id: 'none', version: '0', title: '-', issuer: { name: '-', level: 'commune' }, effective: { from: '2000-01-01' },
  sources: { none: { title: '-' } }, tests: [],
  criteria: [{ id: 'none', group: '-', title: '-', cite: [{ source: 'none' }], severity: 'hint', check: { kind: 'unique', path: '/model/name' }, target: '/model/name', messages: { met: '-', duplicate: '-' } }],
};
