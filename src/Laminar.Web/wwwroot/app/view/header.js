/** @import { Session, State } from '../session.js' */

import { fill, h, say } from '../dom.js';
import { PackChoice } from './pack-choice.js';
import { headline, isStated, noteHeadline, required } from './words.js';

/** The state of the report in words, with a bar that says the same at a glance. */
export class Header {
  #title = h('h1', {}, 'Reading the draft…');
  #bar = h('div', { class: 'sum', role: 'img', hidden: true });
  #stated = h('span');
  #pack;
  #progress = h('progress', { 'aria-label': 'Reading the draft', hidden: true });
  #away = h('p', { class: 'notice', hidden: true }, 'The server can’t be reached. Nothing is lost; it is tried again.');
  #problem = h('p', { class: 'notice', hidden: true });
  #reason = h('span');
  #other = h('button', { type: 'button', class: 'link', onclick: () => this.#pack.open(true) }, 'Read it as something else');
  #fit = h('p', { class: 'notice', hidden: true }, this.#reason, ' ', this.#other);
  #notices = h('div');
  element;

  /** @param {Session} session */
  constructor(session) {
    this.#pack = new PackChoice(session, this.#stated);
    this.element = h('header', {}, this.#progress, this.#title, this.#bar, ...this.#pack.elements, this.#away, this.#problem, this.#fit, this.#notices);
  }

  /** @param {State} state */
  update(state) {
    const { scan, pack } = state;
    this.#pack.update(state);
    this.#progress.hidden = !state.reading;
    this.#away.hidden = !state.away;
    this.#problem.hidden = state.problem === null;
    say(this.#problem, state.problem ?? '');
    if (scan === null) {
      say(this.#title, state.problem !== null ? 'The draft could not be read' : state.away ? 'Waiting for the server' : 'Reading the draft…');
      return;
    }

    say(this.#title, state.role === 'author' ? noteHeadline(state.lint) : headline(scan));
    this.#bar.hidden = state.role === 'author' || scan.applicability.status === 'does-not-apply';
    const wanted = required(scan, pack);
    const stated = wanted.filter(isStated).length;
    const words = `${stated} of ${wanted.length} required elements stated`;
    if (this.#bar.getAttribute('data-key') !== wanted.map((element) => element.status).join()) {
      this.#bar.setAttribute('data-key', wanted.map((element) => element.status).join());
      this.#bar.setAttribute('aria-label', words);
      fill(this.#bar, ...wanted.map((element) => h('i', { class: isStated(element) ? '' : element.status === 'conflict' ? 'clash' : 'open' })));
    }

    say(this.#stated, this.#bar.hidden ? '' : `${words} · `);
    this.#fit.hidden = scan.applicability.status === 'applies';
    this.#other.hidden = state.packs.length < 2;
    say(this.#reason, scan.applicability.reason);
    const notices = scan.document.notices ?? [];
    if (this.#notices.childElementCount !== notices.length) {
      fill(this.#notices, ...notices.map((notice) => h('p', { class: 'notice' }, notice)));
    }
  }
}
