/** @import { Answer, Evidence, Finding, Host, HostListener, Outcome, Person, Placement, Repair, Scan, Surface } from '../types.js' */
/** @import { Reading } from './word-reading.js' */

import * as api from '../api.js';
import { h } from '../dom.js';
import { canUnderline, Underlines } from './word-annotations.js';
import { flag } from './word-comments.js';
import { Changes } from './word-events.js';
import { fingerprint, look } from './word-live.js';
import { showPlaceholders, sweep } from './word-placeholders.js';
import { Places } from './word-places.js';
import { pointAt, wordsAt } from './word-ranges.js';
import { read } from './word-reading.js';
import { writeRecord } from './word-record.js';
import { ownSettings, settings } from './word-settings.js';
import { Sentence, supports } from './word-support.js';
import { followTheme } from './word-theme.js';
import { insert, mend, seatsOf } from './word-writing.js';

/**
 * Word as the host of the pane. Elsewhere the page says where to open it, and there is no host.
 * @param {HTMLElement} root
 * @returns {Promise<WordHost | null>}
 */
export async function createWordHost(root) {
  const host = typeof Office === 'undefined' ? null : (await Office.onReady()).host;
  if (host === Office.HostType.Word) {
    followTheme();
    return new WordHost();
  }

  root.append(h('h1', {}, 'This is not Word'), h('p', { class: 'elsewhere' }, 'Open this page in Word by “Check report” on the Home tab, or use the ', h('a', { href: '/' }, 'workbench'), ' instead.'));
  return null;
}

/** @implements {Host} */
export class WordHost {
  kind = /** @type {const} */ ('word');
  settings = settings;
  ownSettings = ownSettings();
  #underlines = new Underlines();
  #changes = new Changes(() => this.#differs());
  /** @type {Reading | null} */
  #read = null;
  /** @type {Places | null} */
  #places = null;
  /** The fingerprint of the reading that the places are of. */
  #placed = '';
  /** @type {Surface[] | null} */
  #surfaces = null;

  /** @param {boolean} anew */
  async read(anew) {
    const reading = await Word.run((context) => read(context, anew ? null : this.#read?.fingerprint ?? null)).catch(() => {
      throw new Sentence('Word did not hand over the draft. Check it again; if that does not help, save it and open it anew.');
    });
    this.#read = reading ?? this.#read;
    return reading?.draft ?? null;
  }

  /** @param {Scan} scan */
  take(scan) {
    if (this.#read !== null) {
      this.#places = new Places(scan, this.#read.live);
      this.#placed = this.#read.fingerprint;
    }
  }

  /** @param {Answer[]} answers @param {Person} person @returns {Promise<Outcome>} */
  async answer(answers, person) {
    const draft = /** @type {import('../types.js').DraftBody} */ (await this.read(true));
    const pack = this.#places?.scan.pack.id ?? (settings.get('pack') || null);
    const [told] = await Promise.all([ask(draft, pack, answers, person), this.#follow(draft, pack)]);
    return this.#own(() => Word.run(async (context) => {
      const places = /** @type {Places} */ (this.#places);
      const { seats, refused } = await seatsOf(context, places, told.insertions);
      // What finds no place is not answered, and must not be kept as if it were.
      const left = answers.filter(({ finding }) => !refused.some((one) => one.finding === finding));
      const { insertions, record } = refused.length === 0 ? told
        : left.length === 0 ? { insertions: [], record: null }
        : await ask(draft, pack, left, person);
      const done = left.map(({ finding }) => finding).filter((finding) => !told.refused.some((one) => one.finding === finding));
      await insert(context, places, insertions, seats, done);
      if (record !== null) {
        await writeRecord(context, record);
      }

      return { refused: [...told.refused, ...refused] };
    }));
  }

  /** @param {Finding} finding @param {Person} person */
  flag(finding, person) {
    return this.#own(() => Word.run((context) => flag(context, this.#known(), finding, person)));
  }

  /** @param {Repair[]} repairs */
  mend(repairs) {
    return this.#own(() => Word.run((context) => mend(context, this.#known(), repairs)));
  }

  /** @param {Evidence} evidence */
  select({ paragraph, start, length }) {
    return this.#at(paragraph, async (context, located) => {
      const words = await wordsAt(context, located, start, start + length);
      words?.select();
      return words !== null;
    });
  }

  /** @param {Placement} place */
  reveal({ paragraph, offset, ownParagraph }) {
    return this.#at(paragraph, async (context, located) => {
      const point = ownParagraph ? null : await pointAt(context, located, offset);
      point ? point.range.select(point.side === 'Before' ? 'Start' : 'End') : located.paragraph.select('End');
      return true;
    });
  }

  // To light words up would move the selection of whoever is writing.
  light() {}

  async undo() {
    if (supports('1.4', 'WordApiDesktop')) {
      await this.#own(() => Word.run(async (context) => {
        context.document.undo(1);
        await context.sync();
      }));
    }
  }

  async surfaces() {
    this.#surfaces ??= ['list', ...(await canUnderline() ? [/** @type {const} */ ('underlines')] : []), 'placeholders'];
    return this.#surfaces;
  }

  /** @param {Surface} surface @param {Finding[]} findings */
  async show(surface, findings) {
    const places = this.#places;
    await this.#changes.own(async () => {
      await Word.run(async (context) => {
        if (surface !== 'placeholders') {
          await sweep(context, []);
        }

        await (surface === 'underlines' && places ? this.#underlines.show(context, places, findings) : this.#underlines.clear(context));
      });
      if (surface === 'placeholders' && places) {
        await showPlaceholders(places, findings);
      }
    });
  }

  /** @param {HostListener} listener */
  listen(listener) {
    this.#changes.listen(() => listener.changed());
    if (supports('1.7')) {
      this.#listenToUnderlines(listener).catch(() => undefined);
    }
  }

  /** @param {HostListener} listener */
  #listenToUnderlines(listener) {
    return Word.run(async (context) => {
      context.document.onAnnotationClicked.add(async ({ id }) => {
        const finding = this.#underlines.finding(id);
        if (finding !== null) {
          listener.opened(finding);
        }
      });
      if (supports('1.8')) {
        context.document.onAnnotationPopupAction.add(async ({ id, action }) => {
          if (action === 'Accept') {
            await this.#underlines.accepted(id).catch(() => undefined);
            listener.changed();
          }
        });
      }

      await context.sync();
    });
  }

  /** Where the draft is not what was scanned last, its paragraphs are asked for again. @param {import('../types.js').DraftBody} draft @param {string | null} pack */
  async #follow(draft, pack) {
    if (this.#places === null || this.#read?.fingerprint !== this.#placed) {
      this.take(await api.scan(draft, pack));
    }
  }

  #known() {
    if (this.#places === null) {
      throw new Sentence('The draft has not been read yet. Check it first.');
    }

    return this.#places;
  }

  /** @param {number} number @param {(context: Word.RequestContext, located: import('./word-places.js').Located) => Promise<boolean>} what */
  #at(number, what) {
    return Word.run(async (context) => {
      const located = (await this.#known().locate(context))(number);
      const done = located !== null && await what(context, located);
      await context.sync();
      return done;
    });
  }

  /**
   * Writes; what was read before is not what stands there now, though it be only the record that has changed.
   * @template T
   * @param {() => Promise<T>} write
   */
  async #own(write) {
    try {
      return await this.#changes.own(write);
    } finally {
      if (this.#read !== null) {
        this.#read = { ...this.#read, fingerprint: '' };
      }
    }
  }

  async #differs() {
    const known = this.#read?.fingerprint;
    return known !== undefined && known !== '' && await Word.run(async (context) => fingerprint(await look(context)) !== known);
  }
}

/**
 * Where the server takes none of the answers, it says why for each.
 * @param {import('../types.js').DraftBody} draft @param {string | null} pack @param {Answer[]} answers @param {Person} person
 */
async function ask(draft, pack, answers, person) {
  try {
    return await api.insertions(draft, pack, answers, person);
  } catch (failure) {
    if (failure instanceof api.Refused && failure.refused.length > 0) {
      return { insertions: [], refused: failure.refused, record: null };
    }

    throw failure;
  }
}
