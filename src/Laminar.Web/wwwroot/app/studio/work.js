/** @import { Check, Effect, PackError, PackFile, StudioPack, WordingEdit, WordingElement } from './types.js' */
import { Refused, Unreachable } from '../api.js';
import * as api from './api.js';
import { Problem } from './api.js';

/** Somebody who types rests longer between two thoughts than between two letters. */
const rest = 300;

/** Between a change and the look at what it does. */
const quiet = 400;

/** An edit, or what makes one of the pack as it is when its turn comes; null where there is nothing left to do. @typedef {WordingEdit | (() => WordingEdit | null)} Wish */

/**
 * What an author is doing to one pack: the files as the server has them, what is changed and not saved, and what that does. The
 * server keeps nothing of it until it is saved. Whatever changes the pack waits for its turn behind what came before.
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

  /** What stands in the way just now, in a sentence. */
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

  /** Edits of the form that are not in the files yet; they stay where the server can't be reached. @type {Wish[]} */
  #wishes = [];

  /** @type {AbortController | null} */
  #looking = null;

  /** Whether the files say something else than the form has read. */
  #unread = false;

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
    return this.changes.size + this.#typed.size + this.#wishes.length > 0;
  }

  get paths() {
    return [...new Set([...this.files.keys(), ...this.changes.keys()])].filter((path) => this.changes.get(path) !== null).sort();
  }

  /** All that stands in the way of publishing. @returns {PackError[]} */
  get faults() {
    return this.check ? [...this.check.errors, ...this.check.failures] : [];
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

  /** @param {string} path */
  isChanged(path) {
    return this.changes.has(path);
  }

  /** Whether something that was typed there has not taken effect yet. @param {string} what */
  isTyped(what) {
    return this.#typed.has(what);
  }

  /**
   * Has what is typed take effect when the author rests. Nothing of it is lost to a save in the same moment.
   * @param {string} what of the same only the last counts
   * @param {() => void} act
   */
  later(what, act) {
    clearTimeout(this.#typed.get(what)?.timer);
    this.#typed.set(what, { act, timer: window.setTimeout(() => this.#take(what), rest) });
  }

  /** What was typed takes effect now. */
  take() {
    [...this.#typed.keys()].forEach((what) => this.#take(what));
  }

  /** @param {string} path @param {string | null} text */
  write(path, text) {
    this.#write(path, text);
    this.#unread = true;
    this.#tell();
    this.#soon();
  }

  /** @param {Wish} wish */
  word(wish) {
    this.#wishes.push(wish);
    return this.#next(() => this.#put()).catch((problem) => this.#failed(problem));
  }

  /** @param {File[]} drafts */
  async tryOn(drafts) {
    const before = this.drafts;
    // Read now: a file that is saved again meanwhile could not be sent any more.
    const read = await Promise.all(drafts.map(async (draft) => new File([await draft.arrayBuffer()], draft.name)));
    this.drafts = [...before.filter((old) => !read.some((one) => one.name === old.name)), ...read];
    const problem = await this.#look();
    if (problem instanceof Refused) {
      this.drafts = before;
      await this.#look();
      this.#failed(problem);
    }
  }

  /** @param {string} name */
  forget(name) {
    this.drafts = this.drafts.filter((draft) => draft.name !== name);
    return this.#look();
  }

  /** Saves into the draft that all authors share. @param {string | null} [over] the token of what another author has saved, where that is to be replaced */
  save(over = null) {
    this.take();
    return this.#next(() => this.#save(over));
  }

  /**
   * @param {string} version
   * @param {string} reason
   * @param {boolean} [onTop] although another version came in use since the draft was begun, whose difference the author has seen
   */
  publish(version, reason, onTop = false) {
    this.take();
    return this.#next(async () => {
      await this.#save(null);
      if (onTop) {
        this.pack = await api.pack(this.pack.id);
        this.#token = (await api.save(this.pack.id, this.#token, this.pack.inUse, [])).token;
      }

      const published = await api.publish(this.pack.id, /** @type {string} */ (this.#token), version, reason);
      this.pack = await api.pack(this.pack.id);
      await this.#load();
      return published;
    });
  }

  /** Gives the draft up, and what is not saved. @returns {Promise<boolean>} whether there is still a pack of that name */
  discard() {
    return this.#next(async () => {
      if (this.#token !== null) {
        await api.discard(this.pack.id, this.#token);
      }

      const isPublished = this.pack.inUse !== null;
      await (isPublished ? this.#reopen() : this.#drop());
      return isPublished;
    });
  }

  /** Takes what the server has, without what was not saved. */
  reopen() {
    return this.#next(() => this.#reopen());
  }

  /** Puts a published version in use. What is not saved stays, and is changed from that version on. @param {string} version @param {string} reason */
  use(version, reason) {
    this.take();
    return this.#next(async () => {
      await this.#put();
      await api.use(this.pack.id, version, this.pack.inUse ?? '', reason);
      this.pack = await api.pack(this.pack.id);
      await this.#load();
    });
  }

  async #reopen() {
    const pack = await api.pack(this.pack.id);
    this.#drop();
    this.pack = pack;
    await this.#load();
  }

  #drop() {
    this.#typed.forEach(({ timer }) => clearTimeout(timer));
    this.#typed.clear();
    this.#wishes = [];
    this.changes.clear();
    this.#token = null;
  }

  /** @param {string | null} over */
  async #save(over) {
    await this.#put();
    if (over === null && this.changes.size === 0) {
      return;
    }

    const sent = new Map(this.changes);
    const saved = await this.#send(over, sent);
    for (const [path, text] of sent) {
      const now = this.textOf(path);
      text === null ? this.files.delete(path) : this.files.set(path, { path, text });
      // What was typed while it was on its way is not saved yet.
      now === text ? this.changes.delete(path) : this.changes.set(path, now);
    }

    this.#token = saved.token;
    this.pack = await api.pack(this.pack.id);
    if (over !== null) {
      // The other's files that stay are part of the draft as well.
      await this.#load();
    } else {
      this.#tell();
      this.#soon();
    }
  }

  /** @param {string | null} over @param {Map<string, string | null>} sent */
  async #send(over, sent) {
    const send = () => {
      const token = over ?? this.#token;
      // A draft keeps what it was begun from; only its first save names that.
      return api.save(this.pack.id, token, token === null ? this.#base : null, [...sent].map(([path, text]) => ({ path, text })));
    };
    try {
      return await send();
    } catch (problem) {
      if (!(problem instanceof Problem && (problem.code === 'base-moved' || problem.code === 'no-draft'))) {
        throw problem;
      }

      await this.#rebase([...sent.keys()]);
      return send();
    }
  }

  /**
   * Another version came in use, or the draft was published, while this author worked. Where nobody touched the same file the work goes on
   * from there; else the author has to look first.
   * @param {string[]} mine
   */
  async #rebase(mine) {
    const base = this.#base;
    this.#token = null;
    this.pack = await api.pack(this.pack.id);
    const { inUse, draft } = this.pack;
    if (draft) {
      // The save says so itself, with the difference.
      return;
    }

    const files = base !== null && inUse !== null && base !== inUse ? (await api.compare(this.pack.id, base, inUse)).files : [];
    await this.#load();
    const both = files.map(({ path }) => path).filter((path) => mine.includes(path));
    if (both.length > 0) {
      throw new Refused(`Version ${inUse} was published meanwhile and changes ${both.join(', ')} as well. Look at what yours does now, and save again.`, 'rebased', 409);
    }
  }

  async #load() {
    const { draft, inUse } = this.pack;
    const from = await api.files(this.pack.id, draft ? 'draft' : /** @type {string} */ (inUse));
    this.files = new Map(from.files.map((file) => [file.path, file]));
    this.#token = from.token ?? null;
    this.#base = draft ? draft.base : inUse;
    this.elements = (await api.wording(this.pack.id, this.#unsaved(), [])).elements;
    this.#unread = false;
    this.opened++;
    await this.#look();
  }

  /** @returns {PackFile[]} */
  #unsaved() {
    return [...this.changes].map(([path, text]) => ({ path, text }));
  }

  /** @param {string} what */
  #take(what) {
    const typed = this.#typed.get(what);
    clearTimeout(typed?.timer);
    this.#typed.delete(what);
    typed?.act();
  }

  /** @param {string} path @param {string | null} text */
  #write(path, text) {
    if (text === (this.files.get(path)?.text ?? undefined)) {
      this.changes.delete(path);
    } else {
      this.changes.set(path, text);
    }
  }

  /** Puts the form's edits into the files, one after the other. */
  async #put() {
    while (this.#wishes.length > 0) {
      const [wish] = this.#wishes;
      const edit = typeof wish === 'function' ? wish() : wish;
      try {
        if (edit !== null) {
          const { elements, files } = await api.wording(this.pack.id, this.#unsaved(), [edit]);
          this.elements = elements;
          files.forEach((file) => this.#write(file.path, file.text ?? null));
        }
      } catch (problem) {
        // What the server refuses it will refuse again; what did not reach it is sent with the next.
        if (problem instanceof Refused) {
          this.#wishes.shift();
        }

        throw problem;
      }

      this.#wishes.shift();
      this.#tell();
      this.#soon();
    }
  }

  /** @template T @param {() => Promise<T>} step @returns {Promise<T>} */
  #next(step) {
    const done = this.#line.then(step);
    this.#line = done.then(() => {}, () => {});
    return done;
  }

  #soon() {
    clearTimeout(this.#timer);
    this.#looking?.abort();
    this.#timer = window.setTimeout(() => this.#look(), quiet);
  }

  /** Checks, and looks what the changes do. Only the last look counts. @returns {Promise<unknown>} what went wrong, if anything did */
  async #look() {
    clearTimeout(this.#timer);
    this.#looking?.abort();
    const looking = this.#looking = new AbortController();
    this.busy = true;
    this.#tell();
    try {
      const changes = this.#unsaved();
      const words = this.#unread ? await api.wording(this.pack.id, changes, []) : null;
      const check = await api.check(this.pack.id, changes, looking.signal);
      const effects = check.errors.length > 0 ? null : await api.preview(this.pack.id, changes, this.drafts, looking.signal);
      if (looking.signal.aborted) {
        return null;
      }

      if (words) {
        this.elements = words.elements;
        this.#unread = false;
      }

      this.check = check;
      this.effects = effects;
      this.trouble = '';
      this.#done();
      return null;
    } catch (problem) {
      if (!looking.signal.aborted) {
        this.effects = null;
        this.#done();
        this.#failed(problem);
      }

      return problem;
    }
  }

  #done() {
    this.busy = false;
    this.#tell();
  }

  /** @param {unknown} problem */
  #failed(problem) {
    this.trouble = problem instanceof Error ? problem.message : String(problem);
    this.#tell();
    if (!(problem instanceof Refused || problem instanceof Unreachable)) {
      reportError(problem);
    }
  }

  #tell() {
    this.#listeners.forEach((listener) => listener());
  }
}
