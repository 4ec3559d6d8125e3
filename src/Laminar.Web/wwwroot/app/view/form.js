/** @import { Repair, Scan } from '../types.js' */
/** @import { Session, State } from '../session.js' */

import { fill, h, say } from '../dom.js';

/** For transcriptionists: slips of form, each with what would stand in its place. None of them changes what is said. */
export class FormRepairs {
  #session;
  #key = '';
  #list = h('ul', { class: 'repairs' });
  #count = h('span', { class: 'count' });
  #all = h('button', { type: 'button', class: 'button', onclick: () => this.#mend(this.#repairs) }, 'Mend all');
  /** @type {Repair[]} */
  #repairs = [];
  element = h('details', { class: 'group', 'data-group': 'form', open: true, hidden: true }, h('summary', {}, h('h2', {}, 'Form'), this.#count), this.#list, h('div', { class: 'row' }, this.#all));

  /** @param {Session} session */
  constructor(session) {
    this.#session = session;
  }

  /** @param {State} state */
  update(state) {
    this.#repairs = state.role === 'transcriptionist' ? state.scan?.repairs ?? [] : [];
    this.element.hidden = this.#repairs.length === 0;
    say(this.#count, String(this.#repairs.length));
    const key = JSON.stringify(this.#repairs);
    if (key !== this.#key) {
      this.#key = key;
      fill(this.#list, ...this.#repairs.map((repair) => this.#row(repair, /** @type {Scan} */ (state.scan))));
    }
  }

  /** @param {Repair} repair @param {Scan} scan */
  #row(repair, scan) {
    const whole = scan.paragraphs[repair.paragraph]?.text ?? repair.text;
    const end = repair.start + repair.length;
    const [before, behind] = [wordsBefore(whole, repair.start), wordsBehind(whole, end)];
    return h('li', { class: 'repair' },
      h('p', {}, before.length < repair.start && '…', before, h('del', {}, visible(repair.text)), h('ins', {}, visible(repair.with)), behind, end + behind.length < whole.length && '…'),
      h('p', { class: 'why' }, repair.why),
      h('div', { class: 'row' },
        h('button', { type: 'button', class: 'button', onclick: () => this.#mend([repair]) }, 'Mend'),
        h('button', { type: 'button', class: 'link', onclick: () => this.#session.select({ ...repair, section: '', state: '' }) }, 'Show in text')));
  }

  /** @param {Repair[]} repairs */
  #mend(repairs) {
    this.#session.mend(repairs, repairs.length === 1 ? 'Mended.' : `Mended ${repairs.length} places.`);
  }
}

/** Some words before a place, none of them cut. @param {string} text @param {number} at */
function wordsBefore(text, at) {
  return /(?<!\S).{0,24}$/s.exec(text.slice(Math.max(0, at - 25), at))?.[0] ?? '';
}

/** @param {string} text @param {number} at */
function wordsBehind(text, at) {
  return /^.{0,24}(?!\S)/s.exec(text.slice(at, at + 25))?.[0] ?? '';
}

/** White space alone would be seen by nobody. @param {string} text */
function visible(text) {
  return text.trim() === '' ? text.replaceAll(' ', '␣') : text;
}
