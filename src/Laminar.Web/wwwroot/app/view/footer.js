/** @import { Role, Surface } from '../types.js' */
/** @import { Session, State } from '../session.js' */

import { fill, h, say } from '../dom.js';
import { titleOf } from './words.js';

const surfaces = { list: 'List only', underlines: 'Underlines', placeholders: 'Placeholders' };

/** When the draft was checked, who works on it, and how findings are shown. */
export class Footer {
  #session;
  #asksName;
  #time = h('span');
  #checked = h('button', { type: 'button', class: 'link', title: 'Check again', onclick: () => this.#session.check(true) }, h('span', { 'aria-hidden': 'true' }, '↻ '), this.#time, h('span', { class: 'unseen' }, '. Check again'));
  #role = h('select', { 'aria-label': 'Your role', onchange: () => this.#session.setRole(/** @type {Role} */ (this.#role.value)) });
  #surface = h('select', { onchange: () => this.#session.setSurface(/** @type {Surface} */ (this.#surface.value)) });
  #hint = h('p', { class: 'why' }, 'No underlines to be seen? Choose placeholders: some versions of Word report underlines and draw none.');
  #shown = h('label', { class: 'setting' }, 'Show in the text', this.#surface);
  #name = h('input', { type: 'text', autocomplete: 'name', maxlength: 100, placeholder: 'as in the tracked changes', onchange: () => this.#session.setName(this.#name.value) });
  #named = h('label', { class: 'setting' }, 'Your name', this.#name);
  #key = '';
  element;

  /** @param {Session} session @param {boolean} asksName whether the host does not know the user's name @param {HTMLElement[]} [more] settings of the host's own */
  constructor(session, asksName, more = []) {
    this.#session = session;
    this.#asksName = asksName;
    this.#name.value = session.state.name;
    const panel = h('div', { class: 'panel', id: 'settings', hidden: true }, this.#named, this.#shown, this.#hint, more);
    const button = h('button', {
      type: 'button', class: 'link settings-button', 'aria-expanded': 'false', 'aria-controls': 'settings',
      onclick: () => {
        panel.hidden = !panel.hidden;
        button.setAttribute('aria-expanded', String(!panel.hidden));
      },
    }, 'Settings');
    // The button comes before what it opens, for whoever goes through by keyboard; it is drawn below it.
    this.element = h('footer', {}, h('div', { class: 'bar' }, this.#checked, button, this.#role), panel);
  }

  /** @param {State} state */
  update(state) {
    say(this.#time, state.checked === null ? 'Check' : `Checked ${state.checked.toLocaleTimeString([], { hour: '2-digit', minute: '2-digit' })}`);
    this.#shown.hidden = state.surfaces.length < 2;
    this.#hint.hidden = state.surface !== 'underlines';
    const key = JSON.stringify([state.me, state.surfaces]);
    if (key !== this.#key) {
      this.#key = key;
      fill(this.#role, ...state.me.roles.map((role) => h('option', { value: role }, titleOf(role))));
      fill(this.#surface, ...state.surfaces.map((surface) => h('option', { value: surface }, surfaces[surface])));
    }

    this.#role.hidden = !state.me.switchable;
    this.#named.hidden = !this.#asksName || state.me.name !== null;
    this.#role.value = state.role;
    this.#surface.value = state.surface;
  }
}
