// The sheets that go beside the registration: what the self-check says, with the writer's answers, and the sheet on which those who appraise write.

import { json } from '../json.js';
import { button, heading, make } from './dom.js';
import { sheet } from './sheet.js';

const bytes = (text) => new TextEncoder().encode(text);

/** @param {import('../desk.js').Desk} desk */
export function papers(desk) {
  desk.body.append(heading(desk.words('desk.papers')), ...paper(desk, 'self-check', 'papers.selfCheck'), ...paper(desk, 'appraisal', 'papers.appraisal'));
}

/** One sheet, and the ways to have it. */
function paper(desk, kind, name) {
  const { host } = desk;
  const options = () => JSON.parse(new TextDecoder().decode(host.options({ kind })));
  const document = () => JSON.parse(host.core.document(bytes(host.app.record()), bytes(json(options()))));
  const print = () => desk.attempt(() => {
    const made = document();
    return host.print(sheet(made), made.title);
  });
  return [
    make('h4', {}, desk.words(name)), make('p', { class: 'help' }, desk.words(`${name}Help`)),
    button(desk.words(`${name}Pdf`), () => file(desk, document, options)),
    button(desk.words(`${name}Print`), print, 'button second'),
  ];
}

/** The sheet as a PDF. */
async function file(desk, document, options) {
  const { host } = desk;
  if (!host.emit('dvk-before-export', { kind: 'pdf' }, true)) return;
  desk.say(desk.words('desk.making'));
  await desk.attempt(async () => {
    const name = `${document().fileName}.pdf`;
    host.download(await host.engine.pdf(host.app.record(), options()), name, 'application/pdf', 'pdf');
    desk.say(desk.words('desk.saved', { name }));
  });
}
