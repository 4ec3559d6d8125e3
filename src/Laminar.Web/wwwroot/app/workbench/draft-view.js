/** @import { Evidence, Finding, Scan, Spot } from '../types.js' */
/** @import { Draft, Trail } from './draft.js' */
/** @import { Line } from './lines.js' */
/** @import { Drawn } from './paragraph.js' */

import { h } from '../dom.js';
import { Caret } from './caret.js';
import { none, placeAfter, rangeAfter } from './changes.js';
import { isShown } from './ghost.js';
import { starts } from './lines.js';
import { seenAt } from './marks.js';
import { PageLayout } from './page-layout.js';
import { drawParagraph, plainLooks } from './paragraph.js';

/** A paragraph on the page, and what it was drawn from. @typedef {{ element: HTMLElement, key: string, marks: Drawn['marks'] }} Sheet */

/** The draft as a document. Only paragraphs that look another way than before are drawn anew; the caret stays where it is. */
export class DraftView {
  #draft;
  #layout;
  /** @type {Map<number, Sheet>} */
  #sheets = new Map();
  /** @type {readonly Line[] | null} */
  #laid = null;
  /** @type {Scan | null} */
  #scan = null;
  /** @type {Trail | null} */
  #trail = null;
  /** @type {Spot | null} */
  #spot = null;
  /** @type {string | null} */
  #open = null;
  #ghosts = true;
  #asks = true;
  /** @type {Record<string, Record<string, string>>} */
  #chosen = {};
  #held = false;

  /** @param {Draft} draft */
  constructor(draft) {
    this.#draft = draft;
    this.page = h('div', { class: 'page', contenteditable: 'true', role: 'textbox', 'aria-multiline': 'true', 'aria-label': 'The draft', spellcheck: 'true' });
    this.#layout = new PageLayout(this.page);
    this.caret = new Caret(this.page, () => draft.lines, (line) => this.#sheets.get(line.key)?.element);
  }

  /** What the scan says, and what was typed since the draft was sent to it. @param {Scan | null} scan @param {Trail | null} trail */
  take(scan, trail) {
    this.#draft.leave(this.#trail);
    [this.#scan, this.#trail] = [scan, trail];
    if (!scan?.findings.some(({ id }) => id === this.#open)) {
      this.#open = null;
    }

    this.draw();
  }

  get scan() {
    return this.#scan;
  }

  /** @param {Spot | null} spot */
  light(spot) {
    this.#spot = spot;
    this.draw();
  }

  /**
   * What the pane shows: the card that is open, what is chosen on cards, and whether it asks about a report at all.
   * @param {{ open: string | null, chosen: Record<string, Record<string, string>>, asks: boolean }} pane
   */
  follow({ open, chosen, asks }) {
    const isNew = open !== null && this.#open !== null && open !== this.#open;
    [this.#open, this.#chosen, this.#asks] = [open, chosen, asks];
    this.draw();
    if (isNew) {
      this.#bringIntoView(open);
    }
  }

  get ghosts() {
    return this.#ghosts;
  }

  /** @param {boolean} shown */
  set ghosts(shown) {
    this.#ghosts = shown;
    this.draw();
  }

  /** While words are composed nothing under them is drawn. @param {boolean} held */
  set held(held) {
    this.#held = held;
    if (!held) {
      this.draw();
    }
  }

  /** A paragraph that the browser has changed itself: it shows the draft's words, but no longer as we drew it. @param {number} number */
  touched(number) {
    const sheet = this.#sheets.get(this.#draft.lines[number].key);
    if (sheet) {
      sheet.key = '';
    }

    this.#laid = this.#draft.lines;
    this.#sayEmpty();
  }

  /** Where words that the scan found stand now; null where they have changed. @param {Evidence} words @returns {[number, number] | null} */
  find(words) {
    const paragraph = this.#scan?.paragraphs[words.paragraph];
    if (!this.#scan || paragraph?.text.slice(words.start, words.start + words.length) !== words.text) {
      return null;
    }

    const start = starts(this.#scan.paragraphs)[words.paragraph] + words.start;
    return rangeAfter(this.#changes, start, start + words.length);
  }

  /** @param {{ paragraph: number, offset: number }} place */
  placeNow({ paragraph, offset }) {
    return this.#scan === null ? null : placeAfter(this.#changes, starts(this.#scan.paragraphs)[paragraph] + offset);
  }

  /** Stretches of a paragraph that only Word can fill. @param {number} number */
  fixedIn(number) {
    return this.#seen()[number]?.looks.filter(({ look }) => look === 'placeholder') ?? [];
  }

  /**
   * Something that is done to the draft at another place than the caret's: it goes along with its words.
   * @param {() => void} what
   */
  around(what) {
    const { selected } = this.caret;
    const trail = this.#draft.follow();
    what();
    this.#draft.leave(trail);
    this.draw(selected && { anchor: placeAfter(trail.changes, selected.anchor, true), focus: placeAfter(trail.changes, selected.focus, true) });
  }

  /** @param {import('./caret.js').Selected | null} [selected] where the caret goes; without it, it stays */
  draw(selected) {
    if (this.#held) {
      return;
    }

    const { lines } = this.#draft;
    const kept = selected ?? (this.#laid === lines ? this.caret.selected : null);
    const seen = this.#seen();
    const redrawn = lines.map((line, number) => this.#drawLine(line, seen[number])).some(Boolean);
    if (this.#laid !== lines) {
      this.#laid = lines;
      this.#lay();
    }

    this.#lightUp();
    if (kept && (redrawn || selected)) {
      this.caret.select(kept);
    }
  }

  get #changes() {
    return this.#trail?.changes ?? none;
  }

  #seen() {
    return seenAt(this.#draft.lines, this.#scan, this.#changes, { ghosts: this.#shownFindings(), spots: this.#spot?.evidence ?? [], asks: this.#asks });
  }

  /** @returns {Finding[]} */
  #shownFindings() {
    const open = this.#spot?.finding ?? this.#open;
    return this.#asks && (this.#ghosts || open !== null)
      ? this.#scan?.findings.filter((finding) => isShown(finding, open) && (this.#ghosts || finding.id === open)) ?? [] : [];
  }

  /** @param {Line} line @param {import('./marks.js').Seen} seen */
  #drawLine(line, seen) {
    const looks = this.#draft.base.isPlain ? [...seen.looks, ...plainLooks(line)] : seen.looks;
    const chosen = Object.fromEntries(seen.ghosts.map(({ finding }) => [finding.id, this.#chosen[finding.id] ?? {}]));
    const key = JSON.stringify([line.text, line.shape, looks, seen.marks, seen.gone, seen.ghosts, chosen]);
    let sheet = this.#sheets.get(line.key);
    if (sheet?.key === key) {
      return false;
    }

    sheet ??= { element: h('p', { 'data-line': line.key }), key, marks: [] };
    this.#sheets.set(line.key, sheet);
    sheet.key = key;
    dress(sheet.element, line);
    const focused = document.activeElement?.closest('.ghost');
    const { nodes, marks } = drawParagraph(line, { ...seen, looks }, chosen);
    const had = focused && sheet.element.contains(focused) ? focused.getAttribute('data-of') : null;
    sheet.element.replaceChildren(...nodes);
    sheet.marks = marks;
    if (had !== null) {
      /** @type {HTMLElement | null} */ (sheet.element.querySelector(`.ghost[data-of="${CSS.escape(had)}"]`))?.focus({ preventScroll: true });
    }

    return true;
  }

  #lay() {
    const keys = new Set(this.#draft.lines.map(({ key }) => key));
    for (const key of this.#sheets.keys()) {
      if (!keys.has(key)) {
        this.#sheets.delete(key);
      }
    }

    this.#layout.put(this.#draft.lines, (line) => /** @type {Sheet} */ (this.#sheets.get(line.key)).element);
    this.#sayEmpty();
  }

  #sayEmpty() {
    this.page.toggleAttribute('data-empty', this.#draft.lines.length <= 1 && (this.#draft.lines[0]?.text ?? '') === '');
  }

  /** The phrase of a card that was opened, or the words that it asks about. @param {string} finding */
  #bringIntoView(finding) {
    const of = `[data-of="${CSS.escape(finding)}"]`;
    const place = this.page.querySelector(`.ghost${of}`) ?? this.page.querySelector(of);
    place?.scrollIntoView({ block: 'nearest', behavior: matchMedia('(prefers-reduced-motion: reduce)').matches ? 'instant' : 'smooth' });
  }

  /** Lights the words of a card up, by a class alone: what is under the pointer is not drawn anew. */
  #lightUp() {
    const ranges = (this.#spot?.evidence ?? []).map((words) => this.find(words)).filter((range) => range !== null);
    const begins = starts(this.#draft.lines);
    this.#draft.lines.forEach((line, number) => {
      for (const { element, start, end } of this.#sheets.get(line.key)?.marks ?? []) {
        element.classList.toggle('here', ranges.some(([from, to]) => begins[number] + start >= from && begins[number] + end <= to));
      }
    });
    for (const element of this.page.querySelectorAll('.ghost')) {
      element.classList.toggle('here', this.#spot !== null && element.getAttribute('data-of') === this.#spot.finding);
    }
  }
}

/** @param {HTMLElement} element @param {Line} line */
function dress(element, { shape: { heading, item } }) {
  element.className = heading ? 'heading' : item ? 'item' : '';
  if (heading) {
    element.setAttribute('role', 'heading');
    element.setAttribute('aria-level', String(Math.min(6, heading + 1)));
  } else {
    element.removeAttribute('role');
    element.removeAttribute('aria-level');
  }
}
