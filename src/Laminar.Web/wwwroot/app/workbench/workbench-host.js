/** @import { Answer, DraftBody, Evidence, Finding, Host, HostListener, Outcome, Person, Placement, Repair, Scan, Spot, Surface } from '../types.js' */
/** @import { Trail } from './draft.js' */

import * as api from '../api.js';
import { Clipboard } from './clipboard.js';
import { Draft, blank } from './draft.js';
import { DraftView } from './draft-view.js';
import { Editor } from './editor.js';
import { Pointing } from './pointing.js';
import { localSettings } from './settings.js';

/**
 * The draft beside the pane, in a browser: what Word is elsewhere.
 * @implements {Host}
 */
export class WorkbenchHost {
  kind = /** @type {const} */ ('workbench');
  settings = localSettings();
  draft = new Draft();
  view = new DraftView(this.draft);
  editor = new Editor(this.draft, this.view, () => this.#changed());
  /** Who works here, as the pane knows it. @type {() => string} */
  who = () => this.settings.get('name') ?? 'Surgeon';
  /** @type {HostListener | null} */
  #listener = null;
  /** What was sent last, and the state it was of. @type {{ trail: Trail, state: unknown } | null} */
  #sent = null;
  /** @type {unknown} */
  #taken = null;
  #visit = api.newVisit();

  constructor() {
    new Clipboard(this.view, this.editor);
    this.view.ghosts = this.settings.get('suggestions') !== 'off';
  }

  /**
   * Shows a file; throws what the server says against it, and then the draft before stays.
   * @param {Blob} file @param {string} name
   * @returns {Promise<Scan>} what the server found in it
   */
  async open(file, name) {
    const visit = api.newVisit();
    const scan = await api.scan({ file, name, visit }, null);
    const isText = /\.txt$/i.test(name);
    this.#begin({ file, name, isText, isPlain: isText }, scan.paragraphs, scan, visit);
    this.#taken = this.draft.state;
    return scan;
  }

  /** An empty page. */
  empty() {
    this.#begin(blank(''), [{ text: '' }], null, api.newVisit());
    this.view.page.focus();
  }

  /** @param {boolean} anew @returns {Promise<DraftBody | null>} */
  async read(anew) {
    const { state } = this.draft;
    if (state === this.#taken && !anew) {
      return null;
    }

    this.draft.leave(this.#sent?.trail ?? null);
    this.#sent = { trail: this.draft.follow(), state };
    return this.#body(this.who());
  }

  /** @param {Scan} scan */
  take(scan) {
    if (this.#sent !== null) {
      const { trail, state } = this.#sent;
      this.#sent = null;
      this.#taken = state;
      this.draft.shape(scan);
      this.view.take(scan, trail);
    }
  }

  /** @param {Answer[]} answers @param {Person} person @returns {Promise<Outcome>} */
  answer(answers, person) {
    return this.#write(person, (body) => api.apply(body, this.#pack, answers, person), answers.length);
  }

  /** @param {Finding} finding @param {Person} person @returns {Promise<Outcome>} */
  flag(finding, person) {
    return this.#write(person, (body) => api.flag(body, this.#pack, [finding.id], person.name), 1);
  }

  /** @param {Repair[]} repairs @returns {Promise<Outcome>} */
  async mend(repairs) {
    const found = repairs.map((repair) => ({ repair, range: this.view.find(asWords(repair)) }));
    if (found.some(({ range }) => range === null)) {
      return { refused: [{ finding: 'mend', code: 'changed', message: 'These words have changed in the draft since it was checked. Check it again.' }] };
    }

    this.draft.keep('mend', this.editor.range?.[0] ?? 0);
    found.sort((one, other) => (other.range?.[0] ?? 0) - (one.range?.[0] ?? 0));
    this.view.around(() => found.forEach(({ repair, range }) => range && this.draft.splice(range[0], range[1] - range[0], repair.with)));
    this.#changed();
    return { refused: [], undo: 'Repair' };
  }

  /** @param {Evidence} evidence */
  async select(evidence) {
    const range = this.view.find(evidence);
    if (range !== null) {
      this.#show({ anchor: range[0], focus: range[1] });
    }

    return range !== null;
  }

  /** @param {Placement} place */
  async reveal(place) {
    const at = this.view.placeNow(place);
    if (at !== null) {
      this.#show({ anchor: at, focus: at });
    }

    return at !== null;
  }

  /** @param {Spot | null} spot */
  light(spot) {
    this.view.light(spot);
  }

  async undo() {
    this.editor.undo();
  }

  /** @returns {Promise<Surface[]>} */
  async surfaces() {
    return ['list'];
  }

  /** Phrases stand in the page where {@link DraftView.ghosts} says so: nothing is put into the draft. */
  async show() {}

  /** @param {HostListener} listener */
  listen(listener) {
    this.#listener = listener;
    new Pointing(this.view, listener);
  }

  /** The file as it stands now, as a Word file. */
  async file() {
    const body = this.draft.body(this.who());
    const isWritten = !this.draft.base.isText && body.edits?.edits.length === 0;
    return isWritten ? body.file : (await api.edited({ ...body, edits: body.edits ?? { by: this.who(), edits: [] } })).file;
  }

  get #pack() {
    return this.settings.get('pack') || null;
  }

  /** @param {string} by @returns {DraftBody} */
  #body(by) {
    return { ...this.draft.body(by), visit: this.#visit };
  }

  #changed() {
    this.#listener?.changed();
  }

  /** @param {Parameters<Draft['open']>[0]} file @param {import('../types.js').Paragraph[]} paragraphs @param {Scan | null} scan @param {string} visit */
  #begin(file, paragraphs, scan, visit) {
    this.#visit = visit;
    this.settings.forget();
    this.view.take(null, null);
    this.#taken = null;
    this.draft.open(file, paragraphs);
    this.view.take(scan, this.draft.followBase());
    this.#listener?.pointed(null);
  }

  /**
   * Sends the draft, and puts what comes back in its place; what was typed meanwhile stays.
   * @param {Person} person @param {(body: DraftBody) => Promise<{ file: Blob, name: string, refused: import('../types.js').Refusal[] }>} send @param {number} wanted
   * @returns {Promise<Outcome>}
   */
  async #write(person, send, wanted) {
    const sent = this.draft.follow();
    const { base } = this.draft;
    try {
      const { file, refused } = await send(this.#body(person.name));
      if (refused.length >= wanted) {
        return { refused };
      }

      const name = base.name.replace(/\.txt$/i, '.docx');
      const scan = await api.scan({ file, name, visit: this.#visit }, this.#pack);
      if (this.draft.base !== base) {
        return { refused: [{ finding: '', code: 'changed', message: 'Another draft is open now; nothing was put into it.' }] };
      }

      const isTyping = sent.changes.length > 0;
      this.view.around(() => this.draft.replace({ file, name }, scan.paragraphs, sent, this.editor.range?.[0] ?? 0));
      this.view.take(scan, this.draft.followBase());
      if (isTyping) {
        return { refused, undo: 'Answer' };
      }

      this.#taken = this.draft.state;
      return { refused, undo: 'Answer', scan };
    } finally {
      this.draft.leave(sent);
    }
  }

  /** @param {{ anchor: number, focus: number }} selected */
  #show(selected) {
    this.view.page.focus({ preventScroll: true });
    this.view.caret.select(selected);
    const element = getSelection()?.focusNode;
    const isStill = matchMedia('(prefers-reduced-motion: reduce)').matches;
    this.view.caret.elementAround(element ?? null)?.scrollIntoView({ block: 'nearest', behavior: isStill ? 'instant' : 'smooth' });
  }
}

/** @param {Repair} repair @returns {Evidence} */
function asWords({ paragraph, start, length, text }) {
  return { paragraph, start, length, text, section: '', state: '' };
}
