/** @import { Answer, Evidence, Finding, Host, Lint, Me, Outcome, Pack, PackSummary, Person, Placement, Repair, Role, Scan, Spot, Surface } from './types.js' */

import * as api from './api.js';
import { announcement, nameOf, titleOf } from './view/words.js';

/**
 * What the pane shows. It is read by views and changed by the session alone.
 * @typedef {object} State
 * @property {boolean} reading whether the draft is being read
 * @property {boolean} away whether the server can't be reached
 * @property {string | null} problem why the draft could not be read, in one sentence
 * @property {Scan | null} scan
 * @property {Lint | null} lint what the draft would be as a standard note, for template authors alone
 * @property {Pack | null} pack
 * @property {PackSummary[]} packs all that drafts can be read with
 * @property {string | null} choice the pack that the user has chosen; null leaves it to what the draft says
 * @property {Date | null} checked
 * @property {Me} me
 * @property {Role} role
 * @property {string} name
 * @property {Surface[]} surfaces
 * @property {Surface} surface
 * @property {string | null} pointed the finding whose words are pointed at in the text
 * @property {{ finding: string } | null} opened the card that was asked for from the text; asked for once more, it is another object
 * @property {Map<string, Record<string, string>>} chosen by finding and field: what has been chosen or typed and not inserted yet
 * @property {Map<string, string>} refused by finding: why it could not be done
 * @property {string | null} working the finding that is being written
 * @property {{ text: string, undo: boolean, refused: boolean } | null} done what was done last, or why it could not be done
 */

/** Gaps between the tries to reach a server that is away, in ms. */
const retries = [1000, 2000, 4000, 8000, 15000];

/**
 * One draft, its findings, and what is done about them. Knows no page and no Word: a {@link Host} reads and writes the draft,
 * views show the state.
 */
export class Session {
  #host;
  #quiet;
  /** @type {Set<(state: State) => void>} */
  #listeners = new Set();
  /** @type {((text: string) => void) | null} */
  #speak = null;
  #timer = 0;
  #tries = 0;
  /** @type {AbortController | null} */
  #running = null;
  /** @type {Promise<unknown>} */
  #writing = Promise.resolve();
  /** @type {Promise<unknown>} */
  #queue = Promise.resolve();
  #stale = false;
  /** Whether the last reading was scanned and taken: else it has to be read again, changed or not. */
  #taken = false;

  /**
   * @param {Host} host
   * @param {number} quiet how long nothing has to happen before a changed draft is read again, in ms
   */
  constructor(host, quiet) {
    this.#host = host;
    this.#quiet = quiet;
    /** @type {State} */
    this.state = {
      reading: false, away: false, problem: null, scan: null, lint: null, pack: null, packs: [], choice: host.settings.get('pack') || null, checked: null,
      me: { name: null, roles: ['surgeon', 'transcriptionist', 'author'], switchable: false },
      role: roleOf(host.settings.get('role')),
      name: host.settings.get('name') ?? '',
      surfaces: ['list'], surface: 'list', pointed: null, opened: null,
      chosen: new Map(), refused: new Map(), working: null, done: null,
    };
  }

  /** @param {(state: State) => void} listener */
  subscribe(listener) {
    this.#listeners.add(listener);
    listener(this.state);
  }

  /** @param {(text: string) => void} speak tells people who don't see the pane */
  speakWith(speak) {
    this.#speak = speak;
  }

  async start() {
    this.#host.listen({
      changed: () => this.#edited(),
      pointed: (finding) => this.#set({ pointed: finding }),
      opened: (finding) => this.#set({ opened: { finding } }),
    });
    addEventListener('online', () => this.#again());
    document.addEventListener('visibilitychange', () => document.hidden || this.#again());
    await Promise.all([this.check(), this.#introduce(), this.#probe()]);
  }

  /** The draft may have changed: it is read again as soon as nothing has happened for a moment. */
  changed() {
    this.#stale = true;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.check(), this.#quiet);
  }

  /** Reads the draft now. @param {boolean} [all] also where nothing has changed: somebody asks for it */
  async check(all = false) {
    clearTimeout(this.#timer);
    await this.#writing;
    this.#running?.abort();
    const running = this.#running = new AbortController();
    this.#stale = false;
    const start = performance.now();
    this.#set({ reading: true });
    try {
      // Until this reading is taken, another one that begins meanwhile has to read all of it as well.
      const anew = all || !this.#taken;
      this.#taken = false;
      const draft = await this.#host.read(anew);
      if (draft !== null) {
        const [scan, lint] = await Promise.all([api.scan(draft, this.state.choice, running.signal, this.state.role === 'author'),
          this.state.role === 'author' ? api.lint(draft, this.state.choice, running.signal) : null]);
        if (running.signal.aborted) {
          return;
        }

        this.#host.take(scan);
        await this.#accept(scan, running, lint);
        measure(start);
      } else {
        this.#taken = true;
        this.#set({ checked: new Date() });
      }

      this.#reached();
    } catch (failure) {
      if (!running.signal.aborted) {
        await this.#failed(failure);
      }
    } finally {
      if (this.#running === running) {
        this.#set({ reading: false });
      }
    }
  }

  /** Another draft stands there: what was chosen for the one before is no answer in this. @param {Scan | null} scan what the host has been told of it already */
  async begin(scan) {
    this.state.chosen.clear();
    this.state.refused.clear();
    this.#set({ done: null, opened: null, choice: this.#host.settings.get('pack') || null });
    await (scan === null ? this.check() : this.#adopt(scan));
  }

  /** @param {string} finding @param {string} field @param {string} answer */
  choose(finding, field, answer) {
    this.state.chosen.set(finding, { ...this.state.chosen.get(finding), [field]: answer });
    this.state.refused.delete(finding);
    this.#set({});
  }

  /** Writes what was chosen for a finding into the draft. @param {Finding} finding */
  async insert(finding) {
    const chosen = this.state.chosen.get(finding.id) ?? {};
    await this.#write(finding, { finding: finding.id, fields: chosen }, `Inserted: ${nameOf(finding)}.`);
  }

  /** @param {Finding} finding @param {string} reason */
  async dismiss(finding, reason) {
    await this.#write(finding, { finding: finding.id, answer: `dismissed: ${reason}` }, `Dismissed: ${nameOf(finding)}.`);
  }

  /** @param {Finding} finding */
  async cantState(finding) {
    await this.#write(finding, { finding: finding.id, answer: 'unable to state' }, `Unable to state: ${nameOf(finding)}.`);
  }

  /** Asks a question again that was answered or dismissed. @param {string} id @param {string} name */
  async askAgain(id, name) {
    await this.#do(id, (person) => this.#host.answer([{ finding: id, answer: 'ask again' }], person), `Asked again: ${name}.`);
  }

  /** @param {Finding} finding */
  async flag(finding) {
    await this.#do(finding.id, (person) => this.#host.flag(finding, person), `Flagged to the surgeon: ${nameOf(finding)}.`);
  }

  /**
   * @param {Repair[]} repairs
   * @param {string} done what to say of it
   * @param {string} [finding] the finding that it is about
   */
  async mend(repairs, done, finding = 'mend') {
    await this.#do(finding, (person) => this.#host.mend(repairs, person), done);
  }

  async undo() {
    await this.#host.undo();
    this.#set({ done: null });
    await this.check();
  }

  /** @param {Evidence} evidence @param {string} [finding] */
  async select(evidence, finding) {
    await this.#found(this.#host.select(evidence), finding);
  }

  /** @param {Placement} place @param {string} [finding] */
  async reveal(place, finding) {
    await this.#found(this.#host.reveal(place), finding);
  }

  /** @param {Spot | null} spot */
  light(spot) {
    this.#host.light(spot);
  }

  /** @param {Role} role */
  setRole(role) {
    this.#host.settings.set('role', role);
    this.#speak?.(`Role: ${role}.`);
    return this.#become(role);
  }

  /** Reads the draft with another pack than it would choose. @param {string | null} pack null for the draft's own choice */
  async setPack(pack) {
    this.#host.settings.set('pack', pack ?? '');
    this.#set({ choice: pack, done: null });
    await this.check(true);
  }

  /** Tells the pack's authors that a question is bad; throws what the server says against it. @param {Finding} finding @param {string} reason @param {string | null} sentence */
  async report(finding, reason, sentence) {
    const { id, version } = /** @type {Scan} */ (this.state.scan).pack;
    await api.report({ pack: id, version, element: finding.element, kind: finding.kind, reason, sentence });
    this.#speak?.(`Reported: ${nameOf(finding)}.`);
  }

  /** Keeps the user's own wording of a phrase, or goes back to the pack's; throws what the server says against it. @param {Finding} finding @param {string | null} phrase */
  async word(finding, phrase) {
    await api.word(/** @type {Scan} */ (this.state.scan).pack.id, finding.element, phrase);
    this.#speak?.(phrase === null ? 'The pack’s wording is back.' : 'Your wording is kept.');
    await this.check(true);
  }

  /** @param {string} name */
  setName(name) {
    this.#host.settings.set('name', name);
    this.#set({ name });
  }

  /** To be called from a click: some hosts show nothing that was put in at another time. @param {Surface} surface */
  async setSurface(surface) {
    this.#host.settings.set('surface', surface);
    this.#set({ surface });
    try {
      await this.#host.show(surface, this.#shown());
    } catch {
      this.#set({ surface: 'list', done: refusedWith('Word could not show it in the text; the list shows the same.') });
    }
  }

  /** @returns {Person} */
  get person() {
    return { name: this.state.me.name ?? (this.state.name.trim() || titleOf(this.state.role)), role: this.state.role };
  }

  /** @param {Finding} finding @param {Answer} answer @param {string} done */
  async #write(finding, answer, done) {
    const written = await this.#do(finding.id, (person) => this.#host.answer([answer], person), done);
    if (written) {
      this.state.chosen.delete(finding.id);
      this.#set({});
    }
  }

  /**
   * Does one thing to the draft after the other.
   * @param {string} finding
   * @param {(person: Person) => Promise<Outcome>} what
   * @param {string} done
   * @returns {Promise<boolean>} whether it was done
   */
  #do(finding, what, done) {
    const turn = this.#queue.then(() => this.#doNow(finding, what, done));
    this.#queue = turn.catch(() => undefined);
    return turn;
  }

  /**
   * Does one thing to the draft, says how it went, and reads the draft again.
   * @param {string} finding
   * @param {(person: Person) => Promise<Outcome>} what
   * @param {string} done
   */
  async #doNow(finding, what, done) {
    this.#running?.abort();
    this.state.refused.delete(finding);
    this.#set({ working: finding, done: null });
    const { refused, undo, scan } = await this.#outcome(finding, what);
    if (refused.length === 0) {
      this.#set({ done: { text: done, undo: undo !== undefined, refused: false } });
      this.#speak?.(done);
    } else {
      refused.forEach((one) => this.#refuse(this.#finding(one.finding) ? one.finding : finding, one.message));
      this.#speak?.(refused[0].message);
    }

    this.#set({ working: null });
    await (scan && !this.#stale ? this.#adopt(scan) : this.check());
    return refused.length === 0;
  }

  /** @param {string} finding @param {(person: Person) => Promise<Outcome>} what @returns {Promise<Outcome>} */
  async #outcome(finding, what) {
    try {
      const writing = what(this.person);
      this.#writing = writing.catch(() => undefined);
      return await writing;
    } catch (failure) {
      return { refused: failure instanceof api.Refused && failure.refused.length > 0 ? failure.refused : [{ finding, code: 'failed', message: sentenceOf(failure) }] };
    }
  }

  /** Says why on the card that it is about, or above all of them. @param {string} finding @param {string} sentence */
  #refuse(finding, sentence) {
    if (this.#finding(finding)) {
      this.state.refused.set(finding, sentence);
    } else {
      this.#set({ done: refusedWith(sentence) });
    }
  }

  /** Somebody has changed the draft: the way back from what was done last would now go through that first. */
  #edited() {
    if (this.state.done?.undo) {
      this.#set({ done: null });
    }

    this.changed();
  }

  /** Shows what the host has been told of the draft already. @param {Scan} scan */
  async #adopt(scan) {
    if (this.state.role === 'author') {
      return this.check(true);
    }

    clearTimeout(this.#timer);
    this.#running?.abort();
    this.#stale = false;
    const running = this.#running = new AbortController();
    // Whatever was being read has been stopped just now, and says nothing of its end.
    this.#set({ reading: false });
    await this.#accept(scan, running);
    this.#reached();
  }

  /** @param {Scan} scan of what the host has taken @param {AbortController} running @param {Lint | null} [lint] */
  async #accept(scan, running, lint = null) {
    this.#taken = true;
    await this.#learn(scan, running);
    if (!running.signal.aborted) {
      this.#show(scan, lint);
    }
  }

  /** @param {Promise<boolean>} found @param {string} [finding] */
  async #found(found, finding) {
    if (!await found.catch(() => false)) {
      const sentence = 'These words have changed in the draft since it was checked. Check it again.';
      this.#refuse(finding ?? '', sentence);
      this.#speak?.(sentence);
      this.#set({});
      this.changed();
    }
  }

  /** @param {Scan} scan @param {Lint | null} lint */
  #show(scan, lint) {
    const before = this.state.scan;
    for (const id of [...this.state.refused.keys()]) {
      if (!scan.findings.some((finding) => finding.id === id)) {
        this.state.refused.delete(id);
      }
    }

    this.#set({ scan, lint, problem: null, checked: new Date() });
    // Another pack asks for other things: nothing is settled by that.
    const news = announcement(before?.pack.id === scan.pack.id ? before : null, scan);
    if (news !== null) {
      this.#speak?.(news);
    }

    if (this.state.surface !== 'list') {
      this.#host.show(this.state.surface, this.#shown()).catch(() => undefined);
    }
  }

  #shown() {
    return this.state.scan?.findings.filter((finding) => finding.severity !== 'recommended') ?? [];
  }

  /** @param {string} id */
  #finding(id) {
    return this.state.scan?.findings.find((finding) => finding.id === id);
  }

  /** @param {unknown} failure */
  async #failed(failure) {
    if (this.state.choice !== null && failure instanceof api.Refused && failure.code === 'no-such-pack') {
      // A document may come with a choice that another server had.
      return this.setPack(null);
    }

    if (!(failure instanceof api.Unreachable)) {
      this.#set({ problem: sentenceOf(failure) });
      this.#speak?.(sentenceOf(failure));
      return;
    }

    if (!this.state.away) {
      this.#speak?.('The server can’t be reached. Nothing is lost; it is tried again.');
    }

    this.#set({ away: true });
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.check(), retries[Math.min(this.#tries++, retries.length - 1)]);
  }

  #reached() {
    this.#tries = 0;
    if (this.state.away) {
      this.#set({ away: false });
      this.#speak?.('The server is back.');
      this.#introduce();
    }
  }

  #again() {
    if (this.state.away || this.#stale) {
      this.check();
    }
  }

  async #introduce() {
    try {
      const [me, packs] = await Promise.all([api.me(), api.packs()]);
      this.#set({ me, packs });
      if (!me.roles.includes(this.state.role)) {
        await this.#become(me.roles[0]);
      }
    } catch {
      // The check that runs beside it says that the server is away.
    }
  }

  async #probe() {
    const surfaces = await this.#host.surfaces().catch(() => /** @type {Surface[]} */ (['list']));
    const wanted = /** @type {Surface | null} */ (this.#host.settings.get('surface'));
    // Placeholders stand in the document; underlines wait for a click, for hosts show none that are put in before one.
    this.#set({ surfaces, surface: wanted === 'placeholders' && surfaces.includes(wanted) ? wanted : 'list' });
  }

  /** What another pack asks for is worse than nothing. @param {Scan} scan @param {AbortController} running */
  async #learn(scan, running) {
    const { id, version } = scan.pack;
    if (this.state.pack?.id !== id || this.state.pack.version !== version) {
      const pack = await api.pack(id).catch(() => (this.state.pack?.id === id ? this.state.pack : null));
      if (!running.signal.aborted) {
        this.state.pack = pack;
      }
    }
  }

  /** @param {Role} role */
  async #become(role) {
    this.#set({ role, done: null, lint: null });
    if (role === 'author') {
      await this.check(true);
    }
  }

  /** @param {Partial<State>} change */
  #set(change) {
    Object.assign(this.state, change);
    this.#listeners.forEach((listener) => listener(this.state));
  }
}

/** How long the last check took, for whoever measures (tests/Laminar.Benchmarks). @param {number} start */
function measure(start) {
  performance.clearMeasures('laminar-check');
  performance.measure('laminar-check', { start, end: performance.now() });
}

/** @param {string} text */
function refusedWith(text) {
  return { text, undo: false, refused: true };
}

/** @param {string | null} role @returns {Role} */
function roleOf(role) {
  return role === 'transcriptionist' || role === 'author' ? role : 'surgeon';
}

/** Our own refusals are sentences for people; what a browser or Word throws is not. @param {unknown} failure */
export function sentenceOf(failure) {
  return failure instanceof api.Refused || failure instanceof api.Unreachable || (failure instanceof Error && failure.name === 'Sentence')
    ? failure.message
    : 'This could not be done. Check the draft again; nothing in it was changed.';
}
