/** @import { ElementResult, Evidence, PackElement } from '../types.js' */
/** @import { Session, State } from '../session.js' */

import { fill, h } from '../dom.js';
import { quotes } from './quote.js';
import { isAlways, valuesOf } from './words.js';

/**
 * For template authors: facts that belong to one patient and stand written out in the note, so that every draft made from it would
 * say them of the next patient; and the field to put in their place.
 */
export class HardCoded {
  #session;
  #key = '';
  #list = h('div');
  element = h('section', { 'data-group': 'hard-coded' }, h('h2', { class: 'heading' }, 'Written into the note'), this.#list);

  /** @param {Session} session */
  constructor(session) {
    this.#session = session;
  }

  /** @param {State} state */
  update(state) {
    this.element.hidden = state.role !== 'author';
    const { scan, pack } = state;
    const key = JSON.stringify([scan?.elements, scan?.paragraphs, pack?.version]);
    if (this.element.hidden || scan === null || key === this.#key) {
      return;
    }

    this.#key = key;
    const facts = hardCoded(state);
    fill(this.#list, ...facts.map(({ element, field }) => this.#card(element, field, state)),
      facts.length === 0 && h('p', { class: 'why' }, 'No fact of one patient is written into this note.'));
  }

  /** @param {ElementResult} element @param {PackElement} field @param {State} state */
  #card(element, field, state) {
    const scan = /** @type {import('../types.js').Scan} */ (state.scan);
    const blank = blankOf(field);
    return h('details', { class: 'card' },
      h('summary', {}, h('span', { class: 'sign open', 'aria-hidden': 'true' }, '!'), h('span', { class: 'name' }, element.name), h('span', { class: 'rest' }, valuesOf(element, state.pack))),
      h('div', { class: 'body' },
        h('p', { class: 'why' }, 'A standard note says this of every patient. Put a field there that has to be filled in.'),
        quotes(element.evidence, scan, (words) => this.#session.select(words)),
        h('p', { class: 'phrase' }, h('span', { class: 'field' }, blank)),
        h('div', { class: 'row' }, performed(element).map((words) => h('button', {
          type: 'button', class: 'button',
          onclick: () => this.#session.mend([{ ...words, with: blank, why: '' }], `A field stands in place of “${words.text}”.`),
        }, `Put a field in place of “${words.text}”`)))));
  }
}

/** @param {State} state */
export function hardCoded({ scan, pack }) {
  const fields = new Map(pack?.elements.filter((element) => element.patient).map((element) => [element.id, element]));
  return (scan?.elements ?? []).flatMap((element) => {
    const field = fields.get(element.id);
    return field && performed(element).length > 0 ? [{ element, field }] : [];
  });
}

/** @param {State} state */
export function authorHeadline(state) {
  const facts = hardCoded(state).length;
  return facts === 0 ? 'Nothing is hard-coded' : facts === 1 ? '1 fact is hard-coded' : `${facts} facts are hard-coded`;
}

/** @param {ElementResult} element @returns {Evidence[]} */
function performed(element) {
  return element.evidence.filter((words) => words.state === 'performed' || words.state === 'not-performed');
}

/** As the standard note would show it: a blank with its choices, or to be written into. @param {PackElement} element */
function blankOf(element) {
  const options = (element.fields?.[0]?.options ?? []).filter((option) => option !== 'other');
  return options.some((option) => !isAlways(option)) ? `[${options.join(' / ')}]` : `[${element.name.toLowerCase()}: ___]`;
}
