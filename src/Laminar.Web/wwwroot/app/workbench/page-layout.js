/** @import { Line } from './lines.js' */

import { fill, h } from '../dom.js';

const names = { header: 'Header', footer: 'Footer', footnote: 'Footnote', endnote: 'Endnote' };

/** Puts the paragraphs' elements where they belong: into tables, and into the parts around the body. Elements that stay are not moved. */
export class PageLayout {
  #page;
  /** @type {Map<string, HTMLElement>} */
  #made = new Map();

  /** @param {HTMLElement} page */
  constructor(page) {
    this.#page = page;
  }

  /** @param {readonly Line[]} lines @param {(line: Line) => HTMLElement} elementOf */
  put(lines, elementOf) {
    const used = new Set();
    /** @param {string} key @param {() => HTMLElement} make */
    const once = (key, make) => {
      used.add(key);
      return this.#made.get(key) ?? /** @type {HTMLElement} */ (this.#made.set(key, make()).get(key));
    };
    fill(this.#page, ...runs(lines, ({ shape }) => shape.part ?? (shape.cell ? `table ${shape.cell.table}` : '')).flatMap((run) => {
      const { part, cell } = run[0].shape;
      return part ? [this.#part(part, run, elementOf, once)] : cell ? [this.#table(run, elementOf, once)] : run.map(elementOf);
    }));
    for (const key of this.#made.keys()) {
      if (!used.has(key)) {
        this.#made.delete(key);
      }
    }
  }

  /** @param {keyof typeof names} part @param {Line[]} run @param {(line: Line) => HTMLElement} elementOf @param {(key: string, make: () => HTMLElement) => HTMLElement} once */
  #part(part, run, elementOf, once) {
    const section = once(`${part} ${run[0].key}`, () => h('section', { class: 'part', contenteditable: 'false', 'aria-label': names[part] }));
    const title = once(`${part} ${run[0].key} title`, () => h('div', { class: 'part-name', 'data-out': true }, run.length > 1 && part.endsWith('note') ? `${names[part]}s` : names[part]));
    fill(section, title, ...run.map(elementOf));
    return section;
  }

  /** @param {Line[]} run @param {(line: Line) => HTMLElement} elementOf @param {(key: string, make: () => HTMLElement) => HTMLElement} once */
  #table(run, elementOf, once) {
    const key = `table ${run[0].key}`;
    const table = once(key, () => h('table'));
    const body = once(`${key} body`, () => h('tbody'));
    fill(table, body);
    fill(body, ...runs(run, ({ shape }) => shape.cell?.row).map((row) => {
      const element = once(`${key} row ${row[0].key}`, () => h('tr'));
      fill(element, ...runs(row, ({ shape }) => shape.cell?.column).map((cell) => {
        const data = once(`${key} cell ${cell[0].key}`, () => h('td'));
        fill(data, ...cell.map(elementOf));
        return data;
      }));
      return element;
    }));
    return table;
  }
}

/**
 * @template Item
 * @param {readonly Item[]} items @param {(item: Item) => unknown} by
 * @returns {Item[][]}
 */
function runs(items, by) {
  /** @type {Item[][]} */
  const all = [];
  items.forEach((item, index) => {
    if (index > 0 && by(items[index - 1]) === by(item)) {
      all[all.length - 1].push(item);
    } else {
      all.push([item]);
    }
  });
  return all;
}
