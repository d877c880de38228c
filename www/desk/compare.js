// Two versions side by side, and the table that answers those who gave their opinion.

import { json } from '../json.js';
import { button, differences, heading, make, refill } from './dom.js';
import { sheet } from './sheet.js';

const bytes = (text) => new TextEncoder().encode(text);

/** @typedef {{ name: string, text: string, altered: string }} Version */

/** @param {import('../desk.js').Desk} desk */
export function compare(desk) {
  /** @type {{ before: Version | null, after: Version | null }} after: nothing is what stands on the screen */
  const chosen = { before: null, after: null };
  const place = make('div', {});
  const choose = async (which) => {
    const [file] = await desk.pick();
    if (!file) return;
    const read = await desk.attempt(() => desk.read(file));
    if (!read) return;
    chosen[which] = read;
    show(desk, place, chosen);
  };
  desk.body.append(heading(desk.words('desk.compare')), make('p', {}, desk.words('compare.intro')), button(desk.words('compare.chooseBefore'), () => choose('before')),
    button(desk.words('compare.chooseAfter'), () => choose('after'), 'button second'), place);
}

function show(desk, place, chosen) {
  const { host } = desk;
  if (!chosen.before) return;
  const after = chosen.after ?? { name: desk.words('compare.onScreen'), text: onScreen(host), altered: '' };
  const { before } = chosen;
  const found = host.ask((core) => core.compare(bytes(before.text), bytes(after.text), host.options()));
  if (!found) {
    desk.say(desk.words('desk.trouble'));
    return;
  }
  const revision = ({ text }) => JSON.parse(text).revision ?? 0;
  const told = found.changes.length ? desk.words('compare.found', { n: found.changes.length }) : desk.words('compare.same');
  const parts = [make('p', {}, desk.words('compare.pair', { before: before.name, after: after.name })), make('h4', { tabindex: '-1' }, told)];
  for (const { name, altered } of [before, after]) if (altered) parts.push(make('p', { class: 'notice', lang: 'vi' }, `${name}: ${altered}`));
  if (!found.same) parts.push(make('p', { class: 'notice' }, desk.words('compare.other')));
  if (found.same && revision(before) > revision(after)) parts.push(make('p', { class: 'notice' }, desk.words('compare.backwards')));
  parts.push(button(desk.words('compare.swap'), () => {
    [chosen.before, chosen.after] = [after, before];
    show(desk, place, chosen);
  }, 'button link'), differences(found.changes, desk.words));
  if (found.changes.length) parts.push(...table(desk, before, after));
  desk.say('');
  refill(place, ...parts);
  place.querySelector('h4').focus();
}

/** The record on the screen, as a file would hold it. */
function onScreen(host) {
  return host.core.canonical(bytes(host.app.record()));
}

/** Ways to have the table. */
function table(desk, before, after) {
  const { host } = desk;
  const options = () => ({ ...JSON.parse(new TextDecoder().decode(host.options({ kind: 'form' }))), before: JSON.parse(before.text) });
  const document = () => JSON.parse(host.core.document(bytes(after.text), bytes(json(options()))));
  const exported = async (kind, type) => {
    if (!host.emit('dvk-before-export', { kind }, true)) return;
    desk.say(desk.words('desk.making'));
    await desk.attempt(async () => {
      const name = `${document().fileName}.${kind}`;
      host.download(await host.engine[kind](after.text, options()), name, type, kind);
      desk.say(desk.words('compare.saved', { name }));
    });
  };
  const word = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
  return [
    make('h4', {}, desk.words('compare.table')), make('p', { class: 'help' }, desk.words('compare.tableHelp')),
    button(desk.words('compare.pdf'), () => exported('pdf', 'application/pdf')),
    ...(host.engine.docx ? [button(desk.words('compare.docx'), () => exported('docx', word), 'button second')] : []),
    button(desk.words('compare.print'), () => desk.attempt(() => host.print(sheet(document()), document().title)), 'button second'),
  ];
}
