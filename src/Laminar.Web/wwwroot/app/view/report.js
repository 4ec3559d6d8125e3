/** @import { Finding } from '../types.js' */
/** @import { Session } from '../session.js' */
/** @import { Frame } from './asides.js' */

import { h } from '../dom.js';
import { reasons } from '../report-reasons.js';
import { sentenceAround } from './words.js';

const longest = 1000;

/** Tells the pack's authors that a question is bad. A sentence of the draft goes with it only where the user adds it and sees it. @param {Session} session @param {Finding} finding @param {Frame} frame */
export function reportForm(session, finding, frame) {
  let reason = '';
  const submit = h('button', { type: 'submit', class: 'button', disabled: true }, 'Send the report');
  const sentence = h('textarea', { maxlength: longest, 'aria-label': 'The sentence, as it is sent' });
  const added = h('div', { hidden: true }, h('p', { class: 'notice' }, 'The sentence is kept on the server and may name the patient: take out what does.'), sentence);
  const box = h('input', {
    type: 'checkbox',
    onchange: () => {
      added.hidden = !box.checked;
      // As the draft is now: what stood above may have moved since the form was opened.
      sentence.value = box.checked ? sentenceOf(session, session.state.scan?.findings.find(({ id }) => id === finding.id) ?? finding) : '';
    },
  });
  const send = async () => {
    await session.report(finding, reason, box.checked && sentence.value.trim() !== '' ? sentence.value.trim() : null);
    return 'Reported to the authors of the pack.';
  };
  return frame(send,
    h('fieldset', { class: 'options' }, h('legend', {}, 'What is wrong with this question?'), Object.entries(reasons).map(([code, words]) => h('label', {},
      h('input', { type: 'radio', name: `report/${finding.id}`, onchange: () => { reason = code; submit.disabled = false; } }), words))),
    h('label', { class: 'check-line' }, box, 'Add a sentence of the draft'), added, h('div', { class: 'row' }, submit));
}

/** What the question is about; nothing where it is about what the draft does not say. @param {Session} session @param {Finding} finding */
function sentenceOf(session, { evidence: [words] }) {
  const text = words === undefined ? '' : session.state.scan?.paragraphs[words.paragraph]?.text ?? words.text;
  return text.slice(...sentenceAround(text, words?.start ?? 0)).slice(0, longest);
}
