/** @import { Finding } from '../types.js' */
/** @import { Session } from '../session.js' */
/** @import { Frame } from './asides.js' */

import { h } from '../dom.js';

/** A surgeon's own wording of a phrase, with the pack's fields in it. What it may say is judged by the server. @param {Session} session @param {Finding} finding @param {Frame} frame */
export function wordingForm(session, finding, frame) {
  const now = finding.suggestion?.text ?? '';
  const fields = (finding.suggestion?.fields ?? []).map(({ name }) => `{${name}}`);
  const packs = session.state.pack?.elements.find(({ id }) => id === finding.element)?.phrase;
  const submit = h('button', { type: 'submit', class: 'button primary', disabled: true }, 'Keep this wording');
  const words = h('textarea', { maxlength: 400, 'aria-label': 'Your wording', oninput: () => { submit.disabled = said() === '' || said() === now; } });
  words.value = now;
  const said = () => words.value.replace(/\s+/g, ' ').trim();
  const back = h('button', { type: 'submit', class: 'button' }, 'Back to the pack’s wording');
  const send = async (/** @type {HTMLElement | null} */ pressed) => {
    const phrase = pressed === back || said() === packs ? null : said();
    await session.word(finding, phrase);
    return phrase === null ? 'The pack’s wording is back.' : 'Your wording is kept, and suggested to you from now on.';
  };
  return frame(send,
    h('p', { class: 'why' }, fields.length === 0 ? 'It states no more than the pack’s own.' : `Keep ${fields.join(' and ')} as ${fields.length === 1 ? 'it is: the answer goes' : 'they are: the answers go'} there.`),
    words,
    h('div', { class: 'row' }, submit, now !== packs && back));
}
