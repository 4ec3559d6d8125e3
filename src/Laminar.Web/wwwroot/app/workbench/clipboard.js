/** @import { DraftView } from './draft-view.js' */
/** @import { Editor } from './editor.js' */

/** Cut, copy, paste and words that are dragged: the draft's own words alone, as plain text. */
export class Clipboard {
  #view;
  #editor;
  /** @type {[number, number] | null} */
  #dragged = null;

  /** @param {DraftView} view @param {Editor} editor */
  constructor(view, editor) {
    this.#view = view;
    this.#editor = editor;
    const { page } = view;
    page.addEventListener('copy', (event) => this.#copy(event));
    page.addEventListener('cut', (event) => this.#copy(event) && editor.replace(this.#range(), '', 'cut'));
    page.addEventListener('paste', (event) => {
      event.preventDefault();
      const text = event.clipboardData?.getData('text/plain') ?? '';
      if (text !== '') {
        // A line that is copied whole brings its end along.
        editor.replace(this.#range(), text.replace(/\r?\n$/, ''), 'paste');
      }
    });
    page.addEventListener('dragstart', (event) => {
      this.#dragged = this.#range();
      event.dataTransfer?.clearData();
      event.dataTransfer?.setData('text/plain', editor.textOf(this.#dragged));
    });
    page.addEventListener('dragend', () => { this.#dragged = null; });
    page.addEventListener('drop', (event) => this.#drop(event));
  }

  /** @returns {[number, number]} */
  #range() {
    return this.#editor.range ?? [0, 0];
  }

  /** @param {ClipboardEvent} event */
  #copy(event) {
    const text = this.#editor.textOf(this.#range());
    event.preventDefault();
    if (text !== '') {
      event.clipboardData?.setData('text/plain', text);
    }

    return text !== '';
  }

  /** @param {DragEvent} event */
  #drop(event) {
    if (event.dataTransfer?.types.includes('Files')) {
      return;
    }

    event.preventDefault();
    const at = this.#placeAt(event.clientX, event.clientY);
    if (at === null) {
      return;
    }

    if (this.#dragged !== null && !event.ctrlKey) {
      this.#editor.move(this.#dragged, at);
    } else {
      this.#editor.replace([at, at], event.dataTransfer?.getData('text/plain') ?? '', 'drop');
    }
  }

  /** @param {number} x @param {number} y */
  #placeAt(x, y) {
    // The older name is what Safari has.
    const point = document.caretPositionFromPoint?.(x, y);
    const range = point ? null : document.caretRangeFromPoint?.(x, y);
    const [node, offset] = point ? [point.offsetNode, point.offset] : [range?.startContainer, range?.startOffset ?? 0];
    return node && this.#view.page.contains(node) ? this.#view.caret.placeOf(node, offset) : null;
  }
}
