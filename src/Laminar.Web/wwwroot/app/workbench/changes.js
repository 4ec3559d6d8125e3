/** @import { TextEdit, TextPlace } from '../types.js' */

import { align } from '../align.js';

/**
 * What has happened to a text, as the ranges of the original that are gone and what stands there now. Offsets are of the whole
 * draft: its paragraphs with one unit between two.
 * @typedef {{ start: number, end: number, text: string }} Change
 */

/** Ascending, not overlapping. @typedef {readonly Change[]} Changes */

/** Between two paragraphs of a whole text: Unicode's own sign for it. A line feed is a break inside a paragraph. */
export const border = '\u2029';

/** @type {Changes} */
export const none = [];

/**
 * Changes, and one more made on the text that they left.
 * @param {Changes} changes @param {number} at @param {number} removed @param {string} text
 * @returns {Changes}
 */
export function followedBy(changes, at, removed, text) {
  const end = at + removed;
  const [before, after] = [/** @type {Change[]} */ ([]), /** @type {Change[]} */ ([])];
  let shift = 0;
  let [start, stop, head, tail] = [NaN, NaN, '', ''];
  let shiftBehind = 0;
  for (const change of changes) {
    const from = change.start + shift;
    const to = from + change.text.length;
    if (to < at) {
      before.push(change);
    } else if (from > end) {
      after.push(change);
    } else {
      if (Number.isNaN(start)) {
        start = from < at ? change.start : at - shift;
        head = change.text.slice(0, Math.max(0, at - from));
      }

      stop = Math.max(end, to);
      tail = change.text.slice(Math.max(0, change.text.length - Math.max(0, to - end)));
    }

    shift += from > end ? 0 : change.text.length - (change.end - change.start);
    shiftBehind = shift;
  }

  const whole = Number.isNaN(start)
    ? { start: at - shiftBehind, end: end - shiftBehind, text }
    : { start, end: stop - shiftBehind, text: head + text + tail };
  return [...before, ...(whole.start === whole.end && whole.text === '' ? [] : [whole]), ...after];
}

/**
 * Where a place of the original is now: behind what was put in there, or before it.
 * @param {Changes} changes @param {number} offset @param {boolean} [before]
 */
export function placeAfter(changes, offset, before = false) {
  let shift = 0;
  for (const change of changes) {
    if (change.end > offset) {
      return change.start < offset ? change.start + shift + change.text.length : offset + shift;
    }

    if (change.start > offset || (before && change.start === offset)) {
      break;
    }

    shift += change.text.length - (change.end - change.start);
  }

  return offset + shift;
}

/**
 * Where words of the original are now; null where they have changed.
 * @param {Changes} changes @param {number} start @param {number} end
 * @returns {[number, number] | null}
 */
export function rangeAfter(changes, start, end) {
  let shift = 0;
  for (const change of changes) {
    if (change.start >= end) {
      break;
    }

    if (change.end > start) {
      return null;
    }

    shift += change.text.length - (change.end - change.start);
  }

  return [start + shift, end + shift];
}

/**
 * The one stretch in which two texts differ; no pair of surrogates is cut.
 * @param {string} before @param {string} after
 * @returns {{ at: number, removed: number, text: string }}
 */
export function difference(before, after) {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) {
    start++;
  }

  if (isHigh(before, start - 1)) {
    start--;
  }

  let end = 0;
  while (end < shorter - start && before[before.length - 1 - end] === after[after.length - 1 - end]) {
    end++;
  }

  if (isHigh(before, before.length - end - 1) || isHigh(after, after.length - end - 1)) {
    end -= end > 0 ? 1 : 0;
  }

  return { at: start, removed: before.length - start - end, text: after.slice(start, after.length - end) };
}

/** @param {string} text @param {number} at */
function isHigh(text, at) {
  return (text.charCodeAt(at) & 0xfc00) === 0xd800;
}

/**
 * Changes, and others made on the text that they left.
 * @param {Changes} changes @param {Changes} more
 */
export function joined(changes, more) {
  return more.reduceRight((all, change) => followedBy(all, change.start, change.end - change.start, change.text), changes);
}

/**
 * The text that changes make of a text.
 * @param {Changes} changes @param {string} text
 */
export function applied(changes, text) {
  let [made, from] = ['', 0];
  for (const change of changes) {
    made += text.slice(from, change.start) + change.text;
    from = change.end;
  }

  return made + text.slice(from);
}

/**
 * What has to change for one row of paragraphs to become another: nothing where they are equal, one stretch between two that are.
 * @param {string[]} before @param {string[]} after
 * @returns {Changes}
 */
export function changesBetween(before, after) {
  const pairs = align(before, after);
  /** @type {Change[]} */
  const changes = [];
  let [offset, from, to] = [0, 0, 0];
  /** @param {number} nextFrom @param {number} nextTo */
  const close = (nextFrom, nextTo) => {
    const old = before.slice(from, nextFrom).map((text) => text + border).join('');
    const { at, removed, text } = difference(old, after.slice(to, nextTo).map((line) => line + border).join(''));
    if (removed > 0 || text !== '') {
      changes.push({ start: offset + at, end: offset + at + removed, text });
    }

    offset += old.length;
    [from, to] = [nextFrom, nextTo];
  };
  pairs.forEach((pair, index) => {
    if (pair >= 0) {
      close(index, pair);
      close(index + 1, pair + 1);
    }
  });
  close(before.length, after.length);
  return changes;
}

/**
 * Changes of one text as they are on another that it became meanwhile: what both made at one place stands in both.
 * @param {Changes} changes @param {Changes} meanwhile
 * @returns {Changes}
 */
export function rebased(changes, meanwhile) {
  return changes.map(({ start, end, text }) => {
    const from = placeAfter(meanwhile, start);
    return { start: from, end: Math.max(from, start === end ? from : placeAfter(meanwhile, end)), text };
  });
}

/**
 * The changes as the server takes them: as short as can be, but for words: who reads a tracked change reads "right" and "left", and
 * not the letters that they don't share. In places of the original's paragraphs, with a vertical tab for a break inside of one.
 * @param {Changes} changes @param {string[]} original @param {[number, number][]} [fixed] stretches that are replaced as a whole
 * @returns {TextEdit[]}
 */
export function editsOf(changes, original, fixed = []) {
  const text = original.join(border);
  const places = placesOf(original);
  let free = 0;
  return changes.flatMap((change, number) => {
    const short = shortest(change, text, fixed);
    if (short.start === short.end && short.text === '') {
      return [];
    }

    const { start, end, text: words } = short.start === short.end || short.text === '' ? short
      : widened(short, text, roomAround(short, free, changes[number + 1]?.start ?? text.length, fixed));
    free = end;
    return [{ from: places(start), to: places(end), text: words.replaceAll('\n', '\v').replaceAll(border, '\n') }];
  });
}

/** A change without what old and new have in common, but for stretches that have to go as a whole. @param {Change} change @param {string} original @param {[number, number][]} fixed @returns {Change} */
function shortest(change, original, fixed) {
  const { at, removed, text } = difference(original.slice(change.start, change.end), change.text);
  let short = { start: change.start + at, end: change.start + at + removed, text };
  for (const [from, to] of fixed) {
    if (from < short.end && to > short.start && change.start <= from && change.end >= to) {
      const [start, end] = [Math.min(from, short.start), Math.max(to, short.end)];
      short = { start, end, text: original.slice(start, short.start) + short.text + original.slice(short.end, end) };
    }
  }

  return short;
}

/** @param {Change} change @param {number} from @param {number} to @param {[number, number][]} fixed @returns {[number, number]} */
function roomAround({ start, end }, from, to, fixed) {
  return [
    Math.max(from, ...fixed.filter(([, behind]) => behind <= start).map(([, behind]) => behind)),
    Math.min(to, ...fixed.filter(([begin]) => begin >= end).map(([begin]) => begin)),
  ];
}

/** A change of a part of a word as one of the whole word. @param {Change} change @param {string} whole @param {[number, number]} room */
function widened(change, whole, [from, to]) {
  let [start, end] = [change.start, change.end];
  while (start > from && isOfWord(whole, start - 1) && isOfWord(whole, start)) {
    start--;
  }

  while (end < to && isOfWord(whole, end) && isOfWord(whole, end - 1)) {
    end++;
  }

  return { start, end, text: whole.slice(start, change.start) + change.text + whole.slice(change.end, end) };
}

/** @param {string} text @param {number} at */
function isOfWord(text, at) {
  return /[\p{L}\p{N}\p{M}\ud800-\udfff]/u.test(text.charAt(at));
}

/** @param {string[]} paragraphs @returns {(offset: number) => TextPlace} */
function placesOf(paragraphs) {
  let [paragraph, start] = [0, 0];
  return (offset) => {
    while (paragraph < paragraphs.length - 1 && offset > start + paragraphs[paragraph].length) {
      start += paragraphs[paragraph++].length + 1;
    }

    return { paragraph, offset: offset - start };
  };
}
