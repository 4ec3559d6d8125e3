/** @import { Draft } from './draft.js' */

import { h } from '../dom.js';

/** Asks before changes are lost, and only then. */
export class Leaving {
  #draft;
  #stay = h('button', { type: 'submit', class: 'button primary', value: 'stay', autofocus: true }, 'Go back to the draft');

  /** @param {Draft} draft */
  constructor(draft) {
    this.#draft = draft;
    this.element = h('dialog', { class: 'leaving', 'aria-labelledby': 'leaving' }, h('form', { method: 'dialog' },
      h('p', { id: 'leaving' }, 'The changes in this draft have not been downloaded and would be lost.'),
      h('div', { class: 'row' }, this.#stay, h('button', { type: 'submit', class: 'button', value: 'leave' }, 'Discard them'))));
    addEventListener('beforeunload', (event) => { draft.isDirty && event.preventDefault(); });
  }

  /** @returns {Promise<boolean>} */
  async agreed() {
    if (!this.#draft.isDirty) {
      return true;
    }

    this.element.returnValue = 'stay';
    this.element.showModal();
    await new Promise((closed) => { this.element.addEventListener('close', closed, { once: true }); });
    return this.element.returnValue === 'leave';
  }
}
