/** @import { DraftBody, Paragraph, Scan } from '../types.js' */
/** @import { Changes } from './changes.js' */

import { align } from '../align.js';
import { applied, border, changesBetween, editsOf, followedBy, joined, none, rebased } from './changes.js';
import { History } from './history.js';
import { LineBook, starts } from './lines.js';

/** @typedef {import('./lines.js').Line} Line */

/**
 * The file that edits are counted from.
 * @typedef {object} Base
 * @property {Blob} file
 * @property {string} name
 * @property {string[]} texts its paragraphs
 * @property {[number, number][]} whole stretches of them that are replaced as a whole or not at all
 * @property {boolean} isText whether it has nothing but its words: it is sent anew as it stands
 * @property {boolean} isPlain whether it began as plain text, whatever it has become
 */

/** @typedef {{ lines: readonly Line[], base: Base, edits: Changes }} State */

/** What happens to a text from now on. @typedef {{ texts: string[], changes: Changes }} Trail */

/** The draft in the window: the file it came as, what was typed since, and the way back. */
export class Draft extends EventTarget {
  /** @type {State} */
  #state = { lines: [], base: blank(''), edits: none };
  /** @type {History<State>} */
  #history = new History();
  /** @type {Set<Trail>} */
  #trails = new Set();
  /** @type {Pick<State, 'base' | 'edits'>} */
  #saved = this.#state;
  #book = new LineBook();

  get lines() {
    return this.#state.lines;
  }

  get base() {
    return this.#state.base;
  }

  get texts() {
    return this.lines.map((line) => line.text);
  }

  /** Of each state there is one: what is equal has not changed. */
  get state() {
    return this.#state;
  }

  /** Whether closing the page would lose something. */
  get isDirty() {
    return this.#state.base !== this.#saved.base || this.#state.edits !== this.#saved.edits;
  }

  /** @param {Omit<Base, 'texts' | 'whole'>} file @param {Paragraph[]} paragraphs */
  open(file, paragraphs) {
    this.#history.clear();
    this.#set({ lines: this.#book.read(paragraphs, []), base: { ...file, texts: paragraphs.map(({ text }) => text), whole: wholeIn(paragraphs) }, edits: none });
    this.markSaved();
  }

  /** @param {State} [state] */
  markSaved(state = this.#state) {
    this.#saved = state;
  }

  /** @param {string} by @returns {DraftBody} */
  body(by) {
    const { base, edits } = this.#state;
    if (base.isText) {
      return { file: edits === none ? base.file : new Blob([this.texts.join('\n')], { type: 'text/plain' }), name: base.name };
    }

    return { file: base.file, name: base.name, edits: { by, edits: editsOf(edits, base.texts, base.whole) } };
  }

  /** Begins a step that can be taken back. @param {string} kind @param {number} caret @param {number} [next] */
  keep(kind, caret, next) {
    this.#history.keep(this.#state, kind, caret, next);
  }

  /** @param {number} at @param {number} removed @param {string} text */
  splice(at, removed, text) {
    if (removed > 0 || text !== '') {
      this.#trails.forEach((trail) => { trail.changes = followedBy(trail.changes, at, removed, text); });
      const edits = followedBy(this.#state.edits, at, removed, text);
      this.#put({ ...this.#state, lines: this.#book.splice(this.lines, at, removed, text), edits });
    }
  }

  /** @param {number} caret @returns {number | null} where the caret was then */
  undo(caret) {
    return this.#go(this.#history.back(this.#state, caret));
  }

  /** @param {number} caret @returns {number | null} */
  redo(caret) {
    return this.#go(this.#history.forth(this.#state, caret));
  }

  /** @returns {Trail} */
  follow() {
    return this.#trail({ texts: this.texts, changes: none });
  }

  /** From the file on, not from now. @returns {Trail} */
  followBase() {
    return this.#trail({ texts: this.base.texts, changes: this.#state.edits });
  }

  /** @param {Trail | null} trail */
  leave(trail) {
    this.#trails.delete(/** @type {Trail} */ (trail));
  }

  /**
   * Takes what the server made of the draft; what was typed since it was sent is put on top. One step back.
   * @param {Pick<Base, 'file' | 'name'>} file @param {Paragraph[]} paragraphs @param {Trail} sent @param {number} caret
   */
  replace(file, paragraphs, sent, caret) {
    this.keep('file', caret);
    const texts = paragraphs.map(({ text }) => text);
    const edits = rebased(sent.changes, changesBetween(sent.texts, texts));
    const lines = this.#book.read(paragraphs, this.lines);
    const typed = edits.length === 0 ? lines : this.#book.retext(lines, applied(edits, texts.join(border)).split(border));
    this.#set({ lines: typed, base: { ...file, texts, whole: wholeIn(paragraphs), isText: false, isPlain: this.base.isPlain }, edits: edits.length === 0 ? none : edits });
  }

  /** Headings, lists and tables as the server reads them. @param {Scan} scan */
  shape(scan) {
    const lines = this.#book.shape(this.lines, scan.paragraphs, align(scan.paragraphs.map(({ text }) => text), this.texts));
    this.#state = lines === this.lines ? this.#state : Object.assign(this.#state, { lines });
  }

  /** @param {Trail} trail */
  #trail(trail) {
    this.#trails.add(trail);
    return trail;
  }

  /** @param {import('./history.js').Step<State> | undefined} step */
  #go(step) {
    if (!step) {
      return null;
    }

    this.#set(step.state);
    return step.caret;
  }

  /** @param {State} state */
  #set(state) {
    const jump = changesBetween(this.texts, state.lines.map(({ text }) => text));
    this.#trails.forEach((trail) => { trail.changes = joined(trail.changes, jump); });
    this.#put(state);
  }

  /** @param {State} state */
  #put(state) {
    this.#state = state;
    this.dispatchEvent(new Event('change'));
  }
}

/** @param {string} text */
export function blank(text) {
  return { file: new Blob([text], { type: 'text/plain' }), name: 'draft.txt', texts: [text], whole: [], isText: true, isPlain: true };
}

/** Placeholders, as Word has them. @param {Paragraph[]} paragraphs @returns {[number, number][]} */
function wholeIn(paragraphs) {
  const begins = starts(paragraphs);
  return paragraphs.flatMap(({ spans }, index) => (spans ?? []).filter(({ kind }) => kind === 'placeholder')
    .map(({ start, length }) => /** @type {[number, number]} */ ([begins[index] + start, begins[index] + start + length])));
}
