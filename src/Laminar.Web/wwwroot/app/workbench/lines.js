/** @import { Paragraph } from '../types.js' */

import { border } from './changes.js';
import { align } from '../align.js';

/** What a paragraph is, beside its words. @typedef {Pick<Paragraph, 'part' | 'heading' | 'item' | 'cell'>} Shape */

/**
 * A paragraph of the draft. None is ever changed: a paragraph that is the same object says the same.
 * @typedef {{ readonly key: number, readonly text: string, readonly shape: Shape }} Line
 */

/** Makes paragraphs, each with a number of its own that it keeps while it is edited. */
export class LineBook {
  #last = 0;

  /**
   * What the server read; paragraphs that stood there before stay the same.
   * @param {Paragraph[]} paragraphs @param {readonly Line[]} before
   * @returns {Line[]}
   */
  read(paragraphs, before) {
    const lines = paragraphs.map((paragraph) => ({ key: 0, text: paragraph.text, shape: shapeOf(paragraph) }));
    const pairs = align(lines.map(({ text }) => text), before.map(({ text }) => text));
    const kept = new Set();
    return lines.map((line, index) => {
      const old = before[pairs[index]] ?? (before.length === lines.length ? before[index] : undefined);
      if (!old || kept.has(old.key)) {
        return { ...line, key: ++this.#last };
      }

      kept.add(old.key);
      return old.text === line.text && isSame(old.shape, line.shape) ? old : { ...line, key: old.key };
    });
  }

  /**
   * Lines with the words of others, as many as there are.
   * @param {readonly Line[]} lines @param {string[]} texts
   * @returns {Line[]}
   */
  retext(lines, texts) {
    return texts.map((text, index) => {
      const line = lines[index];
      return line?.text === text ? line : { key: line?.key ?? ++this.#last, text, shape: line?.shape ?? {} };
    });
  }

  /**
   * @param {readonly Line[]} lines @param {number} at @param {number} removed @param {string} text
   * @returns {readonly Line[]}
   */
  splice(lines, at, removed, text) {
    const [first, from] = placeIn(lines, at);
    const [last, to] = placeIn(lines, at + removed);
    const start = lines[first];
    const texts = (start.text.slice(0, from) + text + lines[last].text.slice(to)).split(border);
    return [...lines.slice(0, first), ...texts.map((one, index) => (index === 0
      ? { ...start, text: one }
      : { key: ++this.#last, text: one, shape: following(start.shape) })), ...lines.slice(last + 1)];
  }

  /**
   * Lines in the shapes of those that the server read.
   * @param {readonly Line[]} lines @param {Paragraph[]} paragraphs @param {number[]} pairs for each paragraph its line, or -1
   */
  shape(lines, paragraphs, pairs) {
    /** @type {Line[] | null} */
    let shaped = null;
    pairs.forEach((number, index) => {
      const shape = shapeOf(paragraphs[index]);
      if (number >= 0 && !isSame(lines[number].shape, shape)) {
        shaped ??= [...lines];
        shaped[number] = { ...lines[number], shape };
      }
    });
    return shaped ?? lines;
  }
}

/**
 * The number of the paragraph that a place of the whole text is in, and the place in it.
 * @param {readonly { text: string }[]} lines @param {number} offset
 * @returns {[number, number]}
 */
export function placeIn(lines, offset) {
  let start = 0;
  for (let index = 0; index < lines.length; index++) {
    const { length } = lines[index].text;
    if (offset <= start + length) {
      return [index, Math.max(0, offset - start)];
    }

    start += length + 1;
  }

  return [lines.length - 1, lines.at(-1)?.text.length ?? 0];
}

/** Where each paragraph begins in the whole text. @param {readonly { text: string }[]} lines */
export function starts(lines) {
  let next = 0;
  return lines.map(({ text }) => (next += text.length + 1) - text.length - 1);
}

/** Where text can be joined: the body's paragraphs between two tables, or those of one cell. @param {Shape} shape */
export function containerOf({ part, cell }) {
  return part ?? (cell ? `${cell.table}/${cell.row}/${cell.column}` : '');
}

/** What a paragraph behind this one is: a list goes on, a heading does not. @param {Shape} shape @returns {Shape} */
function following({ heading, ...rest }) {
  return heading ? rest : { ...rest };
}

/** @param {Paragraph} paragraph @returns {Shape} */
function shapeOf({ part, heading, item, cell }) {
  return { part, heading, item, cell };
}

/** @param {Shape} one @param {Shape} other */
function isSame(one, other) {
  return one.part === other.part && one.heading === other.heading && one.item === other.item && containerOf(one) === containerOf(other);
}
