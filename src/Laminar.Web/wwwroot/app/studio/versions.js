/** @import { Desk } from './desk.js' */
/** @import { Version } from './types.js' */
import { fill, h } from '../dom.js';
import * as api from './api.js';
import { ask, reasonField } from './dialog.js';
import { diff } from './diff.js';
import { counted, when } from './words.js';

/** What was published, what is in use, and the way back. */
export class VersionsView {
  #list = h('tbody', {});
  #from = h('select', { id: 'from' });
  #to = h('select', { id: 'to' });
  #diff = h('div', { 'aria-live': 'polite' });
  #uses = h('ol', { class: 'uses', reversed: true });

  /** @type {Desk} */
  #desk;

  /** @param {Desk} desk */
  constructor(desk) {
    this.#desk = desk;
    this.element = h('div', { class: 'wide' },
      h('h2', {}, 'Versions'), h('p', { class: 'sub' }, 'A version never changes. Every scan names the one that it was made with.'),
      h('table', { class: 'versions' }, h('thead', {}, h('tr', {}, ['Version', 'Published', 'By', 'Why', ''].map((title) => (title ? h('th', { scope: 'col' }, title) : h('td'))))), this.#list),
      h('h2', {}, 'Compare'),
      h('div', { class: 'line' }, h('label', { for: 'from' }, 'From'), this.#from, h('label', { for: 'to' }, 'to'), this.#to, h('button', { class: 'button', type: 'button', onclick: () => this.#compare() }, 'Compare')),
      this.#diff, h('h2', {}, 'What was in use'), this.#uses);
    desk.work.subscribe(() => this.#draw());
  }

  async show() {
    this.#draw();
    fill(this.#uses, (await api.uses(this.#desk.work.pack.id)).map((use) => h('li', {}, `${use.version} from ${when(use.at)}, by ${use.author}. ${use.reason}`)));
  }

  #draw() {
    const { pack } = this.#desk.work;
    fill(this.#list, pack.versions.map((version) => this.#row(version)));
    const names = [...pack.versions.map(({ version }) => version), ...(pack.draft ? ['draft'] : [])];
    for (const [select, otherwise] of /** @type {[HTMLSelectElement, string][]} */ ([[this.#from, pack.inUse ?? names[0]], [this.#to, pack.draft ? 'draft' : names[0]]])) {
      const chosen = names.includes(select.value) ? select.value : otherwise;
      fill(select, names.map((name) => h('option', { value: name }, name)));
      select.value = chosen;
    }
  }

  /** @param {Version} version */
  #row(version) {
    const { pack } = this.#desk.work;
    return h('tr', {}, h('th', { scope: 'row' }, version.version, version.inUse && h('span', { class: 'mark good' }, 'in use')),
      h('td', {}, when(version.at)), h('td', {}, version.author), h('td', {}, version.reason),
      h('td', {}, h('div', { class: 'links' }, !version.inUse && h('button', { class: 'button', type: 'button', onclick: () => this.#use(version) }, pack.inUse ? `Put ${version.version} in use…` : 'Put in use…'),
        h('a', { href: api.exportAddress(pack.id, version.version), download: true, 'aria-label': `Export ${version.version}`,
          onclick: (/** @type {MouseEvent} */ event) => api.follow(event, `${pack.id}-${version.version}.zip`, (said) => this.#desk.bar.say(said)) }, 'Export'))));
  }

  /** @param {Version} version */
  async #use(version) {
    const { work } = this.#desk;
    const reason = reasonField('Why, in one line');
    const answer = await ask(`Put version ${version.version} in use?`, [
      h('p', {}, `Every scan from now on is made with it, in place of ${work.pack.inUse}. Nothing is deleted; what is in use now can be put in use again.`), reason.element,
    ], [{ value: 'use', label: 'Put in use', primary: true, needs: reason.needs }]);
    if (answer && await this.#desk.run(async () => {
      await work.use(version.version, reason.input.value.trim());
      await this.show();
    })) {
      this.#desk.bar.say(`Version ${version.version} is in use.`);
    }
  }

  async #compare() {
    const [from, to] = [this.#from.value, this.#to.value];
    await this.#desk.run(async () => {
      const { files } = await api.compare(this.#desk.work.pack.id, from, to);
      fill(this.#diff, h('p', { class: 'sub' }, files.length === 0 ? `Between ${from} and ${to} nothing differs.` : `From ${from} to ${to}: ${counted(files.length, 'file')}.`), diff(files));
    });
  }
}
