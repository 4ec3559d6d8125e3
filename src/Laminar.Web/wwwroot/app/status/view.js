/** @import { LimitsInForce, ServerProcess, ServerStatus, Traffic } from './types.js' */
import { fill, h, say } from '../dom.js';
import { ArchiveView } from './archive.js';
import { Chart } from './chart.js';
import { download } from './download.js';
import { count, ms, rate, size, span, when } from './figures.js';

const slots = 60;

/** How one server is. What stands on the page stays and gets new figures, so that nothing jumps under a reader's eyes. */
export class StatusView {
  #state = h('p', { class: 'state', role: 'status' }, 'Asking the server…');
  #failure = h('p', { class: 'notice', role: 'alert', hidden: true });
  #body = h('div', { class: 'sections', hidden: true });
  #tiles = {
    requests: new Tile('Requests a second', 'requests'), scans: new Tile('Scans a second', 'scans'), p50: new Tile('Half of the scans within', 'p50'),
    p99: new Tile('99 of 100 scans within', 'p99'), refused: new Tile('Drafts refused', 'refused'), errors: new Tile('Errors of the server', 'errors'),
  };
  #server = h('dl', {});
  #store = h('dl', {});
  #drafts = h('dl', {});
  #process = h('dl', {});
  #audit = h('dl', {});
  #exported = h('p', { class: 'notice', role: 'alert', hidden: true });
  #limits = h('dl', {});
  #packs = h('tbody', {});
  archive = new ArchiveView();

  constructor() {
    fill(this.#body,
      section('traffic', 'The last five minutes', h('div', { class: 'tiles' }, Object.values(this.#tiles).map((tile) => tile.element))),
      section('server', 'Server', this.#server), section('store', 'Store', this.#store), section('drafts', 'Drafts', this.#drafts),
      section('packs', 'Packs in use', h('table', {}, h('thead', {}, h('tr', {}, ['Pack', 'Version', 'In use since'].map((name) => h('th', { scope: 'col' }, name)))), this.#packs)),
      section('archive', 'Audits of archives', this.archive.element), section('process', 'Process', this.#process), section('audit', 'Audit trail', h('div', {}, this.#audit, h('p', { class: 'actions' }, this.#export()), this.#exported)), section('limits', 'Limits in force', this.#limits));
    this.element = h('div', { class: 'status' }, h('div', { class: 'head' }, h('h1', {}, 'Status'), this.#state), this.#failure, this.#body);
  }

  #export() {
    return download('/api/audit', 'Export', 'laminar-audit.jsonl', (why) => {
      say(this.#exported, why);
      this.#exported.hidden = false;
    });
  }

  /** What was shown stays, marked as old. @param {string} why */
  fail(why) {
    say(this.#failure, why);
    this.#failure.hidden = false;
    this.#body.classList.add('old');
    this.#state.className = 'state bad';
    say(this.#state, 'Unknown');
  }

  /** @param {ServerStatus} now */
  show(now) {
    this.#failure.hidden = true;
    this.#body.hidden = false;
    this.#body.classList.remove('old');
    this.#state.className = `state ${now.hindrance ? 'bad' : now.store.open ? 'good' : 'middling'}`;
    say(this.#state, now.hindrance ? `Not ready: ${now.hindrance}` : now.store.open ? 'Ready' : 'Ready, without its store');
    this.#traffic(now.traffic);
    pairs(this.#server, [['Version', now.version], ['Node', now.node], ['Up for', span((Date.parse(now.at) - Date.parse(now.started)) / 1000)], ['Started', when(now.started)], ['Figures of', when(now.at)]]);
    pairs(this.#store, [['Kind', now.store.kind], ['State', now.store.open ? 'open' : 'lost: drafts are read, nothing can be published'], [now.store.open ? 'Open since' : 'Lost since', when(now.store.since)]]);
    pairs(this.#drafts, [['Worked on', `${now.drafts.working} of ${now.drafts.places} places`], ['Waiting', `${now.drafts.waiting} of at most ${now.drafts.mostWaiting}`], ['Memory of uploads', `${size(now.drafts.uploadBytes)} of at most ${size(now.drafts.mostUploadBytes)}`]]);
    fill(this.#packs, now.packs.map((pack) => h('tr', {}, h('th', { scope: 'row' }, pack.title, h('small', {}, pack.id)), h('td', {}, pack.version), h('td', {}, pack.since ? when(pack.since) : 'not known'))));
    pairs(this.#process, figuresOf(now.process));
    pairs(this.#audit, [['Last entry', now.audit.entries === null ? 'not known while the store is away' : count(now.audit.entries)], ['Its hash', now.audit.head || '–'], ['Waiting for the store', count(now.audit.pending)]]);
    pairs(this.#limits, figuresOfLimits(now.limits));
  }

  /** @param {Traffic} traffic */
  #traffic(traffic) {
    const { requests, scans, p50, p99, refused, errors } = this.#tiles;
    const of = (/** @type {(slot: Traffic['slots'][number]) => number | null} */ figure) => traffic.slots.map(figure);
    requests.show(rate(traffic.requestsPerSecond), of((slot) => slot.requests / traffic.slotSeconds));
    scans.show(rate(traffic.scansPerSecond), of((slot) => slot.scans / traffic.slotSeconds));
    p50.show(ms(traffic.p50), of((slot) => slot.p50));
    p99.show(ms(traffic.p99), of((slot) => slot.p99));
    refused.show(count(traffic.refused), of((slot) => slot.refused));
    errors.show(count(traffic.errors), of((slot) => slot.errors), traffic.errors > 0);
  }
}

class Tile {
  #figure = h('strong', {});

  /** @param {string} name @param {string} kind */
  constructor(name, kind) {
    this.name = name;
    this.chart = new Chart(kind);
    this.element = h('div', { class: 'tile' }, h('span', {}, name), this.#figure, this.chart.element);
  }

  /** @param {string} figure @param {(number | null)[]} values @param {boolean} [bad] */
  show(figure, values, bad = false) {
    say(this.#figure, figure);
    this.element.classList.toggle('bad', bad);
    this.chart.show(values, slots, `${this.name} over the last five minutes, now ${figure}`);
  }
}

/** @param {string} id @param {string} name @param {Node} content */
function section(id, name, content) {
  return h('section', { id, 'aria-labelledby': `${id}-name` }, h('h2', { id: `${id}-name` }, name), content);
}

/** @param {HTMLElement} list @param {[string, string][]} entries */
function pairs(list, entries) {
  if (list.childElementCount !== entries.length) {
    fill(list, entries.map(() => h('div', {}, h('dt', {}), h('dd', {}))));
  }

  entries.forEach(([name, value], at) => {
    const [term, said] = list.children[at].children;
    say(term, name);
    say(said, value);
  });
}

/** @param {ServerProcess} process @returns {[string, string][]} */
function figuresOf(process) {
  return [
    ['Memory', size(process.workingSetBytes)], ['Of it managed', size(process.heapBytes)], ['Collections', process.collections.map(count).join(' · ')],
    ['Paused by them', `${process.pausePercent.toFixed(1)} %`], ['Threads', count(process.threads)], ['Waiting for a thread', count(process.queue)],
    ['Processor time', span(process.cpuSeconds)], ['Processors', count(process.processors)],
  ];
}

/** @param {LimitsInForce} limits @returns {[string, string][]} */
function figuresOfLimits(limits) {
  return [
    ['Upload', size(limits.uploadBytes)], ['Unpacked', size(limits.decompressedBytes)], ['Parts of a file', count(limits.parts)], ['Time for a draft', `${limits.scanSeconds} s`],
    ['Drafts at once', count(limits.concurrentDrafts)], ['Drafts waiting', count(limits.waitingDrafts)], ['Waiting time', `${limits.waitingSeconds} s`],
    ['Requests of a person in a minute', limits.requestsPerMinute === 0 ? 'no limit' : count(limits.requestsPerMinute)], ['Time to end when stopped', `${limits.stoppingSeconds} s`],
  ];
}
