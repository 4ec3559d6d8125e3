/** @import { ArchiveAudit, ArchiveStatus } from './types.js' */
import { ask } from '../api.js';
import { fill, h, say } from '../dom.js';
import { MonthChart } from './chart.js';
import { download } from './download.js';
import { count, rate, span, when } from './figures.js';

const patience = 30_000;

/** How many audits that don't run are shown at first, and how many more each time that somebody wants to see more. */
const some = 10;
const states = { listing: 'The folder is being listed', running: 'Running', stopped: 'Stopped', ended: 'Ended', failed: 'The folder could not be read' };

/** Audits of archives over all servers: what runs, how far it is, and what it has found. */
export class ArchiveView {
  #told = h('p', { class: 'quiet' });
  #notice = h('p', { class: 'notice', role: 'alert', hidden: true });
  #folder = h('select', { id: 'archive-folder' });
  #begin = h('button', { type: 'button', class: 'button primary', onclick: () => this.#do('POST', '/api/archive/runs', { folder: this.#folder.value }) }, 'Begin audit');
  #form = h('div', { class: 'begin', hidden: true }, h('label', { for: 'archive-folder' }, 'Folder'), this.#folder, this.#begin);
  #runs = h('div', { class: 'runs' });
  #most = some;
  #more = h('button', { type: 'button', class: 'link', hidden: true, onclick: () => this.#showMore() }, 'Show older audits');
  /** @type {Map<string, RunCard>} */
  #cards = new Map();
  #folders = '';

  constructor() {
    this.element = h('div', {}, this.#told, this.#form, this.#notice, this.#runs, this.#more);
  }

  async look() {
    const answer = await ask(`/api/archive?most=${this.#most}`, { method: 'GET' }, patience);
    if (answer.ok) {
      this.#show(await answer.json());
    } else {
      say(this.#told, (await problemOf(answer)) ?? 'The server does not say how its audits are.');
    }
  }

  /** @param {ArchiveStatus} now */
  #show(now) {
    say(this.#told, now.hindrance ?? (now.servers.length === 0 ? 'No server lends workers now.' : now.servers.map(({ name, workers }) => `${name} lends ${workers === 1 ? 'a worker' : `${workers} workers`}`).join(', ') + '.'));
    this.#form.hidden = now.hindrance !== null;
    if (this.#folders !== now.folders.join('\n')) {
      this.#folders = now.folders.join('\n');
      fill(this.#folder, now.folders.map((name) => h('option', { value: name }, name)));
    }

    for (const audit of now.runs) {
      const card = this.#cards.get(audit.id) ?? new RunCard(audit, (method, address) => this.#do(method, address), (sentence) => this.#fail(sentence));
      this.#cards.set(audit.id, card);
      card.show(audit);
    }

    fill(this.#runs, now.runs.map(({ id }) => /** @type {RunCard} */ (this.#cards.get(id)).element));
    this.#more.hidden = !now.more;
  }

  async #showMore() {
    this.#most += some;
    await this.#lookAgain();
  }

  /** What it finds is shown; that it finds nothing now, the page's next look tells. */
  async #lookAgain() {
    await this.look().catch(() => {});
  }

  /** @param {string} method @param {string} address @param {object} [body] */
  async #do(method, address, body) {
    this.#begin.disabled = true;
    this.#notice.hidden = true;
    try {
      const answer = await ask(address, body ? { method, body: JSON.stringify(body), headers: { 'Content-Type': 'application/json' } } : { method }, patience);
      if (!answer.ok) {
        this.#fail(await problemOf(answer) ?? 'The server refused this.');
      }
    } catch {
      // It may have come to the server, and its answer not to us.
      this.#fail('The server does not answer, so it is not known whether it was done; look at the list before you try again.');
    } finally {
      this.#begin.disabled = false;
    }

    await this.#lookAgain();
  }

  /** @param {string} sentence */
  #fail(sentence) {
    say(this.#notice, sentence);
    this.#notice.hidden = false;
  }
}

class RunCard {
  #state = h('span', { class: 'run-state' });
  #said = h('p', { class: 'quiet' });
  #progress = h('progress', {});
  #pace = h('span', {});
  #stalled = h('p', { class: 'notice', hidden: true });
  #figures = h('ul', { class: 'found' });
  #chart = new MonthChart();
  #months = h('p', { class: 'quiet' });
  #stop;
  #goOn;
  #remove;
  #sure = false;
  /** @type {{ at: number, files: number }[]} how far it was when it was looked at */
  #looks = [];

  /** @param {ArchiveAudit} audit @param {(method: string, address: string) => Promise<void>} act @param {(sentence: string) => void} tell */
  constructor(audit, act, tell) {
    const address = `/api/archive/runs/${audit.id}`;
    const link = (/** @type {string} */ path, /** @type {string} */ words, /** @type {string} */ kind) => download(`${address}/${path}`, words, `${audit.folder}-${audit.at.slice(0, 10)}.${kind}`, tell);
    this.#stop = h('button', { type: 'button', class: 'link', onclick: () => act('POST', `${address}/stop`) }, 'Stop');
    this.#goOn = h('button', { type: 'button', class: 'link', onclick: () => act('POST', `${address}/go-on`) }, 'Go on');
    this.#remove = h('button', { type: 'button', class: 'link', onclick: () => this.#sure ? act('DELETE', address) : this.#askFirst(), onblur: () => this.#askFirst(false) }, 'Delete');
    this.element = h('article', { 'aria-label': `Audit of ${audit.folder}, ${when(audit.at)}` },
      h('h3', {}, audit.folder, ' ', this.#state), this.#said, h('p', { class: 'pace' }, this.#progress, this.#pace), this.#stalled, this.#figures, this.#chart.element, this.#months,
      h('p', { class: 'actions' }, link('results', 'Results', 'jsonl'), link('summary.xlsx', 'Summary (.xlsx)', 'xlsx'), link('summary.html', 'Summary (.html)', 'html'), this.#stop, this.#goOn, this.#remove));
    say(this.#said, `Begun ${when(audit.at)} by ${audit.person}, with ${audit.packs.map(({ id, version }) => `${id} ${version}`).join(', ')}`);
  }

  /** @param {ArchiveAudit} audit */
  show(audit) {
    const { figures } = audit;
    const runs = audit.state === 'running' || audit.state === 'listing';
    say(this.#state, states[audit.state]);
    this.#state.className = `run-state ${runs ? 'on' : audit.state === 'ended' && audit.failedParts === 0 ? 'good' : 'bad'}`;
    this.#progress.max = Math.max(1, audit.files);
    this.#progress.value = figures.files;
    say(this.#pace, this.#paceOf(audit, runs));
    const why = audit.stalled ?? (audit.failedParts > 0 && !runs ? `${count(audit.failedParts)} of ${count(audit.parts)} parts could not be read again and again; see that the folder can be reached, and let it go on.` : null);
    this.#stalled.hidden = why === null;
    say(this.#stalled, why ?? '');
    const found = [
      `${count(figures.reports)} reports`, `${count(figures.open)} with something required open${share(figures.open, figures.reports)}`, `${count(figures.disagreeing)} with a disagreement${share(figures.disagreeing, figures.reports)}`,
      `${count(figures.uncertain)} uncertain`, `${count(figures.unreadable)} could not be read`,
    ];
    if (this.#figures.childElementCount === 0) {
      fill(this.#figures, found.map(() => h('li', {})));
    }

    found.forEach((text, at) => say(this.#figures.children[at], text));
    this.#chart.show(figures.months);
    const months = Object.keys(figures.months);
    say(this.#months, months.length === 0 ? '' : `Reports by month, ${months[0]} to ${months.at(-1)}; below, those with something required open`);
    this.#stop.hidden = !runs;
    this.#goOn.hidden = runs || (audit.state === 'ended' && audit.failedParts === 0);
    this.#remove.hidden = runs;
  }

  /** @param {ArchiveAudit} audit @param {boolean} runs */
  #paceOf(audit, runs) {
    const { files } = audit.figures;
    if (!runs) {
      const time = audit.ended === null ? 0 : (Date.parse(audit.ended) - Date.parse(audit.at)) / 1000;
      return `${count(files)} of ${count(audit.files)} files${time > 0 ? ` in ${span(time)}` : ''}`;
    }

    this.#looks.push({ at: performance.now(), files });
    this.#looks = this.#looks.slice(-11);
    const [first] = this.#looks;
    const pace = this.#looks.length > 1 ? (files - first.files) / (performance.now() - first.at) * 1000 : 0;
    return `${count(files)} of ${count(audit.files)} files${pace > 0 ? `, ${rate(pace)} a second, about ${span((audit.files - files) / pace)} left` : ''}`;
  }

  #askFirst(sure = true) {
    this.#sure = sure;
    say(this.#remove, sure ? 'Delete with its results?' : 'Delete');
  }
}

/** @param {number} part @param {number} whole */
const share = (part, whole) => (whole === 0 ? '' : ` (${Math.round(part / whole * 100)} %)`);

/** The server's sentence, where the answer has one. @param {Response} answer @returns {Promise<string | null>} */
const problemOf = async (answer) => (await answer.json().catch(() => null))?.detail ?? null;
