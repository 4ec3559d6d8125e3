/** @import { Session, State } from '../session.js' */

import { fill, h, say } from '../dom.js';

/** Which pack the draft is read with, in a line; and the way to overrule what the draft has chosen, where there are several. */
export class PackChoice {
  #session;
  #key = '';
  #title = h('span');
  #button = h('button', { type: 'button', class: 'link change-pack', 'aria-expanded': 'false', 'aria-controls': 'pack-choice', onclick: () => this.open(this.#choice.hidden === true) }, 'Change');
  #select = h('select', { onchange: () => this.#session.setPack(this.#select.value || null) });
  #choice = h('label', { class: 'setting', id: 'pack-choice', hidden: true }, 'Read it as', this.#select);
  elements;

  /** @param {Session} session @param {HTMLElement} before what stands in the same line */
  constructor(session, before) {
    this.#session = session;
    this.elements = [h('p', { class: 'sub' }, before, this.#title, ' ', this.#button), this.#choice];
  }

  /** @param {State} state */
  update({ scan, pack, packs, choice }) {
    say(this.#title, scan === null ? '' : `${pack?.title ?? scan.pack.id} ${scan.pack.version}${choice === null ? '' : ', chosen by you'}`);
    this.#button.hidden = scan === null || packs.length < 2;
    const key = JSON.stringify(packs);
    if (key !== this.#key) {
      this.#key = key;
      fill(this.#select, h('option', { value: '' }, 'What the draft says it is'), ...packs.map(({ id, title }) => h('option', { value: id }, title)));
    }

    this.#select.value = choice ?? '';
  }

  /** @param {boolean} open */
  open(open) {
    this.#choice.hidden = !open;
    this.#button.setAttribute('aria-expanded', String(open));
    if (open) {
      this.#select.focus();
    }
  }
}
