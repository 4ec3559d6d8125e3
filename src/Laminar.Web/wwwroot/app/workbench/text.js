import { border } from './changes.js';

/** Text from elsewhere as a draft can hold it: paragraphs, and no sign that a Word file can't have. @param {string} text */
export function cleaned(text) {
  return text.toWellFormed().replace(/\r\n?|[\n\v\f\u0085\u2028]/g, border)
    .replace(/[\u0000-\u0008\u000e-\u001f\u007f\u00ad\ufeff\ufffe\uffff]/g, '');
}

/**
 * The letter or the word beside a place, or the border of a paragraph.
 * @param {string} text @param {number} at @param {boolean} backward @param {boolean} isWord
 * @returns {[number, number]}
 */
export function stepFrom(text, at, backward, isWord) {
  const stop = backward ? text.lastIndexOf(border, at - 1) + 1 : (text + border).indexOf(border, at);
  if (at === stop || (backward && at === 0)) {
    return backward ? [Math.max(0, at - 1), at] : [at, Math.min(text.length, at + 1)];
  }

  const beside = backward ? text.slice(stop, at) : text.slice(at, stop);
  const lengths = [...new Intl.Segmenter(undefined, { granularity: isWord ? 'word' : 'grapheme' }).segment(beside)].map(({ segment }) => segment);
  const taken = [];
  for (const segment of backward ? lengths.reverse() : lengths) {
    taken.push(segment);
    if (!isWord || segment.trim() !== '') {
      break;
    }
  }

  const length = taken.join('').length;
  return backward ? [at - length, at] : [at, at + length];
}
