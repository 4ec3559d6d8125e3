/** @import { Evidence, Finding, Pack, Scan } from '../types.js' */
/** @import { Session } from '../session.js' */

import { h } from '../dom.js';
import { options } from './options.js';
import { isAnswer, nameOf } from './words.js';

/**
 * For questions about words that stand in the draft already: what to put in their place. A blank offers the options that the
 * pack has for it; words that disagree wait for the surgeon's own, for only one of them can be right and nobody else knows which.
 * @param {Session} session @param {Finding} finding @param {Scan} scan @param {Pack | null} pack
 */
export function changes(session, finding, scan, pack) {
  const isBlank = finding.kind === 'placeholder';
  const field = isBlank ? pack?.elements.find((element) => element.id === finding.element)?.fields?.[0] : undefined;
  const places = outermost(isBlank ? finding.evidence.map((words) => blankAt(words, scan)) : finding.evidence).filter((words) => words.part === undefined);
  if (field) {
    return h('div', { class: 'changes' }, places.map((words, number) => fillIn(session, finding, words, field, number)));
  }

  return places.length === 0 ? null : h('details', { class: 'changes' }, h('summary', { class: 'link' }, 'Change the words…'), places.map((words) => change(session, finding, words)));
}

/** @param {Session} session @param {Finding} finding @param {Evidence} blank @param {{ name: string, options: string[] }} field @param {number} number */
function fillIn(session, finding, blank, field, number) {
  const name = `blank ${number + 1}`;
  const chosen = () => session.state.chosen.get(finding.id)?.[name] ?? '';
  const button = h('button', { type: 'submit', class: 'button primary', disabled: !isAnswer(chosen()) }, 'Fill in');
  return h('form', {
    onsubmit: (/** @type {Event} */ event) => {
      event.preventDefault();
      session.mend([{ ...blank, with: chosen().trim(), why: finding.question }], `Filled in: ${nameOf(finding)}.`, finding.id);
    },
  }, options(`${finding.id}/${number}`, field, false, chosen(), (answer) => {
    session.choose(finding.id, name, answer);
    button.disabled = !isAnswer(answer);
  }), button);
}

/** @param {Session} session @param {Finding} finding @param {Evidence} words */
function change(session, finding, words) {
  const button = h('button', { type: 'submit', class: 'button', disabled: true }, 'Replace');
  const text = h('input', {
    type: 'text', autocomplete: 'off', 'aria-label': `In place of “${words.text}”`, placeholder: 'in its place',
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
