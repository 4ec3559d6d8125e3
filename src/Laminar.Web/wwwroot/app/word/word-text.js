/**
 * A paragraph as Word shows it, beside the same paragraph as the server reads it. Word's text may hold more: the marks of notes,
 * words that a tracked change has struck out [#1267], and open suggestions, which are no part of a draft.
 * @typedef {object} LiveParagraph
 * @property {string | null} id Word's own, where it has one [#4258]
 * @property {string} raw as Word says it
 * @property {string} text as the server reads it
 * @property {number[]} at for each unit of `text` its place in `raw`
 * @property {Set<number>} struck places in `raw` that are struck out
 */

// Marks of notes, comments, fields, cells and objects, and hyphens that nobody sees.
const marks = /[\u0001-\u0008\u000e-\u0019\u00ad\ufeff\ufffc\ufffd]/;

/**
 * @param {string} raw
 * @param {string | null} id
 * @param {string | null} current the text with all changes accepted, where Word says it
 * @param {string[]} suggestions the texts of open suggestions in the document
 * @returns {LiveParagraph}
 */
export function liveParagraph(raw, id, current, suggestions) {
  const whole = raw.replace(/[\r\n]+$/, '');
  let at = [...Array(whole.length).keys()].filter((index) => !marks.test(whole[index]));
  const stays = current === null ? null : embedded(whole, at, current.replace(/[\r\n]+$/, ''));
  const struck = new Set(stays === null ? [] : at.filter((index) => !stays.has(index)));
  at = at.filter((index) => !struck.has(index));
  for (const suggestion of suggestions) {
    at = without(whole, at, suggestion);
  }

  return { id, raw: whole, text: at.map((index) => whole[index]).join(''), at, struck };
}

/**
 * Where a text that is left after deletions stands in the whole; null where it is not the same text at all.
 * @param {string} whole @param {number[]} at @param {string} left
 */
function embedded(whole, at, left) {
  const wanted = [...left].filter((unit) => !marks.test(unit)).join('');
  if (wanted.length === at.length) {
    return null;
  }

  const stays = new Set();
  for (const index of at) {
    if (stays.size < wanted.length && whole[index] === wanted[stays.size]) {
      stays.add(index);
    }
  }

  return stays.size === wanted.length ? stays : null;
}

/** @param {string} whole @param {number[]} at @param {string} words */
function without(whole, at, words) {
  const start = at.map((index) => whole[index]).join('').indexOf(words);
  return start < 0 ? at : [...at.slice(0, start), ...at.slice(start + words.length)];
}

/**
 * An offset as Word counts them for annotations: without what is struck out [#5672], and without the mark that a note's own
 * text starts with [#4997].
 * @param {LiveParagraph} paragraph
 * @param {number} offset
 */
export function annotationOffset({ raw, at, struck }, offset) {
  const end = offset < at.length ? at[offset] : offset === 0 ? 0 : at[at.length - 1] + 1;
  const hidden = [...struck].filter((index) => index < end).length;
  return end - hidden - (raw.startsWith('\u0002') ? 1 : 0);
}
