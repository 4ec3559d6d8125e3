import { h } from '../dom.js';

const reasons = ['Does not fit this operation', 'Stated elsewhere in the report', 'The question is wrong'];

/**
 * "Dismiss…" and what it opens: a reason, which is kept with the answer.
 * @param {(reason: string) => void} dismiss
 */
export function dismissal(dismiss) {
  const own = h('input', { type: 'text', autocomplete: 'off', 'aria-label': 'Another reason', placeholder: 'Another reason', oninput: () => { confirm.disabled = own.value.trim() === ''; } });
  const confirm = h('button', { type: 'submit', class: 'button', disabled: true }, 'Dismiss');
  const element = h('form', { class: 'dismissal', hidden: true, onsubmit: (/** @type {Event} */ event) => { event.preventDefault(); close(); dismiss(own.value.trim()); } },
    h('p', {}, 'Why is this not asked again?'),
    reasons.map((reason) => h('button', { type: 'button', class: 'choice', onclick: () => { close(); dismiss(reason); } }, reason)),
    h('div', { class: 'row' }, own, confirm));
  const button = h('button', { type: 'button', class: 'button', 'aria-expanded': 'false', onclick: () => toggle(Boolean(element.hidden)) }, 'Dismiss…');
  element.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') {
      close();
      button.focus();
    }
  });

  /** @param {boolean} open */
  function toggle(open) {
    element.hidden = !open;
    button.setAttribute('aria-expanded', String(open));
    if (open) {
      element.querySelector('button')?.focus();
    }
  }

  function close() {
    toggle(false);
  }

  return { button, element };
}
