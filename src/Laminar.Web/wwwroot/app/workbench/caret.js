/** @import { Line } from './lines.js' */

import { placeIn, starts } from './lines.js';

/** A stretch of the whole text; where it was begun, and where it has been drawn to. @typedef {{ anchor: number, focus: number }} Selected */

/** Places of the draft's text as places of the page, and back. What is no part of the draft has no place: it counts as what stands before it. */
export class Caret {
  #page;
  #lines;
  #elementOf;

  /** @param {HTMLElement} page @param {() => readonly Line[]} lines @param {(line: Line) => HTMLElement | undefined} elementOf */
  constructor(page, lines, elementOf) {
    this.#page = page;
    this.#lines = lines;
    this.#elementOf = elementOf;
  }

  /** @returns {Selected | null} */
  get selected() {
    const selection = getSelection();
    const { anchorNode, focusNode } = selection ?? {};
    if (!selection || !anchorNode || !focusNode || !this.#page.contains(anchorNode) || !this.#page.contains(focusNode)) {
      return null;
    }

    const anchor = this.placeOf(anchorNode, selection.anchorOffset);
    return { anchor, focus: selection.isCollapsed ? anchor : this.placeOf(focusNode, selection.focusOffset) };
  }

  /** @param {Selected} selected */
  select({ anchor, focus }) {
    const [from, to] = [this.pointOf(anchor), this.pointOf(focus)];
    const selection = getSelection();
    if (from && to && selection && !(selection.anchorNode === from.node && selection.anchorOffset === from.offset && selection.focusNode === to.node && selection.focusOffset === to.offset)) {
      selection.setBaseAndExtent(from.node, from.offset, to.node, to.offset);
    }
  }

  /** The paragraph that a node stands in. @param {Node | null} node */
  elementAround(node) {
    const element = node instanceof Element ? node : node?.parentElement;
    const found = element?.closest('[data-line]');
    return found instanceof HTMLElement && this.#page.contains(found) ? found : null;
  }

  /** @param {Element} element */
  numberOf(element) {
    return this.#lines().findIndex((line) => this.#elementOf(line) === element);
  }

  /** @param {Node} node @param {number} offset @returns {number} */
  placeOf(node, offset) {
    const element = this.elementAround(node);
    const number = element === null ? -1 : this.numberOf(element);
    if (element === null || number < 0) {
      return this.#between(node, offset);
    }

    return starts(this.#lines())[number] + Math.min(this.#lines()[number].text.length, lengthBefore(element, node, offset));
  }

  /** @param {number} place @returns {{ node: Node, offset: number } | null} */
  pointOf(place) {
    const lines = this.#lines();
    const [number, offset] = placeIn(lines, place);
    const element = lines[number] && this.#elementOf(lines[number]);
    return element ? pointIn(element, offset) : null;
  }

  /** @param {number} start @param {number} end */
  rangeOf(start, end) {
    const [from, to] = [this.pointOf(start), this.pointOf(end)];
    if (!from || !to) {
      return null;
    }

    const range = document.createRange();
    range.setStart(from.node, from.offset);
    range.setEnd(to.node, to.offset);
    return range;
  }

  /** A place outside of all paragraphs: the start of the next, or the end of the last. @param {Node} node @param {number} offset */
  #between(node, offset) {
    const at = document.createRange();
    at.setStart(node, offset);
    const lines = this.#lines();
    const next = lines.findIndex((line) => {
      const element = this.#elementOf(line);
      return element !== undefined && at.comparePoint(element, 0) >= 0;
    });
    const begins = starts(lines);
    return next < 0 ? (begins.at(-1) ?? 0) + (lines.at(-1)?.text.length ?? 0) : begins[next];
  }
}

/** The draft's own words in a paragraph's element. @param {HTMLElement} element */
export function textIn(element) {
  return wordsOf(element).map((node) => node.data).join('');
}

/** @param {HTMLElement} element @returns {Text[]} */
function wordsOf(element) {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT, (node) => (
    node instanceof HTMLElement ? (node.dataset.out === undefined ? NodeFilter.FILTER_SKIP : NodeFilter.FILTER_REJECT) : NodeFilter.FILTER_ACCEPT));
  const words = [];
  while (walker.nextNode()) {
    words.push(/** @type {Text} */ (walker.currentNode));
  }

  return words;
}

/** @param {HTMLElement} element @param {Node} node @param {number} offset */
function lengthBefore(element, node, offset) {
  let length = 0;
  const at = document.createRange();
  at.setStart(node, offset);
  for (const words of wordsOf(element)) {
    if (words === node) {
      return length + offset;
    }

    if (at.comparePoint(words, 0) > 0 || at.comparePoint(words, words.length) > 0) {
      break;
    }

    length += words.length;
  }

  return length;
}

/** @param {HTMLElement} element @param {number} offset */
function pointIn(element, offset) {
  let rest = offset;
  const all = wordsOf(element);
  for (const [index, words] of all.entries()) {
    const isFixed = words.parentElement?.isContentEditable === false && element.isContentEditable;
    if (rest < words.length || (rest === words.length && !isFixed)) {
      return isFixed && rest === 0 ? beside(words, element, 0) : { node: words, offset: rest };
    }

    if (rest === words.length && isFixed && index === all.length - 1) {
      return beside(words, element, 1);
    }

    rest -= words.length;
  }

  return { node: /** @type {Node} */ (element), offset: 0 };
}

/** Before or behind what can't be edited. @param {Node} node @param {HTMLElement} element @param {0 | 1} behind */
function beside(node, element, behind) {
  let outer = node;
  while (outer.parentNode !== null && outer.parentNode !== element) {
    outer = outer.parentNode;
  }

  return { node: /** @type {Node} */ (element), offset: [...element.childNodes].indexOf(/** @type {ChildNode} */ (outer)) + behind };
}
