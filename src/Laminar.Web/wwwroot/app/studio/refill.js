/** @import { Child } from '../dom.js' */
import { fill } from '../dom.js';

/** @type {WeakMap<Element, string>} */
const shown = new WeakMap();

/**
 * Fills only where something else is to be shown than what stands there: the focus stays where it is, and nothing is read aloud again.
 * @param {Element} parent
 * @param {unknown} what all that the children depend on
 * @param {() => (Child | Child[])[]} make
 */
export function refill(parent, what, make) {
  const key = JSON.stringify(what);
  if (shown.get(parent) !== key) {
    shown.set(parent, key);
    fill(parent, ...make());
  }
}
