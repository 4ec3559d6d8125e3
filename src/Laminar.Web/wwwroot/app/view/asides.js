/** @import { Finding } from '../types.js' */
/** @import { Session, State } from '../session.js' */

import { fill, h, say } from '../dom.js';
import { sentenceOf } from '../session.js';

/**
 * What a form of {@link Asides} is made with: `send` does what the form is for and answers with what to say of it.
 * @typedef {(pressed: HTMLElement | null) => Promise<string>} Send
 * @typedef {(send: Send, ...parts: Node[]) => HTMLFormElement} Frame
 */

/** What is seldom wanted of a question, in a quiet line at the card's end. Each opens a form, whose code comes when it is first asked for. */
export class Asides {
  #session;
  #card;
  #panel = h('div');
  #wording = this.#link('My own wording…', async (frame) => (await import('./wording.js')).wordingForm(this.#session, this.#card.finding, frame));
  #report = this.#link('Report this question…', async (frame) => (await import('./report.js')).reportForm(this.#session, this.#card.finding, frame));
  #open = /** @type {HTMLButtonElement | null} */ (null);
  element;

  /** @param {Session} session @param {{ finding: Finding }} card */
  constructor(session, card) {
    this.#session = session;
    this.#card = card;
    this.element = h('div', { onkeydown: (/** @type {KeyboardEvent} */ event) => { event.key === 'Escape' && this.#close(); } },
      h('div', { class: 'asides' }, this.#wording, this.#report), this.#panel);
  }

  /** @param {State} state */
  update({ role, pack }) {
    const { suggestion, element } = this.#card.finding;
    this.#wording.hidden = role !== 'surgeon' || suggestion === null || !pack?.elements.some((one) => one.id === element && one.phrase);
  }

  /** @param {string} words @param {(frame: Frame) => Promise<HTMLFormElement>} make */
  #link(words, make) {
    const button = h('button', { type: 'button', class: 'link', 'aria-expanded': 'false', onclick: () => (this.#open === button ? this.#close() : this.#show(button, make)) }, words);
    return button;
  }

  /** @param {HTMLButtonElement} button @param {(frame: Frame) => Promise<HTMLFormElement>} make */
  async #show(button, make) {
    this.#close();
    this.#open = button;
    button.setAttribute('aria-expanded', 'true');
    try {
      const form = await make((send, ...parts) => this.#frame(send, parts));
      if (this.#open === button) {
        fill(this.#panel, form);
        /** @type {HTMLElement | null} */ (form.querySelector('textarea, input'))?.focus();
      }
    } catch {
      if (this.#open === button) {
        this.#close('The server can’t be reached; try again in a moment.');
      }
    }
  }

  /** @param {Send} send @param {Node[]} parts */
  #frame(send, parts) {
    const refused = h('p', { class: 'refused', role: 'alert', hidden: true });
    let sending = false;
    const form = h('form', {
      class: 'aside',
      onsubmit: async (/** @type {Event} */ event) => {
        event.preventDefault();
        if (!sending) {
          // The button stays enabled meanwhile: a disabled one would lose the focus.
          sending = true;
          try {
            const words = await send(/** @type {SubmitEvent} */ (event).submitter);
            // Another form may have been opened meanwhile.
            if (this.#panel.contains(form)) {
              this.#close(words);
            }
          } catch (failure) {
            say(refused, sentenceOf(failure));
            refused.hidden = false;
          }

          sending = false;
        }
      },
    }, ...parts, refused);
    return form;
  }

  /** @param {string} [words] what has come of it */
  #close(words = '') {
    const had = this.#panel.contains(document.activeElement) ? this.#open : null;
    this.#open?.setAttribute('aria-expanded', 'false');
    this.#open = null;
    fill(this.#panel, words !== '' && h('p', { class: 'why' }, words));
    had?.focus();
  }
}
