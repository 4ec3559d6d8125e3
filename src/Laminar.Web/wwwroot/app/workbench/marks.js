/** @import { Evidence, Finding, Scan, Span } from '../types.js' */
/** @import { Changes } from './changes.js' */
/** @import { Line } from './lines.js' */

import { placeAfter } from './changes.js';
import { starts } from './lines.js';

/** What words of the draft are to a finding, the weightiest last. */
const weights = { stated: 0, spot: 1, open: 2, clash: 3 };

/**
 * Something to be seen at words or between two of them; places are of a paragraph. A look belongs to the text itself.
 * @typedef {{ start: number, end: number, look: Span['kind'] | 'blank' }} Look
 * @typedef {{ start: number, end: number, as: keyof typeof weights, finding: string | null }} Mark
 * @typedef {{ at: number, text: string }} Gone
 * @typedef {{ at: number, finding: Finding }} Ghost
 * @typedef {{ looks: Look[], marks: Mark[], gone: Gone[], ghosts: Ghost[] }} Seen
 */

/** @param {Mark} one @param {Mark} other */
export function weigh(one, other) {
  return weights[other.as] - weights[one.as] || (one.end - one.start) - (other.end - other.start);
}

/**
 * What is to be seen at each paragraph of the draft as it is now, of a scan that read it some changes ago.
 * @param {readonly Line[]} lines @param {Scan | null} scan @param {Changes} changes @param {{ ghosts: Finding[], spots: Evidence[], asks: boolean }} shown
 * @returns {Seen[]}
 */
export function seenAt(lines, scan, changes, { ghosts, spots, asks }) {
  const seen = lines.map(() => /** @type {Seen} */ ({ looks: [], marks: [], gone: [], ghosts: [] }));
  if (scan === null) {
    return seen;
  }

  const spread = new Spread(lines, scan, changes);
  scan.paragraphs.forEach(({ spans, deleted }, paragraph) => {
    spans?.forEach(({ kind, start, length }) => spread.over(paragraph, start, length, false, (line, from, to) => seen[line].looks.push({ start: from, end: to, look: kind })));
    deleted?.forEach(({ offset, text }) => spread.at(paragraph, offset, (line, at) => seen[line].gone.push({ at, text })));
  });
  scan.blanks.forEach((blank) => spread.over(blank.paragraph, blank.start, blank.length, true, (line, start, end) => seen[line].looks.push({ start, end, look: 'blank' })));
  for (const { words, as, finding } of [...marksOf(scan, asks), ...spots.map((words) => ({ words, as: /** @type {const} */ ('spot'), finding: null }))]) {
    spread.over(words.paragraph, words.start, words.length, true, (line, start, end) => seen[line].marks.push({ start, end, as, finding }));
  }

  for (const finding of ghosts) {
    const place = /** @type {NonNullable<Finding['placement']>} */ (finding.placement);
    spread.at(place.paragraph, place.offset, (line, at) => seen[line].ghosts.push({ at: place.ownParagraph ? lines[line].text.length : at, finding }));
  }

  return seen;
}

/** @param {Scan} scan @param {boolean} asks @returns {{ words: Evidence, as: keyof typeof weights, finding: string | null }[]} */
function marksOf(scan, asks) {
  const stated = scan.elements.filter(({ status }) => status === 'documented' || status === 'not-performed');
  return [
    ...stated.flatMap(({ evidence }) => evidence.map((words) => ({ words, as: /** @type {const} */ ('stated'), finding: null }))),
    ...(asks ? scan.findings : []).flatMap(({ id, severity, evidence }) => evidence.map((words) => (
      { words, as: severity === 'consistency' ? /** @type {const} */ ('clash') : /** @type {const} */ ('open'), finding: id }))),
  ];
}

/** Places of a scan as places of the paragraphs that stand there now. */
class Spread {
  #lines;
  #changes;
  #from;
  #to;

  /** @param {readonly Line[]} lines @param {Scan} scan @param {Changes} changes */
  constructor(lines, scan, changes) {
    this.#lines = lines;
    this.#changes = changes;
    this.#from = starts(scan.paragraphs);
    this.#to = starts(lines);
  }

  /**
   * Words that may have been cut in two by a new paragraph. What is typed at their end belongs to them, or does not.
   * @param {number} paragraph @param {number} start @param {number} length @param {boolean} tight @param {(line: number, start: number, end: number) => void} put
   */
  over(paragraph, start, length, tight, put) {
    const from = placeAfter(this.#changes, this.#from[paragraph] + start);
    const to = placeAfter(this.#changes, this.#from[paragraph] + start + length, tight);
    for (let line = this.#lineAt(from); line < this.#lines.length && this.#to[line] < to; line++) {
      const [first, last] = [Math.max(0, from - this.#to[line]), Math.min(this.#lines[line].text.length, to - this.#to[line])];
      if (first < last) {
        put(line, first, last);
      }
    }
  }

  /** @param {number} paragraph @param {number} offset @param {(line: number, at: number) => void} put */
  at(paragraph, offset, put) {
    const place = placeAfter(this.#changes, this.#from[paragraph] + offset);
    const line = this.#lineAt(place);
    if (line >= 0) {
      put(line, Math.min(this.#lines[line].text.length, place - this.#to[line]));
    }
  }

  /** The last paragraph that begins at or before a place. @param {number} place */
  #lineAt(place) {
    let [low, high] = [0, this.#to.length - 1];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      [low, high] = this.#to[middle] <= place ? [middle, high] : [low, middle - 1];
    }

    return high < 0 ? -1 : low;
  }
}
