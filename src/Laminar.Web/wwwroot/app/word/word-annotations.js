/** @import { Finding } from '../types.js' */
/** @import { Located, Places } from './word-places.js' */

import { isPhrase, openPhrase, sentenceBefore, setting } from './word-phrases.js';
import { supports } from './word-support.js';
import { annotationOffset } from './word-text.js';
import { writing } from './word-tracking.js';

/**
 * An underline: the words it stands under, and what choosing its suggestion would put behind them.
 * @typedef {{ finding: string, start: number, end: number, words: string, added: string, critique: Word.Critique }} Underline
 */

const colours = /** @type {const} */ ({ required: 'Blue', consistency: 'Red', recommended: 'Lavender' });

// Strings of the manifest: the popup takes their ids, not words.
const popup = { titleResourceId: 'Laminar.Popup.Title', subtitleResourceId: 'Laminar.Popup.Subtitle', brandingTextResourceId: 'Laminar.Popup.Brand' };

/** Word itself may still be replacing the words when it says that somebody has chosen to. */
const settling = 300;

/**
 * Whether this Word draws underlines: some say that they know the calls and fail when they are called [#4953].
 * @returns {Promise<boolean>}
 */
export async function canUnderline() {
  if (!supports('1.7')) {
    return false;
  }

  try {
    await Word.run(async (context) => {
      context.document.body.paragraphs.getFirst().getAnnotations().load('items/id');
      await context.sync();
    });
    return true;
  } catch {
    return false;
  }
}

/** The underlines that stand in the document. Word keeps none of them with it. */
export class Underlines {
  /** By paragraph: what was asked for, and Word's ids. @type {Map<string, { key: string, ids: string[] }>} */
  #shown = new Map();
  /** @type {Map<string, Underline>} */
  #byId = new Map();

  /** To be called from a click alone: Word draws nothing that is put in before one [#4317, #6595]. @param {Word.RequestContext} context @param {Places} places @param {Finding[]} findings */
  async show(context, places, findings) {
    const wanted = await this.#wanted(context, places, findings);
    const stale = [...this.#shown].filter(([paragraph, { key }]) => wanted.get(paragraph)?.key !== key);
    await this.#remove(context, stale.map(([paragraph]) => paragraph));
    const fresh = [...wanted].filter(([paragraph]) => !this.#shown.has(paragraph));
    const added = fresh.map(([, { located, underlines }]) => located.paragraph.insertAnnotations({ critiques: underlines.map(({ critique }) => critique) }));
    await context.sync();
    fresh.forEach(([paragraph, { key, underlines }], index) => {
      this.#shown.set(paragraph, { key, ids: added[index].value });
      added[index].value.forEach((id, number) => this.#byId.set(id, underlines[number]));
    });
  }

  /** @param {Word.RequestContext} context */
  async clear(context) {
    await this.#remove(context, [...this.#shown.keys()]);
  }

  /** @param {string} id Word's @returns {string | null} the finding */
  finding(id) {
    return this.#byId.get(id)?.finding ?? null;
  }

  /**
   * After somebody has chosen a suggestion in Word's popup: where Word has not put it in [#6644], it is put in here, behind the
   * words if they are still the same.
   * @param {string} id
   */
  async accepted(id) {
    const underline = this.#byId.get(id);
    if (underline === undefined) {
      return;
    }

    await new Promise((resolve) => setTimeout(resolve, settling));
    await Word.run(async (context) => {
      const range = context.document.getAnnotationById(id).critiqueAnnotation.range;
      const paragraph = range.paragraphs.getFirst();
      range.load('text');
      paragraph.load('text');
      await context.sync();
      if (!paragraph.text.includes(underline.words + underline.added) && range.text === underline.words) {
        await writing(context, true, () => range.insertText(underline.added, 'End'));
      }
    });
  }

  /** @param {Word.RequestContext} context @param {string[]} paragraphs */
  async #remove(context, paragraphs) {
    for (const paragraph of paragraphs) {
      for (const id of this.#shown.get(paragraph)?.ids ?? []) {
        context.document.getAnnotationById(id).delete();
        // One that somebody has dealt with is gone.
        await context.sync().catch(() => undefined);
        this.#byId.delete(id);
      }

      this.#shown.delete(paragraph);
    }
  }

  /** @param {Word.RequestContext} context @param {Places} places @param {Finding[]} findings */
  async #wanted(context, places, findings) {
    const locate = await places.locate(context);
    /** @type {Map<string, { located: Located, underlines: Underline[], key: string }>} */
    const wanted = new Map();
    for (const finding of findings) {
      const number = paragraphOf(finding, places);
      const located = number === null ? null : locate(number);
      const underline = located && underlineOf(finding, places, located);
      if (located && underline) {
        const key = located.live.id ?? String(located.number);
        const one = wanted.get(key) ?? { located, underlines: [], key: '' };
        if (!one.underlines.some((other) => other.start < underline.end && underline.start < other.end)) {
          one.underlines.push(underline);
          one.key = JSON.stringify([located.live.raw, one.underlines]);
          wanted.set(key, one);
        }
      }
    }

    return wanted;
  }
}

/** @param {Finding} finding @param {Places} places */
function paragraphOf(finding, places) {
  return wordsOf(finding, places)?.paragraph ?? finding.placement?.paragraph ?? null;
}

/** The words in doubt; of a gap there are none. @param {Finding} finding @param {Places} places */
function wordsOf(finding, places) {
  return isPhrase(finding) ? null : finding.evidence.find(({ paragraph, part }) => part === undefined && places.scan.paragraphs[paragraph]?.part === undefined) ?? null;
}

/** @param {Finding} finding @param {Places} places @param {Located} located @returns {Underline | null} */
function underlineOf(finding, places, { live }) {
  const words = wordsOf(finding, places);
  const at = setting(finding, places.scan);
  const { start, end } = words ? { start: words.start, end: words.start + words.length } : sentenceBefore(live.text, at?.offset ?? 0);
  if (end <= start) {
    return null;
  }

  const quote = live.raw.slice(live.at[start], live.at[end - 1] + 1);
  // What belongs into a paragraph of its own, the popup can't put there; the pane can.
  const added = words || !at || at.own ? '' : at.lead + openPhrase(finding.suggestion?.text ?? '') + at.trail;
  const [from, to] = [annotationOffset(live, start), annotationOffset(live, end)];
  return {
    finding: finding.id, start, end, words: quote, added,
    critique: {
      colorScheme: colours[finding.severity], start: from, length: to - from,
      ...(supports('1.8') ? { popupOptions: { ...popup, suggestions: added === '' ? [] : [quote + added] } } : {}),
    },
  };
}
