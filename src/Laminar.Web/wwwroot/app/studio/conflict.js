/** @import { OtherDraft } from './types.js' */
import { h } from '../dom.js';
import { diff } from './diff.js';
import { ask } from './dialog.js';
import { when } from './words.js';

/**
 * Another author has saved. Nothing is overwritten unless this one, who sees the difference, says so.
 * @param {OtherDraft} theirs
 * @returns {Promise<'mine' | 'theirs' | null>}
 */
export async function conflict(theirs) {
  const answer = await ask('Another author has saved this pack', [
    h('p', {}, `${theirs.author} saved at ${when(theirs.at)}, while you were working. Nothing was overwritten. This is how yours differs from it:`),
    h('div', { class: 'scroll', tabindex: 0, role: 'region', 'aria-label': 'Difference' },
      theirs.difference.length > 0 ? diff(theirs.difference) : h('p', {}, 'In the files that you changed there is no difference.')),
  ], [
    { value: 'mine', label: 'Put mine in its place' },
    { value: 'theirs', label: 'Take theirs, without mine' },
  ]);
  return /** @type {'mine' | 'theirs' | null} */ (answer);
}
