/** @import { Draft } from './draft.js' */
/** @import { DraftView } from './draft-view.js' */

import { border, difference } from './changes.js';
import { textIn } from './caret.js';
import { containerOf, placeIn, starts } from './lines.js';
import { cleaned, stepFrom } from './text.js';

/**
 * What is typed into the page. Letters in a paragraph are the browser's to put in, with its input methods and its spelling, and are
 * read from the page; everything else is done to the draft, which is then drawn.
 */
export class Editor {
  #draft;
  #view;
  #page;
  #composing = false;

  /** @param {Draft} draft @param {DraftView} view @param {() => void} changed */
  constructor(draft, view, changed) {
    this.#draft = draft;
    this.#view = view;
    this.#page = view.page;
    this.changed = changed;
    this.#page.addEventListener('beforeinput', (event) => this.#before(event));
    this.#page.addEventListener('input', () => this.#readBack());
    this.#page.addEventListener('keydown', (event) => this.#key(event));
    this.#page.addEventListener('compositionstart', () => this.#compose());
    this.#page.addEventListener('compositionend', () => {
      this.#composing = false;
      this.#readBack();
      this.#view.held = false;
    });
  }

  /** What is selected, as the first and the last place. @returns {[number, number] | null} */
  get range() {
    const selected = this.#view.caret.selected;
    return selected && [Math.min(selected.anchor, selected.focus), Math.max(selected.anchor, selected.focus)];
  }

  /** @param {[number, number]} range */
  textOf([from, to]) {
    return this.#draft.texts.join(border).slice(from, to).replaceAll(border, '\n');
  }

  /** Puts text in place of a range; one step. @param {[number, number]} range @param {string} text @param {string} kind */
  replace(range, text, kind) {
    const words = cleaned(text);
    const at = range[0];
    if (range[0] === range[1] && (words === '' || !this.#takesText(at))) {
      return;
    }

    this.#draft.keep(kind, at, at + words.length);
    this.#erase(range);
    const puts = this.#takesText(at) ? words : '';
    this.#draft.splice(at, 0, puts);
    this.#show(at + puts.length);
  }

  undo() {
    this.#travel(this.#draft.undo(this.#caret));
  }

  redo() {
    this.#travel(this.#draft.redo(this.#caret));
  }

  /** Moves a stretch of the draft. @param {[number, number]} range @param {number} to */
  move(range, to) {
    if (to < range[0] || to > range[1]) {
      const text = this.textOf(range).replaceAll('\n', border);
      this.#draft.keep('move', range[0]);
      const at = to > range[1] ? to - (range[1] - range[0]) : to;
      const before = this.#draft.texts.join(border).length;
      this.#erase(range);
      const gone = before - this.#draft.texts.join(border).length;
      const place = to > range[1] ? to - gone : at;
      this.#draft.splice(place, 0, this.#takesText(place) ? text : '');
      this.#show(place + text.length);
    }
  }

  get #caret() {
    return this.range?.[0] ?? 0;
  }

  /** @param {number | null} caret */
  #travel(caret) {
    if (caret !== null) {
      this.#show(caret);
    }
  }

  /** @param {number} caret */
  #show(caret) {
    this.#view.draw({ anchor: caret, focus: caret });
    this.changed();
  }

  /** @param {InputEvent} event */
  #before(event) {
    const range = this.range;
    if (range === null || this.#composing || event.inputType === 'insertCompositionText') {
      return;
    }

    if (event.inputType === 'insertText' && range[0] === range[1] && event.data !== null && event.data !== '' && !event.data.includes('\n') && this.#takesText(range[0])) {
      this.#draft.keep('type', range[0], range[0] + event.data.length);
      return;
    }

    event.preventDefault();
    this.#instead(event, range);
  }

  /** @param {InputEvent} event @param {[number, number]} range */
  #instead(event, range) {
    switch (event.inputType) {
      case 'insertText': return this.replace(range, event.data ?? '', 'type');
      case 'insertParagraph':
      case 'insertLineBreak': return this.replace(range, '\n', 'break');
      case 'insertReplacementText':
      case 'insertFromYank':
        return this.replace(this.#target(event) ?? range, event.dataTransfer?.getData('text/plain') || event.data || '', 'replace');
      case 'historyUndo': return this.undo();
      case 'historyRedo': return this.redo();
      default:
        if (event.inputType.startsWith('delete') && event.inputType !== 'deleteByDrag') {
          this.#delete(event, range);
        }
    }
  }

  /** @param {InputEvent} event @param {[number, number]} range */
  #delete(event, range) {
    const isBackward = event.inputType.endsWith('Backward');
    let target = range;
    if (range[0] === range[1]) {
      const browsers = this.#target(event);
      // The browser steps over what is no part of the draft as if it were a letter.
      target = browsers && browsers[0] < browsers[1] ? browsers : stepFrom(this.#draft.texts.join(border), range[0], isBackward, event.inputType.includes('Word'));
    }

    if (target[0] < target[1]) {
      this.#draft.keep(event.inputType, isBackward ? target[1] : target[0], target[0]);
      this.#erase(target);
      this.#show(target[0]);
    }
  }

  /** @param {InputEvent} event @returns {[number, number] | null} */
  #target(event) {
    const target = event.getTargetRanges()[0];
    return target && this.#page.contains(target.startContainer) && this.#page.contains(target.endContainer)
      ? [this.#view.caret.placeOf(target.startContainer, target.startOffset), this.#view.caret.placeOf(target.endContainer, target.endOffset)]
      : null;
  }

  /** Takes text out: paragraphs are joined within a cell or the body alone; what can't be edited stays. @param {[number, number]} range */
  #erase([from, to]) {
    const { lines } = this.#draft;
    const begins = starts(lines);
    let end = to;
    for (let number = placeIn(lines, to)[0]; number >= 0 && begins[number] + lines[number].text.length >= from; number--) {
      const start = Math.max(from, begins[number]);
      if (!lines[number].shape.part) {
        this.#eraseIn(number, begins[number], start, Math.min(end, begins[number] + lines[number].text.length));
      }

      const before = lines[number - 1];
      if (start > from && before && !before.shape.part && containerOf(before.shape) === containerOf(lines[number].shape)) {
        this.#draft.splice(start - 1, 1, '');
      }

      end = start - 1;
    }
  }

  /** @param {number} number @param {number} begin @param {number} from @param {number} to */
  #eraseIn(number, begin, from, to) {
    let end = to;
    for (const fixed of this.#view.fixedIn(number).sort((one, other) => other.start - one.start)) {
      if (begin + fixed.start < end && begin + fixed.end > from) {
        this.#draft.splice(Math.min(end, begin + fixed.end), Math.max(0, end - begin - fixed.end), '');
        end = begin + fixed.start;
      }
    }

    if (end > from) {
      this.#draft.splice(from, end - from, '');
    }
  }

  /** @param {number} at */
  #takesText(at) {
    const [number, offset] = placeIn(this.#draft.lines, at);
    const line = this.#draft.lines[number];
    return line !== undefined && !line.shape.part && !this.#view.fixedIn(number).some(({ start, end }) => start < offset && offset < end);
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    const key = event.key.toLowerCase();
    if (!(event.ctrlKey || event.metaKey) || event.altKey || !['a', 'y', 'z'].includes(key) || this.#composing) {
      return;
    }

    event.preventDefault();
    if (key === 'a') {
      // The browser's own way ends at what can't be edited.
      this.#view.caret.select({ anchor: 0, focus: this.#draft.lines.filter(({ shape }) => !shape.part).reduce((length, { text }) => length + text.length + 1, -1) });
    } else if (key === 'y' || event.shiftKey) {
      this.redo();
    } else {
      this.undo();
    }
  }

  #compose() {
    const range = this.range ?? [0, 0];
    this.#draft.keep('compose', range[0]);
    const lines = this.#draft.lines;
    if (placeIn(lines, range[0])[0] !== placeIn(lines, range[1])[0]) {
      this.#erase(range);
      this.#show(range[0]);
    }

    this.#composing = true;
    this.#view.held = true;
  }

  /** What the browser has put into the paragraph at the caret. */
  #readBack() {
    const element = this.#view.caret.elementAround(getSelection()?.focusNode ?? null);
    const number = element === null ? -1 : this.#view.caret.numberOf(element);
    if (element === null || number < 0) {
      this.#view.draw();
      return;
    }

    const line = this.#draft.lines[number];
    const { at, removed, text } = difference(line.text, textIn(element));
    if (removed > 0 || text !== '') {
      this.#draft.splice(starts(this.#draft.lines)[number] + at, removed, text);
      this.#view.touched(number);
      this.changed();
    }
  }
}
