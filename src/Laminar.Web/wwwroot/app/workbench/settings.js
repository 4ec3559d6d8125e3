/** @import { Settings } from '../types.js' */

// Goes with the draft on the page: the next one is of another operation.
const ofDraft = new Set(['pack']);

/** What is kept in this browser: choices of whoever works here, and never a word of a draft. @returns {Settings & { forget: () => void }} */
export function localSettings() {
  /** @type {Map<string, string>} */
  const kept = new Map();
  return {
    get: (name) => (ofDraft.has(name) ? kept.get(name) ?? null : guarded(() => localStorage.getItem(`laminar.${name}`))),
    set: (name, value) => { ofDraft.has(name) ? kept.set(name, value) : guarded(() => localStorage.setItem(`laminar.${name}`, value)); },
    /** Another draft stands there. */
    forget: () => kept.clear(),
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
