/** @import { Work } from './work.js' */
/** @import { WordingElement } from './types.js' */
import { fill, h } from '../dom.js';
import { ElementForm } from './element-form.js';
import { address } from './words.js';

/** The pack's elements, and the words of the one that is open. */
export class WordingView {
  editing = true;

  #filter = h('input', { type: 'text', id: 'filter', placeholder: 'Find an element', 'aria-label': 'Find an element', oninput: () => this.#list() });
  #items = h('ul', { class: 'items' });
  #form = h('div', { class: 'sheet' });

  /** @type {ElementForm | null} */
  #open = null;

  #opened = 0;

  /** @type {Work} */
  #work;

  /** @param {Work} work */
  constructor(work) {
    this.#work = work;
    this.element = h('div', { class: 'two' }, h('nav', { class: 'side', 'aria-label': 'Elements' }, this.#filter, this.#items), this.#form);
    work.subscribe(() => this.#follow());
  }

  /** @param {string} id */
  show(id) {
    const element = this.#work.element(id) ?? this.#work.element(this.#open?.id ?? '') ?? this.#work.elements[0] ?? null;
    if (element === null) {
      this.#open = null;
      fill(this.#form, h('p', { class: 'notice' }, 'The pack’s list of elements can’t be read; mend pack.yaml under Files.'));
    } else if (this.#open?.id !== element.id || this.#opened !== this.#work.opened) {
      this.#opened = this.#work.opened;
      this.#open = new ElementForm(this.#work, element);
      fill(this.#form, this.#open.element);
      this.#form.scrollTop = 0;
    }

    this.#list();
  }

  #follow() {
    const element = this.#open && this.#work.element(this.#open.id);
    if (this.#open && element && this.#opened === this.#work.opened) {
      this.#open.follow(element);
      this.#list();
    } else if (this.#open) {
      this.show(this.#open.id);
    }
  }

  #list() {
    const wanted = this.#filter.value.trim().toLowerCase();
    const faults = this.#work.faults;
    const shown = this.#work.elements.filter((element) => `${element.name} ${element.id}`.toLowerCase().includes(wanted));
    const now = shown.map((element) => this.#item(element, faults.filter((fault) => fault.file === element.file).length));
    if (now.map((item) => item.outerHTML).join() !== [...this.#items.children].map((item) => item.outerHTML).join()) {
      const focused = document.activeElement instanceof HTMLAnchorElement && this.#items.contains(document.activeElement) ? document.activeElement.hash : null;
      fill(this.#items, now.length > 0 ? now : h('li', { class: 'sub' }, 'No element is called so.'));
      /** @type {HTMLElement | undefined} */ ([...this.#items.querySelectorAll('a')].find((link) => link.hash === focused))?.focus();
    }
  }

  /** @param {WordingElement} element @param {number} faults */
  #item(element, faults) {
    const severity = element.entries.find((entry) => entry.key === 'severity')?.text;
    return h('li', {}, h('a', { href: address(this.#work.pack.id, 'wording', element.id), 'aria-current': this.#open?.id === element.id ? 'true' : null },
      h('span', {}, element.name),
      faults > 0 ? h('span', { class: 'mark bad' }, `${faults} to mend`)
        : this.#work.isChanged(element.file) ? h('span', { class: 'mark' }, 'changed')
          : severity === 'required' && h('span', { class: 'sub' }, 'required')));
  }
}
