/** Ms between two looks at the texts: where Word tells of changes, it misses some [#4874, #3864]. */
const pauses = { withEvents: 15_000, without: 3_000 };

/** Ms after an own writing in which Word tells of it. */
const echo = 400;

import { supports } from './word-support.js';

/** Notices that the draft may have changed: by Word's events, by looking, and not by what is written here. */
export class Changes {
  #differs;
  #writing = 0;
  #quietUntil = 0;
  #asked = false;
  #changed = () => {};

  /** @param {() => Promise<boolean>} differs whether the draft differs from what was read last */
  constructor(differs) {
    this.#differs = differs;
  }

  /** @param {() => void} changed */
  async listen(changed) {
    this.#changed = changed;
    const told = supports('1.6') && await this.#register().then(() => true, () => false);
    setInterval(() => this.#look(), told ? pauses.withEvents : pauses.without);
    document.addEventListener('visibilitychange', () => this.#look());
  }

  /**
   * Writes, and takes what Word tells of it meanwhile for an echo; only a look tells whether somebody else has written too.
   * @template T
   * @param {() => Promise<T>} write
   * @returns {Promise<T>}
   */
  async own(write) {
    this.#writing++;
    try {
      return await write();
    } finally {
      this.#writing--;
      this.#quietUntil = performance.now() + echo;
    }
  }

  #register() {
    return Word.run(async (context) => {
      const { document } = context;
      document.onParagraphAdded.add(async ({ source }) => this.#told(source));
      document.onParagraphChanged.add(async ({ source }) => this.#told(source));
      document.onParagraphDeleted.add(async ({ source }) => this.#told(source));
      await context.sync();
    });
  }

  /** @param {string} source */
  #told(source) {
    if (source === 'Remote' || (this.#writing === 0 && performance.now() > this.#quietUntil)) {
      this.#changed();
    } else if (!this.#asked) {
      this.#asked = true;
      setTimeout(() => {
        this.#asked = false;
        this.#look();
      }, 2 * echo);
    }
  }

  async #look() {
    if (!document.hidden && this.#writing === 0 && await this.#differs().catch(() => false)) {
      this.#changed();
    }
  }
}
