/** @import { Finding, Suggestion } from '../types.js' */

import { h } from '../dom.js';
import { nameOf, preview } from '../view/words.js';

/**
 * A phrase at its place, faint: it is no part of the draft before somebody has answered and inserted it.
 * @param {Finding} finding @param {Record<string, string>} chosen
 */
export function ghost(finding, chosen) {
  const parts = preview(/** @type {Suggestion} */ (finding.suggestion), chosen);
  const words = parts.map((part) => (typeof part === 'string' ? part : nameOfField(part.field))).join('');
  return h('span', {
    class: finding.placement?.ownParagraph ? 'ghost own-line' : 'ghost', role: 'button', tabindex: 0, contenteditable: 'false', draggable: 'false',
    'data-out': true, 'data-of': finding.id, 'aria-label': `Suggested, not in the draft, ${nameOf(finding)}: ${words}`, title: 'Not in the draft yet: choose to answer',
  }, ...parts.map((part) => (typeof part === 'string' ? part : h('span', { class: 'field' }, nameOfField(part.field)))));
}

/** @param {string} field */
function nameOfField(field) {
  return field.replaceAll('-', ' ');
}

/** What has a place in the text: required ones and disagreements, and the one whose card is open. @param {Finding} finding @param {string | null} open */
export function isShown(finding, open) {
  return finding.placement !== null && finding.suggestion !== null && (finding.severity !== 'recommended' || finding.id === open);
}
