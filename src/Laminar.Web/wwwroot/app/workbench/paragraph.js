/** @import { Line } from './lines.js' */
/** @import { Gone, Look, Mark, Seen } from './marks.js' */

import { h } from '../dom.js';
import { weigh } from './marks.js';
import { ghost } from './ghost.js';

/** Words in capitals up to a colon, at the start of a line: what plain text has for a heading. */
const leadIn = /^\s*(?=(?:[^a-z:]*[A-Z]){3})[^a-z:]{3,80}(?::|$)/;

/** A stretch of one look. @typedef {{ start: number, end: number, looks: Set<Look['look']>, mark: Mark | null }} Piece */

/** @typedef {{ nodes: Node[], marks: { element: HTMLElement, start: number, end: number }[] }} Drawn */

/**
 * The look of plain text's lead-ins.
 * @param {Line} line @returns {Look[]}
 */
export function plainLooks(line) {
  const words = leadIn.exec(line.text);
  return words ? [{ start: 0, end: words[0].length, look: 'bold' }] : [];
}

/**
 * A paragraph's content: its words as they look, what is asked about them, and what would be put in.
 * @param {Line} line @param {Seen} seen @param {Record<string, Record<string, string>>} chosen
 * @returns {Drawn}
 */
export function drawParagraph(line, seen, chosen) {
  /** @type {Drawn} */
  const drawn = { nodes: [], marks: [] };
  let from = 0;
  for (const cut of cutsOf(line, seen)) {
    if (cut > from) {
      drawn.nodes.push(stretch(line, pieceOf(seen, from, cut), drawn));
    }

    from = cut;
    drawn.nodes.push(...seen.gone.filter(({ at }) => at === cut).map(deletion), ...seen.ghosts.filter(({ at }) => at === cut).map((one) => ghost(one.finding, chosen[one.finding.id] ?? {})));
  }

  // An empty line has no height without something in it, and a caret does not stand behind what can't be edited or behind a break.
  if (line.text === '') {
    drawn.nodes.unshift(document.createElement('br'));
  } else if (line.text.endsWith('\n') || isFixed(drawn.nodes.at(-1))) {
    drawn.nodes.push(document.createElement('br'));
  }

  return drawn;
}

/** @param {Node | undefined} node */
function isFixed(node) {
  return node instanceof HTMLElement && node.getAttribute('contenteditable') === 'false' && !node.classList.contains('own-line');
}

/** @param {Line} line @param {Seen} seen */
function cutsOf({ text }, { looks, marks, gone, ghosts }) {
  const cuts = new Set([text.length]);
  [...looks, ...marks].forEach(({ start, end }) => cuts.add(start).add(end));
  [...gone, ...ghosts].forEach(({ at }) => cuts.add(at));
  return [...cuts].sort((one, other) => one - other);
}

/** @param {Seen} seen @param {number} start @param {number} end @returns {Piece} */
function pieceOf({ looks, marks }, start, end) {
  /** @param {{ start: number, end: number }} one */
  const covers = (one) => one.start <= start && one.end >= end;
  return { start, end, looks: new Set(looks.filter(covers).map(({ look }) => look)), mark: marks.filter(covers).sort(weigh)[0] ?? null };
}

/** @param {Line} line @param {Piece} piece @param {Drawn} drawn @returns {Node} */
function stretch({ text }, { start, end, looks, mark }, drawn) {
  /** @type {Node} */
  let node = document.createTextNode(text.slice(start, end));
  if (looks.has('bold')) {
    node = h('strong', {}, node);
  }

  if (looks.has('inserted')) {
    node = h('ins', {}, node);
  }

  if (looks.has('placeholder')) {
    node = h('span', { class: 'blank', contenteditable: 'false', title: 'Not filled in yet' }, node);
  } else if (looks.has('control') || looks.has('blank')) {
    node = h('span', { class: looks.has('blank') ? 'blank' : 'control' }, node);
  }

  if (mark !== null) {
    const element = h('mark', { class: mark.as, 'data-of': mark.finding }, node);
    drawn.marks.push({ element, start, end });
    return element;
  }

  return node;
}

/** @param {Gone} gone */
function deletion({ text }) {
  return h('del', { contenteditable: 'false', 'data-out': true, title: 'Deleted, as a tracked change' }, h('span', { class: 'unseen' }, 'deleted: '), text, h('span', { class: 'unseen' }, ' end of deletion '));
}
