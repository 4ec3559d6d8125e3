/** @import { HostListener } from '../types.js' */
/** @import { DraftView } from './draft-view.js' */

/** Tells which finding somebody points at in the text: with the pointer, with the caret, or by going to its phrase with the keyboard. */
export class Pointing {
  #view;
  #listener;
  /** @type {string | null} */
  #told = null;
  /** @type {string | null} */
  #over = null;

  /** @param {DraftView} view @param {HostListener} listener */
  constructor(view, listener) {
    this.#view = view;
    this.#listener = listener;
    const { page } = view;
    page.addEventListener('pointerover', (event) => this.#point(event.buttons === 0 ? findingAt(event.target) : this.#over));
    page.addEventListener('pointerleave', () => this.#point(null));
    page.addEventListener('focusin', () => this.#tell());
    page.addEventListener('focusout', () => setTimeout(() => this.#tell()));
    document.addEventListener('selectionchange', () => this.#tell());
    page.addEventListener('click', (event) => this.#open(findingAt(event.target), getSelection()?.isCollapsed ?? true));
    page.addEventListener('keydown', (event) => this.#key(event));
  }

  /** @param {string | null} finding */
  #point(finding) {
    this.#over = finding;
    this.#tell();
  }

  #tell() {
    const finding = this.#over ?? this.#underCaret();
    if (finding !== this.#told) {
      this.#told = finding;
      this.#listener.pointed(finding);
    }
  }

  #underCaret() {
    const { page } = this.#view;
    const focused = document.activeElement;
    if (!focused || !page.contains(focused)) {
      return null;
    }

    return findingAt(focused) ?? findingAt(page.contains(getSelection()?.focusNode ?? null) ? getSelection()?.focusNode ?? null : null);
  }

  /** @param {string | null} finding @param {boolean} isClick */
  #open(finding, isClick) {
    if (finding !== null && isClick) {
      this.#listener.opened(finding);
    }
  }

  /** Enter on a phrase, or Alt+Enter with the caret in words that something is asked about. @param {KeyboardEvent} event */
  #key(event) {
    const onPhrase = event.target instanceof Element && event.target.closest('.ghost') !== null;
    const finding = onPhrase ? findingAt(event.target) : this.#underCaret();
    if (finding !== null && (onPhrase ? event.key === 'Enter' || event.key === ' ' : event.key === 'Enter' && event.altKey)) {
      event.preventDefault();
      this.#listener.opened(finding);
    }
  }
}

/** @param {EventTarget | null} target */
function findingAt(target) {
  const element = target instanceof Element ? target : target instanceof Node ? target.parentElement : null;
  return element?.closest('[data-of]')?.getAttribute('data-of') ?? null;
}
