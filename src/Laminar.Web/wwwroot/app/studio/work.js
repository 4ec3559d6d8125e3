/** @import { Check, Effect, PackError, PackFile, StudioPack, WordingEdit, WordingElement } from './types.js' */
import { Refused, Unreachable } from '../api.js';
import * as api from './api.js';

/** Somebody who types rests longer between two thoughts than between two letters. */
const rest = 300;

/** Between a change and the look at what it does. */
const quiet = 400;

/**
 * What an author is doing to one pack: the files as the server has them, what is changed and not saved, and what that does. The
 * server keeps nothing of it until it is saved.
 */
export class Work {
  /** @type {StudioPack} */
  pack;

  /** As the draft has them, or else the version in use. @type {Map<string, PackFile>} */
  files = new Map();

  /** Not saved yet; null takes a file out. @type {Map<string, string | null>} */
  changes = new Map();

  /** @type {WordingElement[]} */
  elements = [];

  /** @type {Check | null} */
  check = null;

  /** @type {Effect[] | null} */
  effects = null;

  /** Drafts that the author looks at the effect on; they stay in this page. @type {File[]} */
  drafts = [];

  busy = false;

  /** Changes whenever what is at hand is what the server has, whatever a form still shows. */
  opened = 0;

  /** What went wrong last, in a sentence. */
  trouble = '';

  /** @type {string | null} */
  #token = null;

  /** @type {string | null} */
  #base = null;

  /** @type {Set<() => void>} */
  #listeners = new Set();

  #timer = 0;

  /** @type {Promise<unknown>} */
  #line = Promise.resolve();

  /** What was typed and has not taken effect yet. @type {Map<string, { timer: number, act: () => void }>} */
  #typed = new Map();

  /** @type {AbortController | null} */
  #looking = null;

  /** @param {StudioPack} pack */
  constructor(pack) {
    this.pack = pack;
  }

  /** @param {string} id */
  static async open(id) {
    const work = new Work(await api.pack(id));
    await work.#load();
    return work;
  }

  get dirty() {
    return this.changes.size > 0 || this.#typed.size > 0;
  }

  get paths() {
    return [...new Set([...this.files.keys(), ...this.changes.keys()])].filter((path) => this.changes.get(path) !== null).sort();
  }

  /** @param {() => void} listener @returns {() => void} to end it */
  subscribe(listener) {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** @param {string} path @returns {string | null} null for what is no text */
  textOf(path) {
    return this.changes.has(path) ? this.changes.get(path) ?? null : this.files.get(path)?.text ?? null;
  }

  /** @param {string} id */
  element(id) {
    return this.elements.find((element) => element.id === id) ?? null;
  }

  /** All that stands in the way of publishing. @returns {PackError[]} */
  get faults() {
    return this.check ? [...this.check.errors, ...this.check.failures] : [];
  }

  /** Whether anything of a file is other than in the version that the work began from, as far as this page knows. @param {string} path */
  isChanged(path) {
    return this.changes.has(path);
  }

  /**
   * Has what is typed take effect when the author rests. Nothing of it is lost to a save in the same moment.
   * @param {string} what of the same only the last counts
   * @param {() => void} act
   */
  later(what, act) {
    clearTimeout(this.#typed.get(what)?.timer);
    this.#typed.set(what, { act, timer: window.setTimeout(() => { this.#typed.delete(what); act(); }, rest) });
  }

  /** @param {string} path @param {string | null} text */
  write(path, text) {
    if (text === (this.files.get(path)?.text ?? undefined)) {
      this.changes.delete(path);
    } else {
      this.changes.set(path, text);
    }

    this.#tell();
    this.#soon(true);
  }

  /**
   * Edits of the form follow one another: each is put into what the one before has made.
   * @param {WordingEdit} edit
   */
  word(edit) {
    return this.#next(async () => {
      const { elements, files } = await api.wording(this.pack.id, this.#unsaved(), [edit]);
      this.elements = elements;
      for (const file of files) {
        this.write(file.path, file.text ?? null);
      }

      this.#soon(false);
    });
  }

  /** @param {File[]} drafts */
  tryOn(drafts) {
    this.drafts = [...this.drafts.filter((old) => !drafts.some((one) => one.name === old.name)), ...drafts];
    return this.#look(false);
  }

  /** @param {string} name */
  forget(name) {
    this.drafts = this.drafts.filter((draft) => draft.name !== name);
    return this.#look(false);
  }

  /** Saves into the draft that all authors share. @param {string | null} [over] the token of what another author has saved, where that is to be replaced */
  async save(over = null) {
    await this.settle();
    const saved = await api.save(this.pack.id, over ?? this.#token, this.#base, this.#unsaved());
    for (const [path, text] of this.changes) {
      if (text === null) {
        this.files.delete(path);
      } else {
        this.files.set(path, { path, text });
      }
    }

    this.changes.clear();
    this.#token = saved.token;
    this.pack = await api.pack(this.pack.id);
    // Over what another has saved, the other's files are part of the draft as well.
    await (over ? this.#load() : this.#look(false));
    this.#tell();
  }

  /** What was typed is put in now. */
  async settle() {
    for (const [what, { timer, act }] of [...this.#typed]) {
      clearTimeout(timer);
      this.#typed.delete(what);
      act();
    }

    await this.#line;
  }

  /** @param {string} version @param {string} reason */
  async publish(version, reason) {
    await this.settle();
    if (this.dirty || this.#token === null) {
      await this.save();
    }

    const published = await api.publish(this.pack.id, /** @type {string} */ (this.#token), version, reason);
    await this.reopen();
    return published;
  }

  async discard() {
    if (this.#token !== null) {
      await api.discard(this.pack.id, this.#token);
    }

    await this.reopen();
  }

  /** Takes what the server has, without what was not saved. */
  async reopen() {
    this.changes.clear();
    this.pack = await api.pack(this.pack.id);
    await this.#load();
  }

  /** What others have done since, beside what is not saved here. */
  async refresh() {
    this.pack = await api.pack(this.pack.id);
    await this.#look(false);
  }

  async #load() {
    const { draft, inUse } = this.pack;
    const from = await api.files(this.pack.id, draft ? 'draft' : /** @type {string} */ (inUse));
    this.files = new Map(from.files.map((file) => [file.path, file]));
    this.#token = from.token ?? null;
    this.#base = draft ? draft.base : inUse;
    this.elements = (await api.wording(this.pack.id, [], [])).elements;
    this.opened++;
    await this.#look(false);
  }

  /** @returns {PackFile[]} */
  #unsaved() {
    return [...this.changes].map(([path, text]) => ({ path, text }));
  }

  /** @template T @param {() => Promise<T>} step */
  #next(step) {
    const done = this.#line.then(step);
    this.#line = done.catch((problem) => this.#failed(problem));
    return this.#line;
  }

  /** @param {boolean} words whether the form has to be read anew as well */
  #soon(words) {
    clearTimeout(this.#timer);
    this.#timer = window.setTimeout(() => this.#look(words), quiet);
  }

  /** Checks, and looks what the changes do. Only the last look counts. @param {boolean} words */
  async #look(words) {
    clearTimeout(this.#timer);
    this.#looking?.abort();
    const looking = this.#looking = new AbortController();
    this.busy = true;
    this.#tell();
    try {
      const changes = this.#unsaved();
      if (words) {
        this.elements = (await api.wording(this.pack.id, changes, [])).elements;
      }

      this.check = await api.check(this.pack.id, changes, looking.signal);
      this.effects = this.check.errors.length > 0 ? null : await api.preview(this.pack.id, changes, this.drafts, looking.signal);
      this.trouble = '';
    } catch (problem) {
      if (looking.signal.aborted) {
        return;
      }

      this.#failed(problem);
    }

    this.busy = this.#looking !== looking;
    this.#tell();
  }

  /** @param {unknown} problem */
  #failed(problem) {
    this.trouble = problem instanceof Error ? problem.message : String(problem);
    this.#tell();
    if (!(problem instanceof Refused || problem instanceof Unreachable)) {
      throw problem;
    }
  }

  #tell() {
    this.#listeners.forEach((listener) => listener());
  }
}
