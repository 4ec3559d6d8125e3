/** @import { Settings } from '../types.js' */

import { h } from '../dom.js';

const prefix = 'laminar.';
const autoOpen = 'Office.AutoShowTaskpaneWithDocument';

// Who works on it belongs to this machine: whoever opens the document next may be somebody else.
const personal = new Set(['name', 'role']);

/** Kept with the document, or on this machine where Word keeps nothing. @type {Settings} */
export const settings = {
  get(name) {
    return inDocument(name)?.get(prefix + name) ?? onMachine((storage) => storage.getItem(prefix + name));
  },
  set(name, value) {
    const kept = inDocument(name);
    if (kept) {
      kept.set(prefix + name, value);
      kept.saveAsync();
    } else {
      onMachine((storage) => storage.setItem(prefix + name, value));
    }
  },
};

/** The choice whether Word opens the pane with this document; nothing where Word has no such choice. */
export function ownSettings() {
  const kept = Office.context?.document?.settings;
  if (!kept) {
    return [];
  }

  const box = h('input', {
    type: 'checkbox',
    onchange: () => {
      kept.set(autoOpen, box.checked);
      kept.saveAsync();
    },
  });
  box.checked = kept.get(autoOpen) === true;
  return [h('label', { class: 'setting check' }, box, 'Open with this document')];
}

/** @param {string} name */
function inDocument(name) {
  return personal.has(name) ? undefined : Office.context?.document?.settings;
}

/** Browsers may keep nothing for a page inside another. @param {(storage: Storage) => string | null | void} what */
function onMachine(what) {
  try {
    return what(localStorage) ?? null;
  } catch {
    return null;
  }
}
