/** @import { ElementResult, Pack } from '../types.js' */
/** @import { Session, State } from '../session.js' */

import { fill, h } from '../dom.js';
import { fromId, isStated, status } from './words.js';

/**
 * All elements at a glance: what is stated and where, what is open, what disagrees. A click leads to the words, or to the card
 * that asks.
 */
export class Glance {
  #session;
  #open;
  #key = '';
  #list = h('ul', { class: 'elements' });
  element = h('details', { class: 'group', 'data-group': 'glance', hidden: true }, h('summary', {}, h('h2', {}, 'At a glance')), this.#list);

  /** @param {Session} session @param {(element: string) => void} open opens the card that asks about an element */
  constructor(session, open) {
    this.#session = session;
    this.#open = open;
  }

  /** @param {State} state */
  update(state) {
    const { scan, pack } = state;
    const key = JSON.stringify([scan?.elements, scan?.answered, pack?.version]);
    if (scan === null || key === this.#key) {
      return;
    }

    this.#key = key;
    fill(this.#list, ...scan.elements.map((element) => this.#row(element, pack, scan.findings.some((finding) => finding.element === element.id))),
      ...scan.answered.map((answer) => this.#answered(answer, scan.elements.find((element) => element.id === answer.element)?.name ?? fromId(answer.element))));
  }

  /** @param {ElementResult} element @param {Pack | null} pack @param {boolean} asked */
  #row(element, pack, asked) {
    const [sign, look] = isStated(element) ? ['✓', 'done'] : element.status === 'conflict' ? ['≠', 'clash'] : ['○', 'quiet'];
    const [first] = element.evidence;
    const text = [h('span', { class: `sign ${look}`, 'aria-hidden': 'true' }, sign), h('span', { class: 'name' }, element.name), h('span', { class: 'value' }, status(element, pack))];
    if (isStated(element) && first) {
      return h('li', {}, h('button', { type: 'button', class: 'element', title: 'Show in the draft', onclick: () => this.#session.select(first) }, text));
    }

    return h('li', {}, asked
      ? h('button', { type: 'button', class: 'element', title: 'Show the question', onclick: () => this.#open(element.id) }, text)
      : h('span', { class: 'element' }, text));
  }

  /** @param {{ id: string, element: string, answer: string }} answer @param {string} name */
  #answered({ id, answer }, name) {
    return h('li', { class: 'answered' }, h('span', { class: 'element' },
      h('span', { class: 'sign done', 'aria-hidden': 'true' }, '✓'), h('span', { class: 'name' }, name), h('span', { class: 'value' }, answer),
      h('button', { type: 'button', class: 'link', 'aria-label': `Ask again: ${name}`, onclick: () => this.#session.askAgain(id, name) }, 'Ask again')));
  }
}
