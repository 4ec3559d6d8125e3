/** @import { Desk } from './desk.js' */
import { h, say } from '../dom.js';
import * as api from './api.js';
import { Problem } from './api.js';
import { ask, reasonField } from './dialog.js';
import { diff } from './diff.js';
import { counted, when } from './words.js';

/** The head of a pack: which version is in use, what state the work is in, and what can be done with all of it. */
export class Bar {
  #title = h('h1', {});
  #state = h('p', { class: 'sub' });
  #said = h('p', { class: 'said', role: 'status' });
  #trouble = h('p', { class: 'notice', role: 'alert', hidden: true });
  #save = h('button', { class: 'button', type: 'button', onclick: () => this.#desk.run((over) => this.#desk.work.save(over)) }, 'Save draft');
  #publish = h('button', { class: 'button primary', type: 'button', onclick: () => this.#askPublish() }, 'Publish…');
  #discard = h('button', { class: 'button', type: 'button', onclick: () => this.#askDiscard() }, 'Discard…');

  /** @type {Desk} */
  #desk;

  /** @param {Desk} desk */
  constructor(desk) {
    this.#desk = desk;
    this.element = h('div', { class: 'bar' }, h('div', { class: 'head' }, this.#title, this.#state), h('div', { class: 'buttons' }, this.#discard, this.#save, this.#publish), this.#said, this.#trouble);
    desk.work.subscribe(() => this.#draw());
    this.#draw();
  }

  /** @param {string} sentence */
  say(sentence) {
    say(this.#said, sentence);
  }

  #draw() {
    const { pack, dirty, changes, trouble } = this.#desk.work;
    say(this.#title, pack.title);
    say(this.#state, [
      pack.inUse ? `Version ${pack.inUse} is in use.` : 'Not published yet.',
      pack.draft ? `The draft was saved ${when(pack.draft.at)} by ${pack.draft.author}.` : '',
      dirty ? `${counted(changes.size, 'file')} changed and not saved.` : '',
    ].filter(Boolean).join(' '));
    // One that has the focus is not disabled under it.
    this.#save.setAttribute('aria-disabled', String(!dirty));
    this.#save.disabled = !dirty && document.activeElement !== this.#save;
    this.#publish.disabled = !dirty && !pack.draft;
    this.#discard.hidden = !dirty && !pack.draft;
    say(this.#trouble, trouble);
    this.#trouble.hidden = trouble === '';
  }

  async #askPublish() {
    const { work } = this.#desk;
    const faults = work.faults.length;
    if (faults > 0) {
      this.say(`${counted(faults, 'thing')} ${faults === 1 ? 'stands' : 'stand'} in the way: mend what is listed beside the wording. Until then the work can be saved as a draft.`);
      return;
    }

    const reason = reasonField('What is better now, in one line');
    const versions = h('select', { id: 'version' }, work.pack.next.map((version, at) => h('option', { value: version },
      `${version} – ${['a slip mended', 'something added or reworded', 'something that users have to know of'][at]}`)));
    versions.selectedIndex = Math.min(1, work.pack.next.length - 1);
    const answer = await ask('Publish a new version', [
      h('p', {}, 'It is used by the next scan and never changes. The version before stays and can be put in use again in one step.'),
      h('div', { class: 'entry' }, h('label', { for: 'version' }, 'Version'), versions), reason.element,
    ], [{ value: 'publish', label: 'Publish', primary: true, needs: reason.needs }]);
    if (answer && await this.#desk.run(async (over) => {
      if (over) {
        await work.save(over);
      }

      await work.publish(versions.value, reason.input.value.trim()).catch((problem) => this.#onTop(problem, versions.value, reason.input.value.trim()));
    })) {
      this.say(`Version ${work.pack.inUse} is published and in use.`);
    }
  }

  /** Another version came in use since the draft was begun: the author sees what the draft would change in it. @param {unknown} problem @param {string} version @param {string} reason */
  async #onTop(problem, version, reason) {
    if (!(problem instanceof Problem && problem.code === 'base-moved')) {
      throw problem;
    }

    const { work } = this.#desk;
    const { inUse } = await api.pack(work.pack.id);
    const { files } = await api.compare(work.pack.id, /** @type {string} */ (inUse), 'draft');
    const answer = await ask('Another version is in use by now', [
      h('p', {}, `Version ${inUse} came in use after this draft was begun. This is what publishing the draft changes in it:`),
      h('div', { class: 'scroll', tabindex: 0, role: 'region', 'aria-label': 'Difference' }, diff(files)),
    ], [{ value: 'publish', label: 'Publish it all the same' }]);
    if (answer === null) {
      throw problem;
    }

    await work.publish(version, reason, true);
  }

  async #askDiscard() {
    const { work } = this.#desk;
    const answer = await ask('Discard the work?', [
      h('p', {}, work.pack.draft ? 'The draft and what is not saved are given up, for all authors. Published versions stay.' : 'What is not saved is given up. Published versions stay.'),
    ], [{ value: 'discard', label: 'Discard' }]);
    let isThere = true;
    if (answer && await this.#desk.run(async () => { isThere = await work.discard(); })) {
      if (isThere) {
        this.say('What is shown is the version in use.');
      } else {
        location.hash = '#/';
      }
    }
  }
}
