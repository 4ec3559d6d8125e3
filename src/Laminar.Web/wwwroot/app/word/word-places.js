/** @import { Scan } from '../types.js' */
/** @import { LiveParagraph } from './word-text.js' */

import { align, plain } from '../align.js';
import { liveNow } from './word-live.js';

/**
 * A paragraph of a scan where it stands now.
 * @typedef {{ paragraph: Word.Paragraph, next: Word.Paragraph | null, live: LiveParagraph, number: number }} Located
 */

/** The paragraphs of a scan, and which of those that Word shows each one is. */
export class Places {
  /** @type {number[]} */
  #found;

  /** @param {Scan} scan @param {LiveParagraph[]} live the paragraphs of the reading that was scanned */
  constructor(scan, live) {
    this.scan = scan;
    this.live = live;
    const body = scan.paragraphs.map((paragraph, number) => ({ paragraph, number })).filter(({ paragraph }) => paragraph.part === undefined);
    const aligned = align(body.map(({ paragraph }) => paragraph.text), live.map(({ text }) => text));
    this.#found = scan.paragraphs.map(() => -1);
    body.forEach(({ number }, index) => this.#found[number] = aligned[index]);
  }

  /**
   * Looks where paragraphs stand now. What does not say what was read is not found: nobody's text is written into unseen.
   * @param {Word.RequestContext} context
   * @returns {Promise<(number: number) => Located | null>}
   */
  async locate(context) {
    const { seen, live } = await liveNow(context);
    const moved = align(this.live.map(({ text }) => text), live.map(({ text }) => text));
    return (number) => {
      const then = this.#found[number] ?? -1;
      const now = then < 0 ? -1 : this.#now(then, live, moved);
      return now < 0 ? null : { paragraph: seen.paragraphs.items[now], next: seen.paragraphs.items[now + 1] ?? null, live: live[now], number: now };
    };
  }

  /**
   * By Word's own id where that still names the same text [#5784], else by the text and its neighbours.
   * @param {number} then @param {LiveParagraph[]} live @param {number[]} moved
   */
  #now(then, live, moved) {
    const { id, text } = this.live[then];
    const byId = id === null ? -1 : live.findIndex((one) => one.id === id);
    if (byId >= 0 && plain(live[byId].text) === plain(text)) {
      return byId;
    }

    const alike = live.flatMap((one, number) => (plain(one.text) === plain(text) ? [number] : []));
    return moved[then] >= 0 ? moved[then] : alike.length === 1 ? alike[0] : -1;
  }
}
