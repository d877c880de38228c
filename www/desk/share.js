// Ways out of the machine without a server: the clipboard, the apps of the phone, a letter. Each says what leaves, and none does anything unasked.

import { json } from '../json.js';
import { button, heading, labelled, make, refill, select } from './dom.js';
import { letter } from './words.js';

const bytes = (text) => new TextEncoder().encode(text);
const PDF = 'application/pdf';

/** @param {import('../desk.js').Desk} desk */
export function share(desk) {
  desk.body.append(heading(desk.words('desk.share')), ...copying(desk), ...sharing(desk), ...mailing(desk));
}

/** The document as text. */
function said(host, kind) {
  return host.core.summarize(bytes(host.app.record()), host.options({ kind, format: 'text' }));
}

/** Asks the page, does it, and tells the page. */
async function leaving(host, kind, content, name, act) {
  if (!host.emit('dvk-before-export', { kind }, true)) return;
  await act();
  host.emit('dvk-export', { blob: new Blob([content], { type: kind === 'pdf' ? PDF : 'text/plain' }), fileName: name, kind });
}

function copying(desk) {
  const { host } = desk;
  const which = select(['brief', 'form'].map((kind) => [kind, desk.words(`share.${kind}`)]));
  const box = make('textarea', { rows: '10', readonly: '', lang: 'vi' });
  const fill = () => { box.value = host.ask(() => said(host, which.value)) ?? ''; };
  which.addEventListener('change', fill);
  // What is copied is what stands on the form now, not what stood there when this was opened.
  const copy = () => desk.attempt(() => {
    fill();
    return leaving(host, 'text', box.value, 'tom-tat.txt', async () => desk.say(await copied(box) ? desk.words('share.copied') : desk.words('share.copyByHand')));
  });
  fill();
  return [make('h4', {}, desk.words('share.text')), labelled(desk.words('share.which'), which), labelled(desk.words('share.box'), box), make('p', { class: 'help' }, desk.words('share.copyLeaves')), button(desk.words('share.copy'), copy)];
}

/** Copies the text of a box. Plain http has no clipboard: then the selection is copied, and where that is not allowed either it stays selected. */
async function copied(box) {
  try {
    await navigator.clipboard.writeText(box.value);
    return true;
  } catch {
    box.focus();
    box.select();
    try {
      return document.execCommand('copy');
    } catch {
      return false;
    }
  }
}

function sharing(desk) {
  const { host } = desk;
  const parts = [make('h4', {}, desk.words('share.file'))];
  if (!navigator.share) return [...parts, make('p', {}, desk.words('share.noShare'))];
  const shared = (data) => navigator.share(data).then(() => desk.say(desk.words('share.shared')), (error) => {
    // The person closed the list of apps: nothing left the machine, nothing to tell.
    if (error?.name !== 'AbortError') throw error;
  });
  const text = () => desk.attempt(() => {
    const content = said(host, 'brief');
    return leaving(host, 'text', content, 'tom-tat.txt', () => shared({ text: content }));
  });
  parts.push(make('p', { class: 'help' }, desk.words('share.shareLeaves')), button(desk.words('share.shareText'), text));
  if (navigator.canShare?.({ files: [new File(['%PDF-'], 'a.pdf', { type: PDF })] })) parts.push(button(desk.words('share.shareFile'), () => file(desk, shared), 'button second'));
  return parts;
}

/** @type {{ record: string, file: File } | null} a PDF that took longer to make than the browser remembers the press */
let made = null;

/** Shares the PDF of the record. */
function file(desk, shared) {
  const { host } = desk;
  return desk.attempt(async () => {
    const record = host.app.record();
    if (made?.record !== record) {
      const options = JSON.parse(new TextDecoder().decode(host.options({ kind: 'form' })));
      const { fileName } = JSON.parse(host.core.document(bytes(record), bytes(json(options))));
      made = { record, file: new File([await host.engine.pdf(record, options)], `${fileName}.pdf`, { type: PDF }) };
    }
    await leaving(host, 'pdf', made.file, made.file.name, () => shared({ files: [made.file], title: made.file.name }).catch((error) => {
      if (error?.name !== 'NotAllowedError') throw error;
      desk.say(desk.words('share.shareReady'));
    }));
  });
}

function mailing(desk) {
  const { portal } = desk.host.settings;
  const link = make('a', { class: 'button', part: 'button', href: 'mailto:' }, desk.words('share.open'));
  // Written at the press, from what stands on the form then.
  const address = () => {
    const { model, applicant } = JSON.parse(desk.host.app.record());
    const to = portal?.submit?.kind === 'mail' ? portal.submit.to : portal?.contact?.email ?? '';
    const query = [['subject', letter.subject(model?.name)], ['body', letter.body((portal?.recipient ?? []).join('; '), model?.name, applicant?.name)]];
    link.href = `mailto:${encodeURIComponent(to).replace('%40', '@')}?${query.map(([name, text]) => `${name}=${encodeURIComponent(text)}`).join('&')}`;
  };
  link.addEventListener('pointerdown', address);
  link.addEventListener('click', address);
  address();
  const steps = make('ol', {}, ...['share.step1', 'share.step2', 'share.step3'].map((step) => make('li', {}, desk.words(step))));
  return [make('h4', {}, desk.words('share.mail')), steps, make('p', { class: 'help' }, desk.words('share.mailLeaves')), make('p', {}, link)];
}
