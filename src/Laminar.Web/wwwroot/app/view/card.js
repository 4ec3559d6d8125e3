/** @import { Evidence, Field, Finding, News, Scan } from '../types.js' */
/** @import { Session, State } from '../session.js' */

import { fill, h, say } from '../dom.js';
import { Asides } from './asides.js';
import { changes } from './change.js';
import { dismissal } from './dismissal.js';
import { options } from './options.js';
import { quotes } from './quote.js';
import { isAnswer, nameOf, preview, where } from './words.js';

const signs = { consistency: ['≠', 'clash'], required: ['○', 'open'], recommended: ['○', 'quiet'] };

/**
 * A card asks one question. Closed it is one line; open it says why, shows the words it rests on, and takes the answer. Its parts
 * are made anew only when what they show has changed, so that a new scan takes away no focus and no half-typed word.
 */
export class Card {
  #session;
  /** @type {Map<string, { key: string, nodes: (Node | string)[] }>} */
  #parts = new Map();
  #form = h('div', { class: 'answers' });
  #phrase = h('p', { class: 'phrase' });
  #refused = h('p', { class: 'refused', role: 'alert', hidden: true });
  #body = h('div', { class: 'body' });
  #summary = h('summary');
  #insert = h('button', { type: 'button', class: 'button primary', onclick: () => this.#session.state.working === null && this.#session.insert(this.finding) }, 'Insert');
  #dismissal = dismissal((reason) => this.#session.dismiss(this.finding, reason));
  #asides;

  /** @param {Session} session @param {Finding} finding */
  constructor(session, finding) {
    this.#session = session;
    this.finding = finding;
    this.#asides = new Asides(session, this);
    this.element = h('details', {
      // One of a name is open at a time: the text lights up what it is about.
      class: 'card', name: 'question', 'data-finding': finding.id,
      ontoggle: () => this.#light(this.element.open),
      onpointerenter: () => this.#light(true),
      onpointerleave: () => this.#light(this.element.contains(document.activeElement)),
      onfocusin: () => this.#light(true),
      onfocusout: () => this.#light(false),
    }, this.#summary, this.#body);
  }

  /** @param {Finding} finding @param {State} state */
  update(finding, state) {
    this.finding = finding;
    const scan = /** @type {Scan} */ (state.scan);
    const [sign, look] = signs[finding.severity];
    const rest = finding.title.slice(nameOf(finding).length).replace(/^: /, '');
    const news = state.pack?.news?.elements.includes(finding.element) ? state.pack.news : null;
    fill(this.#summary, ...this.#part('summary', [finding.title, finding.severity, news], () => [
      h('span', { class: `sign ${look}`, 'aria-hidden': 'true' }, sign), h('span', { class: 'name' }, nameOf(finding)), news && badge(news),
      rest !== '' && rest !== 'not stated' && h('span', { class: 'rest' }, rest)]));
    fill(this.#body,
      ...this.#part('why', [finding.question, finding.why], () => [h('p', { class: 'question' }, finding.question), h('p', { class: 'why' }, finding.why)]),
      ...this.#part('quotes', [finding.evidence, finding.evidence.map((words) => scan.paragraphs[words.paragraph]?.text)], () => quotes(finding.evidence, scan, (words) => this.#session.select(words, finding.id))),
      ...(state.role === 'surgeon' ? this.#answers(finding, scan, state) : []),
      this.#refused,
      ...this.#actions(finding, state),
      this.#dismissal.element, this.#asides.element);
    this.#asides.update(state);
    this.#refused.hidden = !state.refused.has(finding.id);
    say(this.#refused, state.refused.get(finding.id) ?? '');
    this.element.classList.toggle('pointed', state.pointed === finding.id);
    this.element.setAttribute('aria-busy', String(state.working === finding.id));
  }

  open() {
    this.element.open = true;
    this.element.scrollIntoView({ block: 'nearest' });
  }

  /** @param {Finding} finding @param {Scan} scan @param {State} state */
  #answers(finding, scan, state) {
    const { suggestion } = finding;
    const chosen = state.chosen.get(finding.id) ?? {};
    if (!suggestion || !finding.placement) {
      return this.#part('changes', [finding.evidence, finding.kind, state.pack?.version], () => [changes(this.#session, finding, scan, state.pack)]);
    }

    fill(this.#form, ...this.#part('fields', [suggestion], () => suggestion.fields.flatMap((field) => [
      source(field, (words) => this.#session.select(words, finding.id)),
      options(finding.id, field, suggestion.fields.length > 1, chosen[field.name], (answer) => this.#session.choose(finding.id, field.name, answer)),
    ]).filter((node) => node !== null)));
    fill(this.#phrase, ...preview(suggestion, chosen).map((part) => (typeof part === 'string' ? part : h('span', { class: 'field' }, part.field))));
    // While it is being inserted it keeps the focus, which a disabled button would lose.
    this.#insert.disabled = !suggestion.fields.every((field) => isAnswer(chosen[field.name] ?? ''));
    return [this.#form, this.#phrase];
  }

  /** @param {Finding} finding @param {State} state */
  #actions(finding, state) {
    const mayDismiss = state.role === 'surgeon' || (state.role === 'transcriptionist' && finding.severity === 'recommended');
    const inserts = state.role === 'surgeon' && finding.suggestion !== null && finding.placement !== null;
    return this.#part('actions', [state.role, inserts, mayDismiss, finding.placement, finding.suggestion === null], () => [h('div', { class: 'row' },
      inserts && this.#insert,
      state.role === 'surgeon' && finding.suggestion === null && finding.kind !== 'placeholder'
        && h('button', { type: 'button', class: 'button', onclick: () => this.#session.cantState(this.finding) }, 'Unable to state'),
      state.role === 'transcriptionist' && h('button', { type: 'button', class: 'button primary', onclick: () => this.#session.flag(this.finding) }, 'Flag to the surgeon'),
      mayDismiss && this.#dismissal.button,
      finding.placement !== null && h('button', { type: 'button', class: 'link', onclick: () => this.finding.placement && this.#session.reveal(this.finding.placement, this.finding.id) }, 'Show in text'))]);
  }

  /**
   * A part of the card, made anew only where what it depends on has changed.
   * @param {string} name @param {unknown} from @param {() => (Node | string | false | null)[]} make
   */
  #part(name, from, make) {
    const key = JSON.stringify(from);
    let part = this.#parts.get(name);
    if (part?.key !== key) {
      part = { key, nodes: /** @type {(Node | string)[]} */ (make().filter(Boolean)) };
      this.#parts.set(name, part);
    }

    return part.nodes;
  }

  /** @param {boolean} on */
  #light(on) {
    this.#session.light(on ? { finding: this.finding.id, evidence: this.finding.evidence } : null);
  }
}

/** @param {News} news */
function badge({ at, version }) {
  const since = new Date(at).toLocaleDateString([], { day: 'numeric', month: 'long' });
  return h('span', { class: 'new', title: `New or changed since ${since}, version ${version}` }, 'New');
}

/** What the draft says elsewhere is shown, and chosen by nobody but the user. @param {Field} field @param {(words: Evidence) => void} show */
function source(field, show) {
  const words = field.source;
  return words === null ? null : h('p', { class: 'source' }, `The draft says “${words.text}” (${where(words)}). `,
    h('button', { type: 'button', class: 'link', onclick: () => show(words) }, 'Show'));
}
