/** @import { Evidence, Lint, NoteElement, NoteFinding, PackElement, Scan } from '../types.js' */
/** @import { Session, State } from '../session.js' */

import { fill, h, say } from '../dom.js';
import { quotes } from './quote.js';
import { isAlways } from './words.js';

const covers = { field: 'field', wording: 'fixed words' };

/**
 * For template authors: what may not stand in a note that becomes the report of every patient, each with its place and what to do;
 * and what of the pack the note covers. All of it as the server's lint of notes says it.
 */
export class StandardNote {
  #session;
  /** What stays open when it is found again, wherever it stands now. @type {Map<string, { key: string, element: HTMLDetailsElement }>} */
  #cards = new Map();
  #cardsOf = h('div');
  #covered = h('span', { class: 'count' });
  #list = h('ul', { class: 'elements' });
  #wrong = h('section', { 'data-group': 'note' }, h('h2', { class: 'heading' }, 'To mend in the note'), this.#cardsOf);
  element = h('div', {}, this.#wrong,
    h('details', { class: 'group', 'data-group': 'coverage', open: true }, h('summary', {}, h('h2', {}, 'What the note covers'), this.#covered), this.#list));

  /** @param {Session} session */
  constructor(session) {
    this.#session = session;
  }

  /** @param {State} state */
  update(state) {
    const { lint, scan } = state;
    this.element.hidden = state.role !== 'author' || lint === null || scan === null;
    if (lint === null || scan === null || this.element.hidden) {
      return;
    }

    /** @type {Map<string, { key: string, element: HTMLDetailsElement }>} */
    const cards = new Map();
    const placed = lint.findings.filter(({ place }) => place !== null);
    fill(this.#cardsOf, ...placed.map((finding) => this.#kept(cards, finding, [scan.paragraphs[finding.place?.paragraph ?? 0]?.text, state.pack?.id, state.pack?.version], '!', null, () => this.#body(finding, scan, state))));
    this.#wrong.hidden = placed.length === 0;
    fill(this.#list, ...lint.elements.map((element) => h('li', {}, this.#row(cards, element, lint))));
    say(this.#covered, `${lint.elements.filter(({ covered }) => covered !== 'lacking').length} of ${lint.elements.length}`);
    this.#cards = cards;
  }

  /**
   * A card that is as it was, or made anew and open as it was.
   * @param {Map<string, { key: string, element: HTMLDetailsElement }>} cards @param {NoteFinding} finding @param {unknown} around what else it shows
   * @param {string} sign @param {string | null} rest what to say of it where that is not what the title says @param {() => (Node | false | null)[]} body
   */
  #kept(cards, finding, around, sign, rest, body) {
    const same = [finding.rule, finding.element, finding.place?.text].join();
    const name = `${same} ${[...cards.keys()].filter((other) => other.startsWith(`${same} `)).length}`;
    const [key, before] = [JSON.stringify([finding, around]), this.#cards.get(name)];
    const card = before?.key === key ? before : { key, element: this.#card(finding, sign, rest, before?.element.open ?? false, body()) };
    cards.set(name, card);
    return card.element;
  }

  /** @param {NoteFinding} finding @param {string} sign @param {string | null} said @param {boolean} open @param {(Node | false | null)[]} body */
  #card(finding, sign, said, open, body) {
    const [name, ...rest] = finding.title.split(': ');
    const light = (/** @type {boolean} */ on) => this.#session.light(on && finding.place ? { finding: null, evidence: [wordsOf(finding.place)] } : null);
    return h('details', { class: 'card', open, ontoggle: (/** @type {Event} */ event) => light(/** @type {HTMLDetailsElement} */ (event.target).open), onpointerenter: () => light(true), onpointerleave: () => light(false) },
      h('summary', {}, h('span', { class: `sign ${finding.severity === 'recommended' ? 'quiet' : 'open'}`, 'aria-hidden': 'true' }, sign),
        h('span', { class: 'name' }, name), finding.place && h('span', { class: 'words' }, `“${finding.place.text}”`), h('span', { class: 'rest' }, said ?? rest.join(': '))),
      h('div', { class: 'body' }, body.filter((node) => node !== false)));
  }

  /** @param {NoteFinding} finding @param {Scan} scan @param {State} state */
  #body(finding, scan, state) {
    const words = wordsOf(/** @type {NonNullable<NoteFinding['place']>} */ (finding.place));
    const field = finding.field && state.pack?.elements.find(({ id }) => id === finding.element);
    return [h('p', { class: 'why' }, finding.do), ...quotes([words], scan, (found) => this.#session.select(found)), ...proposal(finding),
      field ? h('div', { class: 'row' }, h('button', {
        type: 'button', class: 'button',
        onclick: () => this.#session.mend([{ ...words, with: blankOf(field), why: finding.do }], `A blank stands in place of “${words.text}”.`),
      }, `Put a blank in place of “${words.text}”`)) : null];
  }

  /** @param {Map<string, { key: string, element: HTMLDetailsElement }>} cards @param {NoteElement} element @param {Lint} lint */
  #row(cards, { id, name, severity, covered }, lint) {
    const lacking = lint.findings.find((finding) => finding.place === null && finding.element === id);
    return covered === 'lacking' && lacking
      ? this.#kept(cards, lacking, null, '○', severity === 'required' ? 'no field, required' : 'no field', () => [h('p', { class: 'why' }, lacking.do), ...proposal(lacking)])
      : h('span', { class: 'element' }, h('span', { class: 'sign done', 'aria-hidden': 'true' }, '✓'), h('span', { class: 'name' }, name), h('span', { class: 'value' }, covers[/** @type {'field'} */ (covered)]));
  }
}

/** The field as the pack proposes it. @param {NoteFinding} finding */
function proposal({ field }) {
  return field === null ? [] : [
    h('p', { class: 'phrase' }, field.text.split(/\{([^}]+)\}/).map((part, number) => (number % 2 === 0 ? part : h('span', { class: 'field' }, part)))),
    h('p', { class: 'source' }, `Tag ${field.tag}. Options: ${field.options.join(', ')}.`)];
}

/** @param {NonNullable<NoteFinding['place']>} place @returns {Evidence} */
function wordsOf(place) {
  return { ...place, section: '', state: '' };
}

/** What a blank shows until it is a field: its choices, or what to write. @param {PackElement} element */
function blankOf(element) {
  const options = (element.fields?.[0]?.options ?? []).filter((option) => option !== 'other');
  return options.some((option) => !isAlways(option)) ? `[${options.join(' / ')}]` : `[${element.name.toLowerCase()}: ___]`;
}
