/** @import { Child } from '../dom.js' */
import { h } from '../dom.js';

/**
 * Asks, and waits for the answer.
 * @param {string} title
 * @param {Child[]} content
 * @param {{ value: string, label: string, primary?: boolean, needs?: () => string }[]} answers `needs` says in a sentence what is lacking yet
 * @returns {Promise<string | null>} null where nothing was chosen
 */
export function ask(title, content, answers) {
  const lacking = h('p', { class: 'notice', role: 'alert', hidden: true });
  const dialog = h('dialog', { class: 'dialog', 'aria-labelledby': 'dialog-title' },
    h('h2', { id: 'dialog-title' }, title), content, lacking,
    h('div', { class: 'buttons' }, answers.map(({ value, label, primary, needs }) => h('button', {
      class: primary ? 'button primary' : 'button',
      type: 'button',
      onclick: () => {
        const sentence = needs?.() ?? '';
        lacking.hidden = sentence === '';
        lacking.textContent = sentence;
        if (sentence === '') {
          dialog.close(value);
        }
      },
    }, label)), h('button', { class: 'button', type: 'button', onclick: () => dialog.close() }, 'Cancel')));
  document.body.append(dialog);
  dialog.showModal();
  return new Promise((resolve) => dialog.addEventListener('close', () => {
    dialog.remove();
    resolve(dialog.returnValue || null);
  }));
}

let fields = 0;

/** The one line in which authors tell each other why. @param {string} label */
export function reasonField(label) {
  const id = `reason-${++fields}`;
  const input = h('input', { type: 'text', id, maxlength: 500, autocomplete: 'off' });
  return {
    input,
    element: h('div', { class: 'entry' }, h('label', { for: id }, label), input),
    needs: () => (input.value.trim() === '' ? 'Say why in a few words; the other authors read it.' : ''),
  };
}
