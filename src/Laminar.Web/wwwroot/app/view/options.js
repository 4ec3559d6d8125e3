import { h } from '../dom.js';
import { isAlways } from './words.js';

/**
 * The answers to one field: its options in the pack's order, own words, and below a rule the two that every question has.
 * None is chosen for the user.
 * @param {string} finding
 * @param {{ name: string, options: string[] }} field
 * @param {boolean} named whether the card asks for several fields
 * @param {string | undefined} chosen
 * @param {(answer: string) => void} choose
 */
export function options(finding, field, named, chosen, choose) {
  const group = `${finding}/${field.name}`;
  const [plain, always] = [field.options.filter((option) => !isAlways(option) && option !== 'other'), field.options.filter(isAlways)];
  const own = chosen && !field.options.includes(chosen) ? chosen : undefined;
  /** @param {string} option */
  const row = (option) => h('label', {},
    h('input', { type: 'radio', name: group, value: option, checked: chosen === option, onchange: () => choose(option) }), label(option));
  return h('fieldset', { class: 'options' },
    h('legend', { class: named ? '' : 'unseen' }, label(field.name)),
    plain.map(row),
    field.options.includes('other') && other(group, field.name, own, plain.length > 0, choose),
    always.length > 0 && h('hr'),
    always.map(row));
}

/**
 * @param {string} group
 * @param {string} name
 * @param {string | undefined} words
 * @param {boolean} among whether there are options beside it
 * @param {(answer: string) => void} choose
 */
function other(group, name, words, among, choose) {
  const radio = h('input', { type: 'radio', name: group, value: 'other', checked: words !== undefined, 'aria-label': `Own words for ${name}`, onchange: () => { text.focus(); choose(text.value); } });
  const text = h('input', {
    type: 'text', autocomplete: 'off', spellcheck: 'true', 'aria-label': `${label(name)}, in your words`,
    placeholder: among ? 'Other, in your words' : 'In your words',
    oninput: () => { radio.checked = true; choose(text.value); },
  });
  text.value = words ?? '';
  return h('div', { class: 'own' }, radio, text);
}

/** @param {string} option */
function label(option) {
  return option.charAt(0).toUpperCase() + option.slice(1);
}
