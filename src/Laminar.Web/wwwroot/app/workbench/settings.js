/** @import { Settings } from '../types.js' */

/** What is kept in this browser: choices of whoever works here, and never a word of a draft. @returns {Settings} */
export function localSettings() {
  return {
    get: (name) => guarded(() => localStorage.getItem(`laminar.${name}`)),
    set: (name, value) => { guarded(() => localStorage.setItem(`laminar.${name}`, value)); },
  };
}

/** A browser that keeps nothing throws where others store. @template Value @param {() => Value} what */
function guarded(what) {
  try {
    return what();
  } catch {
    return null;
  }
}
