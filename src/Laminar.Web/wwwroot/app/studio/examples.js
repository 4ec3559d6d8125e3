/** @import { Example, PackError, WordingElement } from './types.js' */
/** @import { Work } from './work.js' */
import { h } from '../dom.js';
import { refill } from './refill.js';
import { counted } from './words.js';

const kinds = [
  { key: 'examples.states', title: 'Examples that answer it', add: 'A sentence that answers it' },
  { key: 'examples.leaves-open', title: 'Examples that must not', add: 'A sentence that must leave it open' },
];

const statuses = ['documented', 'not-performed', 'title-only', 'ambiguous', 'conflict', 'missing'];

/** As many as are shown before somebody asks for all; those that fail are always shown. */
const few = 6;

/** What has to be read so, and what must not: an author's own tests. */
export class Examples {
  /** @type {Map<string, { list: HTMLElement, all: boolean }>} */
  #kinds = new Map();

  /** @type {WordingElement} */
  #element;

  /** @type {Work} */
  #work;

  /** @param {Work} work @param {WordingElement} element */
  constructor(work, element) {
    this.#work = work;
    this.#element = element;
    this.element = h('div', { class: 'examples' }, kinds.map((kind) => this.#kind(kind)));
  }

  /** @param {WordingElement} element */
  follow(element) {
    this.#element = element;
    for (const [key, kind] of this.#kinds) {
      const examples = element.examples.filter((example) => example.key === key);
      const shown = kind.all ? examples : examples.filter((example, at) => at >= examples.length - few || this.#fault(example));
      refill(kind.list, [shown, examples.length, shown.map((example) => this.#fault(example)?.message)], () => [...shown.map((example) => this.#item(example, examples.length > 1)),
        shown.length < examples.length && h('li', {}, h('button', { class: 'link', type: 'button', onclick: () => { kind.all = true; this.follow(this.#element); } },
          `Show all ${counted(examples.length, 'example')}`))]);
    }
  }

  /** @param {PackError} fault */
  knows(fault) {
    return this.#element.examples.some((example) => example.line === fault.line);
  }

  /** @param {Example} example */
  #fault(example) {
    return this.#work.faults.find((fault) => fault.file === this.#element.file && fault.line === example.line) ?? null;
  }

  /** @param {Example} example @param {boolean} removable */
  #item(example, removable) {
    const fault = this.#fault(example);
    const wanted = [example.is, example.values.length > 0 ? example.values.join(', ') : null].filter(Boolean).join(': ');
    return h('li', { class: fault ? 'fails' : null },
      h('p', {}, example.text.map((line, at) => [at > 0 && h('br'), line]).flat(), wanted && h('small', {}, ` ${wanted}`)),
      fault && h('p', { class: 'refused' }, fault.message),
      removable && h('button', { class: 'link', type: 'button', 'aria-label': `Remove the example: ${example.text[0]}`, onclick: () => this.#remove(example) }, 'Remove'));
  }

  /** Found again by its words when its turn comes: others may have gone meanwhile. @param {Example} example */
  async #remove({ key, text }) {
    const id = this.#element.id;
    const same = (/** @type {Example} */ one) => one.key === key && one.text.join('\n') === text.join('\n');
    await this.#work.word(() => {
      const found = this.#work.element(id)?.examples.find(same);
      return found ? { element: id, key, remove: found.number } : null;
    });
    this.element.querySelector('textarea')?.focus();
  }

  /** @param {{ key: string, title: string, add: string }} kind */
  #kind({ key, title, add }) {
    const list = h('ul', { class: 'sentences' });
    this.#kinds.set(key, { list, all: false });
    const id = `add-${key}`;
    const text = h('textarea', { id, rows: 2 });
    const status = h('select', { 'aria-label': 'Read as' }, h('option', { value: '' }, key === 'examples.states' ? 'documented' : 'missing'),
      statuses.filter((one) => one !== (key === 'examples.states' ? 'documented' : 'missing')).map((one) => h('option', { value: one }, one)));
    const values = h('input', { type: 'text', placeholder: 'values, with commas', 'aria-label': 'Values that have to be read, with commas' });
    const put = async () => {
      const lines = text.value.split('\n').map((line) => line.trim()).filter(Boolean);
      if (lines.length > 0) {
        const read = values.value.split(',').map((value) => value.trim()).filter(Boolean);
        text.value = '';
        await this.#work.word({ element: this.#element.id, key, add: { text: lines, is: status.value || null, values: read.length > 0 ? read : null } });
      }

      text.focus();
    };
    return h('section', {}, h('h3', {}, title), list,
      h('div', { class: 'entry' }, h('label', { for: id }, add), h('small', {}, 'Each line is a paragraph of a draft.'), text,
        h('div', { class: 'line' }, status, key === 'examples.states' && values, h('button', { class: 'button', type: 'button', onclick: put }, 'Add the example'))));
  }
}
