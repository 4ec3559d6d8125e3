/** @import { Lint, NoteVersion } from './types.js' */
/** @import { Work } from './work.js' */
import { fill, h } from '../dom.js';
import * as api from './api.js';
import { reasonField } from './dialog.js';
import { NotePage } from './note-page.js';
import { counted, sentence, when } from './words.js';

/** The standard notes of a pack: looked at before they are published, fetched by whoever makes reports from them. */
export class NotesView {
  #choose = h('input', { type: 'file', class: 'unseen', id: 'note', accept: '.docx,.dotx,.docm,.dotm', onchange: () => this.#chosen(this.#choose.files?.[0]) });
  #list = h('div', {});
  #looked = h('section', { class: 'looked', hidden: true, 'aria-live': 'polite' });

  /** Of files that are looked at in a row the last counts. */
  #turn = 0;

  /** @type {Work} */
  #work;

  /** @param {Work} work */
  constructor(work) {
    this.#work = work;
    this.element = h('div', { class: 'wide' },
      h('div', { class: 'line' }, h('h2', {}, 'Standard notes'), this.#choose, h('label', { class: 'button end', for: 'note' }, 'Look at a Word file…')),
      h('p', { class: 'sub' }, 'New reports are made from them. What is wrong in one of them is wrong in every report; so it is looked through before it is published.'),
      this.#looked, this.#list);
    this.element.addEventListener('dragover', (event) => event.preventDefault());
    this.element.addEventListener('drop', (event) => {
      event.preventDefault();
      this.#chosen(event.dataTransfer?.files[0]);
    });
  }

  async show() {
    const notes = await api.notes(this.#work.pack.id);
    const names = [...new Set(notes.map((note) => note.name))];
    fill(this.#list, names.length === 0 ? h('p', { class: 'sub' }, 'This pack has no standard note yet.') : names.map((name) => this.#note(notes.filter((note) => note.name === name))));
  }

  /** @param {NoteVersion[]} versions the newest first */
  #note(versions) {
    const [last] = versions;
    return h('section', { class: 'note' }, h('h3', {}, last.fileName),
      h('table', { class: 'versions' }, h('thead', {}, h('tr', {}, ['Version', 'Published', 'By', 'Why', 'Lacks', ''].map((title) => (title ? h('th', { scope: 'col' }, title) : h('td'))))),
        h('tbody', {}, versions.map((note) => {
          const address = api.noteAddress(this.#work.pack.id, note.name, note.number);
          return h('tr', {}, h('th', { scope: 'row' }, note.number), h('td', {}, when(note.at)), h('td', {}, note.author), h('td', {}, note.reason),
            h('td', {}, note.lacking === null ? '' : note.lacking === 0 ? 'nothing' : counted(note.lacking, 'element')),
            h('td', {}, h('div', { class: 'links' }, h('button', { class: 'button', type: 'button', onclick: () => this.#look(async () => new File([await api.blob(address)], note.fileName)) }, 'Look at it'),
              h('a', { href: address, download: note.fileName, onclick: (/** @type {MouseEvent} */ event) => api.follow(event, note.fileName, (said) => this.#tell(said)) }, 'Download'))));
        }))));
  }

  /** Read now: what is looked at is what is published, whatever becomes of the file meanwhile. @param {File | undefined} file */
  async #chosen(file) {
    if (file) {
      const read = new File([await file.arrayBuffer()], file.name);
      this.#choose.value = '';
      await this.#look(async () => read);
    }
  }

  /** @param {() => Promise<File>} open */
  async #look(open) {
    const turn = ++this.#turn;
    this.#looked.hidden = false;
    fill(this.#looked, h('p', {}, 'Reading the file …'));
    try {
      const file = await open();
      const lint = await api.lint(this.#work.pack.id, file);
      if (turn === this.#turn) {
        const page = new NotePage(lint.paragraphs, lint.findings);
        fill(this.#looked, h('h3', {}, file.name), h('div', { class: 'beside' }, this.#lint(lint, file, page), page.element));
      }
    } catch (problem) {
      if (turn === this.#turn) {
        this.#tell(sentence(problem));
      }
    }
  }

  /** @param {string} said */
  #tell(said) {
    this.#looked.hidden = false;
    fill(this.#looked, h('p', { class: 'refused' }, said));
  }

  /** @param {Lint} lint @param {File} file @param {NotePage} page */
  #lint({ elements, findings }, file, page) {
    const inTheWay = findings.filter((finding) => finding.place !== null && finding.severity !== 'recommended').length;
    const places = findings.filter((finding) => finding.place !== null);
    const lacking = elements.filter((element) => element.covered === 'lacking');
    return h('div', {},
      h('p', { class: inTheWay > 0 ? 'verdict bad' : 'verdict good' }, inTheWay > 0
        ? `${counted(inTheWay, 'thing')} in it ${inTheWay === 1 ? 'does' : 'do'} not belong into a standard note.`
        : 'Nothing stands in it that does not belong into a standard note.'),
      h('ol', { class: 'lint' }, places.map((finding) => h('li', {}, h('p', { class: 'name' }, finding.title), h('p', {}, finding.do),
        finding.field && h('dl', { class: 'proposal' }, h('dt', {}, 'Sentence'), h('dd', { class: 'phrase' }, finding.field.text), h('dt', {}, 'Tag'), h('dd', {}, h('code', {}, finding.field.tag)),
          finding.field.options.length > 0 && [h('dt', {}, 'List'), h('dd', {}, finding.field.options.join(', '))]),
        finding.place && h('button', { class: 'link', type: 'button', onclick: () => page.point(finding) }, `Show “${short(finding.place.text)}”`)))),
      h('p', {}, `It has a field or fixed words for ${elements.length - lacking.length} of ${counted(elements.length, 'element')}.`),
      lacking.length > 0 && h('p', { class: 'sub' }, `It lacks: ${lacking.map((element) => element.name + (element.severity === 'required' ? ' (required)' : '')).join(', ')}.`),
      this.#publish(file, inTheWay));
  }

  /** @param {File} file @param {number} inTheWay */
  #publish(file, inTheWay) {
    if (inTheWay > 0) {
      return h('p', { class: 'sub' }, 'Mend this in Word and look at the file again; then it can be published.');
    }

    const reason = reasonField('Why, in one line');
    const said = h('p', { role: 'alert' });
    let sending = false;
    const publish = async () => {
      said.textContent = reason.needs();
      if (said.textContent === '' && !sending) {
        sending = true;
        try {
          const note = await api.publishNote(this.#work.pack.id, file, reason.input.value.trim());
          fill(this.#looked, h('p', { class: 'verdict good' }, `${note.fileName} is published as version ${note.number}.`));
          await this.show();
        } catch (problem) {
          said.textContent = sentence(problem);
        }

        sending = false;
      }
    };
    return h('div', { class: 'publish' }, reason.element, h('button', { class: 'button primary', type: 'button', onclick: publish }, 'Publish this note'), said);
  }
}

/** @param {string} text */
function short(text) {
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}
