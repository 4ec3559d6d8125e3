import { fill, h } from '../dom.js';
import { Problem } from './api.js';
import { Bar } from './bar.js';
import { conflict } from './conflict.js';
import { EffectView } from './effect.js';
import { FilesView } from './files.js';
import { NotesView } from './notes.js';
import { QuestionsView } from './questions.js';
import { VersionsView } from './versions.js';
import { address, sentence } from './words.js';
import { Work } from './work.js';
import { WordingView } from './wording.js';

/** @typedef {{ element: HTMLElement, show: (rest: string) => void | Promise<void>, editing?: boolean }} View */

const pages = [
  { id: 'wording', title: 'Wording', make: (/** @type {Desk} */ desk) => new WordingView(desk.work) },
  { id: 'files', title: 'Files', make: (/** @type {Desk} */ desk) => new FilesView(desk.work) },
  { id: 'questions', title: 'Questions', make: (/** @type {Desk} */ desk) => new QuestionsView(desk.work) },
  { id: 'notes', title: 'Standard notes', make: (/** @type {Desk} */ desk) => new NotesView(desk.work) },
  { id: 'versions', title: 'Versions', make: (/** @type {Desk} */ desk) => new VersionsView(desk) },
];

/** One pack, with its pages, and what an author does to it. */
export class Desk {
  /** @type {Map<string, View>} */
  #views = new Map();

  #page = '';

  /** @param {Work} work */
  constructor(work) {
    this.work = work;
    this.bar = new Bar(this);
    this.effect = new EffectView(work);
    this.tabs = h('nav', { class: 'tabs', 'aria-label': 'Pages of the pack' });
    this.place = h('div', { class: 'place' });
    this.element = h('div', { class: 'desk' }, this.bar.element, this.tabs, this.place);
  }

  /** @param {string} id */
  static async open(id) {
    return new Desk(await Work.open(id));
  }

  /** @param {string} page @param {string} rest */
  async show(page, rest) {
    const known = pages.find((one) => one.id === page) ?? pages[0];
    /** @type {View} */
    const view = this.#views.get(known.id) ?? known.make(this);
    this.#views.set(known.id, view);
    fill(this.tabs, pages.map((one) => h('a', { href: address(this.work.pack.id, one.id), 'aria-current': one === known ? 'page' : null }, one.title)));
    fill(this.place, view.element, view.editing && this.effect.element);
    this.place.classList.toggle('editing', view.editing === true);
    if (this.#page !== known.id) {
      this.#page = known.id;
      document.getElementById('studio')?.focus({ preventScroll: true });
    }

    try {
      await view.show(rest);
    } catch (problem) {
      // The page can't be shown; the work on the pack is still there.
      this.bar.say(sentence(problem));
    }
  }

  /**
   * What an author does with the whole pack. Where another came before, this one is shown what it is and decides.
   * @param {(over: string | null) => Promise<unknown>} step
   */
  async run(step) {
    // What was said before is done with; what is said meanwhile stays.
    this.bar.say('');
    try {
      await step(null);
      return true;
    } catch (problem) {
      // What can't be done over another's work only says so.
      if (!(problem instanceof Problem && problem.code === 'stale') || step.length === 0) {
        this.bar.say(sentence(problem));
        return false;
      }

      return this.#settle(problem, step);
    }
  }

  /** @param {Problem} problem @param {(over: string | null) => Promise<unknown>} step @returns {Promise<boolean>} */
  async #settle(problem, step) {
    const { theirs } = problem.problem;
    if (!this.work.dirty) {
      // There is nothing of one's own to weigh against it.
      await this.run(() => this.work.reopen());
      this.bar.say(`${theirs.author} has saved meanwhile. This is what was saved; look at it and decide again.`);
      return false;
    }

    const answer = await conflict(theirs);
    if (answer === 'mine') {
      return this.run(() => step(theirs.token));
    }

    if (answer === 'theirs' && !await this.run(() => this.work.reopen())) {
      return false;
    }

    this.bar.say(answer === 'theirs' ? 'This is what the other author has saved.' : problem.message);
    return false;
  }
}
