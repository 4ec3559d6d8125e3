/** @import { Scan } from '../types.js' */
/** @import { WorkbenchHost } from './workbench-host.js' */

import * as api from '../api.js';
import { fill, h, say } from '../dom.js';
import { handOver } from '../download.js';
import { Leaving } from './leaving.js';

const readable = '.docx,.docm,.dotx,.dotm,.xml,.txt';

/** Which draft is on the page: samples, files that are opened or dropped, an empty page; and the way out as a Word file. */
export class Toolbar {
  #host;
  #opened;
  #leaving;
  #title = h('h1', { class: 'draft-name' }, 'Laminar');
  #samples = h('select', { class: 'samples', 'aria-label': 'Sample drafts', onchange: () => this.#choose() });
  #file = h('input', { type: 'file', accept: readable, hidden: true, onchange: () => this.#pick() });
  #ghosts = h('button', { type: 'button', class: 'button', onclick: () => this.#toggle() }, 'Suggestions');
  #download = h('button', { type: 'button', class: 'button', onclick: () => this.#try(() => this.#save()) }, 'Download .docx');
  #notice = h('p', { class: 'notice', role: 'alert', hidden: true });
  #list = /** @type {Awaited<ReturnType<typeof api.samples>>} */ ([]);

  /** @param {WorkbenchHost} host @param {(scan: Scan | null) => Promise<void>} opened what the server found in the draft; null where nobody has asked it yet */
  constructor(host, opened) {
    this.#host = host;
    this.#opened = opened;
    this.#leaving = new Leaving(host.draft);
    this.element = h('div', { class: 'desk-head' }, h('div', { class: 'bar', role: 'toolbar', 'aria-label': 'Draft' }, this.#title, this.#samples,
      h('button', { type: 'button', class: 'button', onclick: () => this.#try(async () => this.#empty()) }, 'New'),
      h('button', { type: 'button', class: 'button', onclick: () => this.#file.click() }, 'Open…'),
      this.#download, this.#ghosts, this.#file), this.#notice, this.#leaving.element);
    this.#sayGhosts();
    addEventListener('dragover', (event) => { hasFile(event) && event.preventDefault(); });
    addEventListener('drop', (event) => {
      const file = event.dataTransfer?.files[0];
      if (file) {
        event.preventDefault();
        this.#open(file, file.name);
      }
    });
  }

  /** Shows the first sample: what a newcomer sees. */
  async start() {
    await this.#try(async () => {
      this.#list = await api.samples();
      fill(this.#samples, h('option', { value: '' }, 'Samples'), ...this.#list.map(({ name, title }) => h('option', { value: name }, title)));
      const first = this.#list.find((sample) => sample.first) ?? this.#list[0];
      await (first ? this.#sample(first.name) : this.#empty());
    });
    if (this.#host.draft.lines.length === 0) {
      await this.#empty();
    }
  }

  async #choose() {
    const name = this.#samples.value;
    if (name !== '' && await this.#leaving.agreed()) {
      await this.#try(() => this.#sample(name));
    }
  }

  async #pick() {
    const file = this.#file.files?.[0];
    if (file) {
      await this.#open(file, file.name);
    }

    this.#file.value = '';
  }

  /** @param {Blob} file @param {string} name */
  async #open(file, name) {
    if (await this.#leaving.agreed()) {
      await this.#try(async () => {
        await this.#show(name, '', await this.#host.open(file, name));
      });
    }
  }

  /** @param {string} name */
  async #sample(name) {
    const sample = this.#list.find((one) => one.name === name);
    if (sample) {
      await this.#show(`Sample: ${sample.title}`, name, await this.#host.open(await api.sample(name), sample.fileName));
    }
  }

  async #empty() {
    if (await this.#leaving.agreed()) {
      this.#host.empty();
      await this.#show('New draft', '', null);
    }
  }

  /** @param {string} title @param {string} sample @param {Scan | null} scan */
  async #show(title, sample, scan) {
    say(this.#title, title);
    // The choice of samples says which one is shown.
    this.#title.classList.toggle('unseen', sample !== '');
    this.#samples.classList.toggle('as-title', sample !== '');
    document.title = `${title} · Laminar`;
    this.#samples.value = sample;
    await this.#opened(scan);
  }

  async #save() {
    const { draft } = this.#host;
    const { state } = draft;
    handOver(await this.#host.file(), nameOf(draft.base.name));
    draft.markSaved(state);
  }

  #toggle() {
    const { view, settings } = this.#host;
    view.ghosts = !view.ghosts;
    settings.set('suggestions', view.ghosts ? 'on' : 'off');
    this.#sayGhosts();
  }

  #sayGhosts() {
    this.#ghosts.setAttribute('aria-pressed', String(this.#host.view.ghosts));
  }

  /** @param {() => Promise<void>} what */
  async #try(what) {
    this.#notice.hidden = true;
    try {
      await what();
    } catch (failure) {
      this.#notice.hidden = false;
      const isOurs = failure instanceof api.Refused || failure instanceof api.Unreachable;
      say(this.#notice, isOurs ? failure.message : 'This could not be done; the draft is as it was.');
    }
  }
}

/** @param {string} name */
function nameOf(name) {
  return /\.(docx|docm|dotx|dotm)$/i.test(name) ? name : `${name.replace(/\.[^.]+$/, '')}.docx`;
}

/** @param {DragEvent} event */
function hasFile(event) {
  return event.dataTransfer?.types.includes('Files') ?? false;
}
