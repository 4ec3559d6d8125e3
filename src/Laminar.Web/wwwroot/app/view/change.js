/** @import { Evidence, Finding, Pack, Scan } from '../types.js' */
/** @import { Session } from '../session.js' */

import { h } from '../dom.js';
import { nameOf } from '../session.js';

/**
 * For questions about words that stand in the draft already: what to put in their place. A blank offers the options that the
 * pack has for it; words that disagree wait for the surgeon's own, for only one of them can be right and nobody else knows which.
 * @param {Session} session @param {Finding} finding @param {Scan} scan @param {Pack | null} pack
 */
export function changes(session, finding, scan, pack) {
  const blanks = finding.kind === 'placeholder';
  const choices = blanks ? pack?.elements.find((element) => element.id === finding.element)?.fields?.[0]?.options ?? [] : [];
  const list = h('datalist', { id: `choices-${finding.id}` }, choices.filter((option) => option !== 'other').map((option) => h('option', { value: option })));
  return h('div', { class: 'changes' },
    outermost(blanks ? finding.evidence.map((words) => blankAt(words, scan)) : finding.evidence).filter((words) => words.part === undefined).map((words) => change(session, finding, words, choices.length > 0 ? list.id : undefined)),
    choices.length > 0 && list);
}

/** @param {Session} session @param {Finding} finding @param {Evidence} words @param {string | undefined} list */
function change(session, finding, words, list) {
  const button = h('button', { type: 'submit', class: 'button', disabled: true }, 'Replace');
  const text = h('input', {
    type: 'text', autocomplete: 'off', 'aria-label': `In place of “${words.text}”`, list, placeholder: 'in its place',
    oninput: () => { button.disabled = text.value.trim() === '' || text.value.trim() === words.text; },
  });
  return h('form', {
    class: 'change',
    onsubmit: (/** @type {Event} */ event) => {
      event.preventDefault();
      session.mend([{ ...words, with: text.value.trim(), why: finding.question }], `Changed: ${nameOf(finding)}.`, finding.id);
    },
  }, h('span', { class: 'old' }, `“${words.text}”`), text, button);
}

/** Evidence inside other evidence would be changed with it. @param {Evidence[]} evidence */
function outermost(evidence) {
  return evidence.filter((one, index) => !evidence.some((other, number) => number !== index && other.paragraph === one.paragraph
    && other.start <= one.start && other.start + other.length >= one.start + one.length && (other.length > one.length || number < index)));
}

/** The whole blank that words stand in: what is asked about may begin or end inside of it. @param {Evidence} words @param {Scan} scan */
function blankAt(words, scan) {
  return scan.blanks.find((blank) => blank.paragraph === words.paragraph && blank.start < words.start + words.length && words.start < blank.start + blank.length) ?? words;
}
