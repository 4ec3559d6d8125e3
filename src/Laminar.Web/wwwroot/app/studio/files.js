/** @import { Work } from './work.js' */
import { h } from '../dom.js';
import { refill } from './refill.js';
import { address, fileName } from './words.js';

/** The manifest first, then what is read and asked, what all packs share, and the sample drafts. @param {string} pack */
const ranks = (pack) => [`${pack}/pack.yaml`, `${pack}/note.yaml`, `${pack}/elements/`, `${pack}/drafts/`, `${pack}/`, 'shared/', ''];

/** The files of the pack as they are, for what no form shows: vocabulary, readings, gates. */
export class FilesView {
  editing = true;

  #items = h('ul', { class: 'items' });
  #area = h('textarea', { class: 'code', spellcheck: 'false', wrap: 'off', autocapitalize: 'off', id: 'code', oninput: () => this.#typed(), onscroll: () => this.#scrolled() });
  #gutter = h('pre', { class: 'gutter', 'aria-hidden': 'true' });
  #title = h('label', { for: 'code' });
  #faults = h('ul', { class: 'faults', 'aria-live': 'polite' });
  #shared = h('p', { class: 'sub' }, 'All packs have this file. A change of it here is one for this pack alone.');
  #editor = h('div', { class: 'editor' }, this.#gutter, this.#area);
  #sheet = h('div', { class: 'sheet' }, h('h2', {}, this.#title), this.#shared, this.#faults, this.#editor);
  #path = '';

  /** @type {Work} */
  #work;

  /** @param {Work} work */
  constructor(work) {
    this.#work = work;
    this.element = h('div', { class: 'two' }, h('nav', { class: 'side', 'aria-label': 'Files' }, this.#items), this.#sheet);
    work.subscribe(() => this.#follow());
  }

  /** @param {string} rest a path, and behind a colon a line */
  show(rest) {
    const [, path, line] = /^(.*?)(?::(\d+))?$/.exec(rest) ?? [];
    const texts = this.#texts();
    this.#path = texts.includes(path) ? path : `${this.#work.pack.id}/pack.yaml`;
    this.#work.take();
    this.#follow();
    if (line) {
      this.#goTo(Number(line));
    }
  }

  /** Standard notes and other files in bytes are not edited here. */
  #texts() {
    const rank = (/** @type {string} */ path) => ranks(this.#work.pack.id).findIndex((start) => path.startsWith(start));
    return this.#work.paths.filter((path) => this.#work.textOf(path) !== null).toSorted((a, b) => rank(a) - rank(b) || a.localeCompare(b));
  }

  #follow() {
    if (this.#path === '' || !this.element.isConnected) {
      return;
    }

    const faults = this.#work.faults;
    const files = this.#texts().map((path) => ({ path, bad: faults.filter((fault) => fault.file === path).length, changed: this.#work.isChanged(path) }));
    refill(this.#items, files, () => files.map(({ path, bad, changed }) => h('li', {}, h('a', { href: address(this.#work.pack.id, 'files', path), 'data-path': path },
      h('span', {}, fileName(path, this.#work.pack.id)), bad > 0 ? h('span', { class: 'mark bad' }, `${bad} to mend`) : changed && h('span', { class: 'mark' }, 'changed')))));
    this.#items.querySelectorAll('a').forEach((link) => (link.dataset.path === this.#path ? link.setAttribute('aria-current', 'true') : link.removeAttribute('aria-current')));
    this.#title.textContent = this.#path;
    this.#shared.hidden = !this.#path.startsWith('shared/');
    const text = this.#work.textOf(this.#path) ?? '';
    // A text area has no carriage returns.
    const lines = text.replaceAll('\r\n', '\n');
    if (this.#area.value !== lines && !this.#work.isTyped(this.#path)) {
      this.#area.value = lines;
    }

    this.#mark();
  }

  #mark() {
    const here = this.#work.faults.filter((fault) => fault.file === this.#path);
    const bad = new Set(here.map((fault) => fault.line));
    const count = this.#area.value.split('\n').length;
    refill(this.#gutter, [count, ...bad], () => Array.from({ length: count }, (_, at) => h(bad.has(at + 1) ? 'b' : 'span', {}, `${at + 1}\n`)));
    refill(this.#faults, here, () => here.map((fault) => h('li', {}, h('button', { class: 'link', type: 'button', onclick: () => this.#goTo(fault.line) }, `Line ${fault.line}`), ` ${fault.message}`)));
    this.#scrolled();
  }

  #typed() {
    const [path, text] = [this.#path, this.#area.value];
    const ends = this.#work.textOf(path)?.includes('\r\n') ? '\r\n' : '\n';
    this.#work.later(path, () => this.#work.write(path, text.replaceAll('\n', ends)));
  }

  #scrolled() {
    this.#gutter.scrollTop = this.#area.scrollTop;
  }

  /** @param {number} line */
  #goTo(line) {
    const lines = this.#area.value.split('\n');
    const start = lines.slice(0, line - 1).reduce((sum, one) => sum + one.length + 1, 0);
    this.#area.focus();
    this.#area.setSelectionRange(start, start + (lines[line - 1]?.length ?? 0));
    this.#area.scrollTop = Math.max(0, (line - 6) * parseFloat(getComputedStyle(this.#area).lineHeight));
  }
}
