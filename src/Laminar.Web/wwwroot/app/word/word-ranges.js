/** @import { Located } from './word-places.js' */
/** @import { LiveParagraph } from './word-text.js' */

// Word looks for no more at a time, and reads some characters as commands or finds them in another form.
const limit = 255;
const odd = /[\^\t\v\n\r\u00a0\u2007\u202f\u001e\u001f\u00ad]/;

/**
 * Words of a paragraph as a range, or null where Word does not find them: by their first and their last stretch that can be
 * looked for.
 * @param {Word.RequestContext} context @param {Located} located @param {number} start @param {number} end
 * @returns {Promise<Word.Range | null>}
 */
export async function wordsAt(context, { paragraph, live }, start, end) {
  const stretches = stretchesOf(live, start, end);
  if (stretches.length === 0) {
    return null;
  }

  const first = search(paragraph, live, stretches[0]);
  const last = stretches.length === 1 ? first : search(paragraph, live, stretches[stretches.length - 1]);
  await context.sync();
  const [from, to] = [pick(first, live, stretches[0]), pick(last, live, stretches[stretches.length - 1])];
  return from === null || to === null ? null : from === to ? from : from.expandTo(to);
}

/**
 * A point in a paragraph's text as a range and the side of it on which to write; null where Word does not find it.
 * @param {Word.RequestContext} context @param {Located} located @param {number} offset
 * @returns {Promise<{ range: Word.Range, side: 'After' | 'Before' | 'End' } | null>}
 */
export async function pointAt(context, located, offset) {
  const { paragraph, live } = located;
  if (offset >= live.text.length && (live.at.at(-1) ?? -1) + 1 === live.raw.length) {
    return { range: paragraph.getRange('Content'), side: 'End' };
  }

  const before = stretchesOf(live, 0, offset).at(-1);
  if (before !== undefined && before.end === offset) {
    const range = await found(context, located, before);
    return range && { range, side: 'After' };
  }

  const behind = stretchesOf(live, offset, live.text.length)[0];
  const range = behind?.start === offset ? await found(context, located, behind) : null;
  return range && { range, side: 'Before' };
}

/** @typedef {{ start: number, end: number }} Stretch */

/** @param {Word.RequestContext} context @param {Located} located @param {Stretch} stretch */
async function found(context, { paragraph, live }, stretch) {
  const results = search(paragraph, live, stretch);
  await context.sync();
  return pick(results, live, stretch);
}

/** @param {Word.Paragraph} paragraph @param {LiveParagraph} live @param {Stretch} stretch */
function search(paragraph, live, stretch) {
  const results = paragraph.search(rawOf(live, stretch), { matchCase: true });
  results.load('items');
  return results;
}

/**
 * Of all places that say the same the one that is meant. If Word finds more or fewer than there are, it can't be told.
 * @param {Word.RangeCollection} results @param {LiveParagraph} live @param {Stretch} stretch
 */
function pick(results, live, stretch) {
  const words = rawOf(live, stretch);
  const inAll = occurrences(live.raw, words);
  if (inAll.length === results.items.length) {
    const index = inAll.indexOf(live.at[stretch.start]);
    return index < 0 ? null : results.items[index];
  }

  // A Word that does not look into what is struck out.
  const visible = occurrences(live.text, words);
  const index = visible.length === results.items.length ? visible.indexOf(stretch.start) : -1;
  return index < 0 ? null : results.items[index];
}

/** @param {string} text @param {string} words */
function occurrences(text, words) {
  const places = [];
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + words.length)) {
    places.push(at);
  }

  return places;
}

/** @param {LiveParagraph} live @param {Stretch} stretch */
function rawOf(live, { start, end }) {
  return live.raw.slice(live.at[start], live.at[end - 1] + 1);
}

/**
 * The stretches that Word can look for: without odd characters, without anything between that the draft does not hold, and not
 * too long. The last ones are the fullest, for it is they that lead to a point.
 * @param {LiveParagraph} live @param {number} start @param {number} end
 */
function stretchesOf(live, start, end) {
  /** @type {Stretch[]} */
  const found = [];
  let open = -1;
  for (let index = Math.min(end, live.text.length) - 1; index >= start - 1; index--) {
    const ends = index < start || odd.test(live.text[index]) || (open >= 0 && (live.at[index + 1] !== live.at[index] + 1 || open - index > limit));
    if (ends && open >= 0) {
      found.unshift({ start: index + 1, end: open });
      open = -1;
    }

    if (open < 0 && index >= start && !odd.test(live.text[index])) {
      open = index + 1;
    }
  }

  return found;
}
