/** @import { Finding } from '../types.js' */
/** @import { Session, State } from '../session.js' */

import { fill, h, say } from '../dom.js';
import { Card } from './card.js';
import { Footer } from './footer.js';
import { FormRepairs } from './form.js';
import { Glance } from './glance.js';
import { Header } from './header.js';
import { of } from './words.js';

/** The pane: the state of the report, a card for each question, all elements at a glance. The same in Word and beside a draft in a browser. */
export class Pane {
  #session;
  /** @type {Map<string, Card>} */
  #cards = new Map();
  #opened = /** @type {State['opened']} */ (null);
  #fresh = true;
  #said = /** @type {State['done']} */ (null);
  #live = h('div', { class: 'unseen', role: 'status', 'aria-live': 'polite' });
  #header;
  #done = h('div', { class: 'did', hidden: true });
  #disagree = h('section', { 'data-group': 'disagree', hidden: true });
  #open = h('section', { 'data-group': 'open', hidden: true });
  #more = h('details', { class: 'group', 'data-group': 'more', hidden: true });
  #moreCount = h('span', { class: 'count' });
  #moreCards = h('div');
  #noteAt = h('div');
  #note = /** @type {import('./note.js').StandardNote | 'coming' | null} */ (null);
  #nothing = h('p', { class: 'nothing', hidden: true }, 'All that is required is stated.');

  /**
   * @param {Session} session @param {HTMLElement} root
   * @param {{ asksName: boolean, settings?: HTMLElement[] }} options
   */
  constructor(session, root, { asksName, settings }) {
    this.#session = session;
    this.#header = new Header(session);
    this.glance = new Glance(session, (element) => this.#openElement(element));
    this.form = new FormRepairs(session);
    this.footer = new Footer(session, asksName, settings);
    this.#more.append(h('summary', {}, h('h2', {}, 'Worth adding'), this.#moreCount), this.#moreCards);
    this.list = h('div', { class: 'list', tabindex: -1 }, this.#done, this.#nothing, this.#noteAt, this.#disagree, this.#open, this.form.element, this.#more, this.glance.element);
    root.append(this.#header.element, this.list, this.footer.element, this.#live);
    session.speakWith((text) => this.#speak(text));
    session.subscribe((state) => this.#update(state));
  }

  /** @param {State} state */
  #update(state) {
    this.#header.update(state);
    this.footer.update(state);
    this.#confirm(state);
    if (state.scan === null) {
      return;
    }

    const focused = this.#focusedCard();
    const isAuthor = state.role === 'author';
    this.#group(this.#disagree, 'Disagree', isAuthor ? [] : of(state.scan, 'consistency'), state);
    this.#group(this.#open, 'Not stated', isAuthor ? [] : of(state.scan, 'required'), state);
    const more = isAuthor ? [] : of(state.scan, 'recommended');
    this.#more.hidden = more.length === 0;
    say(this.#moreCount, String(more.length));
    fill(this.#moreCards, ...this.#elements(more, state));
    this.#nothing.hidden = isAuthor || state.scan.applicability.status === 'does-not-apply' || of(state.scan, 'consistency').length + of(state.scan, 'required').length > 0;
    this.form.update(state);
    this.#noted(state);
    this.glance.update(state);
    this.glance.element.hidden = isAuthor;
    this.#forget(state);
    this.#keepFocus(focused);
    this.#openFirst();
    this.#openAsked(state);
  }

  /** @param {HTMLElement} section @param {string} title @param {Finding[]} findings @param {State} state */
  #group(section, title, findings, state) {
    section.hidden = findings.length === 0;
    if (section.firstChild === null) {
      section.append(h('h2', { class: 'heading' }, title));
    }

    fill(section, section.firstChild, ...this.#elements(findings, state));
  }

  /** @param {Finding[]} findings @param {State} state */
  #elements(findings, state) {
    return findings.map((finding) => {
      let card = this.#cards.get(finding.id);
      if (!card) {
        card = new Card(this.#session, finding);
        this.#cards.set(finding.id, card);
      }

      card.update(finding, state);
      return card.element;
    });
  }

  /** What template authors alone see comes when there is one. @param {State} state */
  async #noted(state) {
    if (this.#note === null && state.role === 'author') {
      this.#note = 'coming';
      this.#note = await import('./note.js').then(({ StandardNote }) => new StandardNote(this.#session), () => null);
      fill(this.#noteAt, this.#note?.element);
    }

    if (typeof this.#note === 'object') {
      this.#note?.update(this.#session.state);
    }
  }

  /** @param {State} state */
  #forget(state) {
    for (const id of [...this.#cards.keys()]) {
      if (!state.scan?.findings.some((finding) => finding.id === id)) {
        this.#cards.delete(id);
      }
    }
  }

  #focusedCard() {
    const card = document.activeElement?.closest('.card');
    return card && this.list.contains(card) ? { card, order: this.#order().indexOf(card) } : null;
  }

  /** A card that is answered goes, and the focus in it goes to the next: nobody is sent back to the top. @param {{ card: Element, order: number } | null} before */
  #keepFocus(before) {
    if (before && !before.card.isConnected) {
      const cards = this.#order();
      const next = cards[Math.min(Math.max(before.order, 0), cards.length - 1)];
      (next?.querySelector('summary') ?? this.list).focus({ preventScroll: true });
    }
  }

  #order() {
    return [...this.list.querySelectorAll('.card')].filter((card) => card.checkVisibility());
  }

  /** The first question is open for whoever comes to the pane; later only what is asked for. */
  #openFirst() {
    if (this.#fresh) {
      this.#fresh = false;
      const first = this.#disagree.querySelector('details') ?? this.#open.querySelector('details');
      if (first) {
        first.open = true;
      }
    }
  }

  /** @param {State} state */
  #openAsked(state) {
    if (state.opened !== this.#opened) {
      this.#opened = state.opened;
      if (state.opened !== null) {
        this.#show(this.#cards.get(state.opened.finding));
      }
    }
  }

  /** @param {string} element */
  #openElement(element) {
    this.#show([...this.#cards.values()].find((card) => card.finding.element === element));
  }

  /** @param {Card | undefined} card */
  #show(card) {
    if (card) {
      const group = card.element.closest('details.group');
      if (group instanceof HTMLDetailsElement) {
        group.open = true;
      }

      card.open();
    }
  }

  /** @param {State} state */
  #confirm({ done }) {
    if (done === this.#said) {
      return;
    }

    this.#said = done;
    this.#done.hidden = done === null;
    this.#done.classList.toggle('not', done?.refused === true);
    fill(this.#done, ...(done === null ? [] : [h('span', {}, done.text),
      done.undo && h('button', { type: 'button', class: 'link', onclick: () => this.#session.undo() }, 'Undo')]));
  }

  /** The same words twice are two messages. @param {string} text */
  #speak(text) {
    this.#live.textContent = '';
    setTimeout(() => { this.#live.textContent = text; }, 50);
  }
}
