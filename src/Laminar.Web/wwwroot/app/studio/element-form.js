/** @import { Entry, PackError, WordingElement } from './types.js' */
/** @import { Work } from './work.js' */
import { fill, h, say } from '../dom.js';
import { Examples } from './examples.js';
import { address } from './words.js';

/** @type {Record<string, { label: string, hint?: string, lines?: number }>} */
const texts = {
  name: { label: 'Name' },
  question: { label: 'Question', hint: 'What a draft that leaves this open is asked.', lines: 2 },
  why: { label: 'Why it is asked', hint: 'One sentence about the record, in the reader’s words.', lines: 2 },
  phrase: { label: 'Phrase', hint: 'What is suggested. A field stands in braces; nothing else in it may be a fact.', lines: 2 },
  'not-done': { label: 'Sentence for “not done”', lines: 2 },
  unable: { label: 'Sentence for “unable to state”', lines: 2 },
};

/** The words of one element. What is typed goes into the element's file; nothing else of the file changes. */
export class ElementForm {
  /** @type {Map<string, { entry: Entry, input: HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement, problem: HTMLElement }>} */
  #fields = new Map();

  #shared = h('p', { class: 'notice' });
  #others = h('div', {});

  /** @type {Work} */
  #work;

  /** @type {WordingElement} */
  #now;

  /** @param {Work} work @param {WordingElement} element */
  constructor(work, element) {
    this.#work = work;
    this.#now = element;
    this.id = element.id;
    this.examples = new Examples(work, element);
    const words = element.entries.filter((entry) => entry.key.startsWith('terms.'));
    this.element = h('form', { class: 'form', onsubmit: (/** @type {Event} */ event) => event.preventDefault() },
      h('h2', {}, element.name), this.#shared, this.#others,
      element.entries.filter((entry) => !entry.key.startsWith('terms.')).map((entry) => this.#field(entry)),
      words.length > 0 && h('details', { class: 'more' }, h('summary', {}, h('h3', {}, 'Words of its own'), h('span', { class: 'sub' }, 'read in drafts, beside the vocabulary of all packs')),
        words.map((entry) => this.#field(entry))),
      this.examples.element);
    this.follow(element);
  }

  /** What the pack says now: what is typed here stays as it is. @param {WordingElement} element */
  follow(element) {
    this.#now = element;
    const link = h('a', { href: address(this.#work.pack.id, 'files', element.file) }, 'Open its file');
    fill(this.#shared, element.shared ? 'Several packs have this element. A change makes this pack’s own copy of it; the others keep theirs. ' : 'This element is the pack’s own. ', link);
    this.#shared.classList.toggle('quiet', !element.shared);
    for (const entry of element.entries) {
      const field = this.#fields.get(entry.key);
      if (field) {
        // What was changed in the file is shown here too, unless something else stands here that somebody typed.
        if (!this.#work.isTyped(this.#name(entry.key)) && plain(field.input.value) === plain(shown(field.entry)) && plain(field.input.value) !== plain(shown(entry))) {
          field.input.value = shown(entry);
        }

        field.entry = entry;
      }
    }

    this.examples.follow(element);
    this.#blame(this.#work.faults.filter((fault) => fault.file === element.file));
  }

  /** Each fault stands at the entry whose lines it is in; the rest above. @param {PackError[]} faults */
  #blame(faults) {
    const left = faults.filter((fault) => !this.examples.knows(fault));
    /** @type {Map<string, string[]>} */
    const said = new Map();
    const entries = this.#now.entries.toSorted((a, b) => a.line - b.line);
    for (const fault of left) {
      const key = entries.findLast((entry) => entry.line === fault.line)?.key ?? '';
      said.set(key, [...said.get(key) ?? [], fault.message]);
    }

    for (const [key, { input, problem }] of this.#fields) {
      const sentences = (said.get(key) ?? []).join(' ');
      say(problem, sentences);
      problem.hidden = sentences === '';
      input[sentences === '' ? 'removeAttribute' : 'setAttribute']('aria-invalid', 'true');
    }

    fill(this.#others, (said.get('') ?? []).map((sentence) => h('p', { class: 'refused' }, sentence)));
  }

  /** @param {Entry} entry */
  #field(entry) {
    const id = `entry-${entry.key}`;
    const problem = h('p', { class: 'refused', id: `${id}-problem`, hidden: true });
    const { label, hint, input } = this.#input(entry, id);
    input.setAttribute('aria-describedby', `${id}-problem ${id}-hint`);
    this.#fields.set(entry.key, { entry, input, problem });
    return h('div', { class: 'entry' }, h('label', { for: id }, label), hint && h('small', { id: `${id}-hint` }, hint), input, problem);
  }

  /** @param {Entry} entry @param {string} id */
  #input(entry, id) {
    if (entry.list !== null) {
      const [map, name] = [entry.key.split('.')[0], entry.key.split('.').slice(1, -1).join('.')];
      const area = h('textarea', { id, rows: Math.min(12, entry.list.length + 1), spellcheck: 'false', oninput: () => this.#soon(entry.key, () => ({ list: area.value.split('\n').map((line) => line.trim()).filter(Boolean) })) });
      area.value = entry.list.join('\n');
      return map === 'fields'
        ? { label: `Answers for {${name}}`, hint: 'One on a line, in the order in which they are offered: the facts neutral, the ways out last.', input: area }
        : { label: name, hint: 'One on a line.', input: area };
    }

    if (entry.key === 'severity') {
      const select = h('select', { id, onchange: () => this.#soon(entry.key, () => ({ text: select.value })) },
        ['required', 'recommended'].map((severity) => h('option', { value: severity }, severity)));
      select.value = entry.text ?? '';
      return { label: 'Severity', hint: '', input: select };
    }

    const { label, hint, lines } = texts[entry.key];
    const input = lines ? h('textarea', { id, rows: lines }) : h('input', { id, type: 'text', autocomplete: 'off' });
    input.value = entry.text ?? '';
    input.addEventListener('input', () => this.#soon(entry.key, () => ({ text: input.value.replace(/\s*\n\s*/g, ' ').trim() })));
    return { label, hint, input };
  }

  /** @param {string} key */
  #name(key) {
    return `${this.id} ${key}`;
  }

  /** @param {string} key @param {() => { text?: string, list?: string[] }} value */
  #soon(key, value) {
    this.#work.later(this.#name(key), () => this.#work.word({ element: this.id, key, ...value() }));
  }
}

/** @param {Entry} entry */
function shown({ list, text }) {
  return list?.join('\n') ?? text ?? '';
}

/** As it is put in: lines without what stands around them. @param {string} text */
function plain(text) {
  return text.split('\n').map((line) => line.trim()).filter(Boolean).join('\n');
}
