// When a record counts as good. The rivals know the rules of their form only, so of our criteria those count that a known fault of the bench belongs
// to; criteria on wording do not. Rule `field` is the bench's word for what our contract treats in three ways: a value that cannot be read is a field
// error, an unknown choice is a refusal of the whole record, and a text that is too short is unmet R19.
import { FAULTS } from '../form/data.js';

export const judged = [...new Set([...FAULTS.map(({ rule }) => rule).filter((rule) => rule !== 'field'), 'R19'])].sort();

/** A report, or what stands for it when the record is refused; a fault of the software stays one. */
export function report(check) {
  try {
    return { refused: 0, ...check() };
  } catch (error) {
    if (!error.problems || error.code === 'internal') throw error;
    return { refused: error.problems.length, errors: [], findings: [] };
  }
}

export const ok = ({ refused, errors, findings }) => !refused && !errors.length && !findings.some(({ outcome, criterion }) => outcome === 'unmet' && judged.includes(criterion));
