/** @import { Evidence, Scan } from '../types.js' */

import { h } from '../dom.js';
import { sentenceAround, where } from './words.js';

/**
 * The sentences of the draft that evidence stands in, each once, with the words themselves marked. A click shows them in the draft.
 * @param {Evidence[]} evidence
 * @param {Scan} scan
 * @param {(evidence: Evidence) => void} show
 */
export function quotes(evidence, scan, show) {
  return sentences(evidence, scan).map(({ text, start, words }) => h('blockquote', {},
    h('button', { class: 'quote', type: 'button', title: 'Show in the draft', onclick: () => show(words[0]) },
      '“', marked(text, start, words), '”'),
    h('small', {}, where(words[0]))));
}

/** @param {Evidence[]} evidence @param {Scan} scan */
function sentences(evidence, scan) {
  /** @type {Map<string, { text: string, start: number, words: Evidence[] }>} */
  const found = new Map();
  for (const words of evidence) {
    const whole = scan.paragraphs[words.paragraph]?.text ?? words.text;
    const [start, end] = sentenceAround(whole, words.start);
    const key = `${words.paragraph}:${start}`;
    const sentence = found.get(key) ?? { text: whole.slice(start, Math.max(end, words.start + words.length)), start, words: [] };
    sentence.words.push(words);
    found.set(key, sentence);
  }

  return [...found.values()];
}

/** @param {string} text @param {number} start @param {Evidence[]} words */
function marked(text, start, words) {
  /** @type {(string | Node)[]} */
  const parts = [];
  let at = 0;
  for (const word of [...words].sort((one, other) => one.start - other.start)) {
    const from = Math.max(at, word.start - start);
    const to = word.start - start + word.length;
    if (to > from) {
      parts.push(text.slice(at, from), h('mark', {}, text.slice(from, to)));
      at = to;
    }
  }

  return [...parts, text.slice(at)];
}
