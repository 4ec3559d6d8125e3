/** @import { StudioPack } from './types.js' */
import { h } from '../dom.js';
import * as api from './api.js';
import { Problem } from './api.js';
import { conflict } from './conflict.js';
import { address, counted, sentence, when } from './words.js';

/** All packs. */
export async function home() {
  const packs = await api.packs();
  const said = h('p', { role: 'status', class: 'said' });
  const choose = /** @type {HTMLInputElement} */ (h('input', { type: 'file', accept: '.zip,application/zip', class: 'unseen', id: 'zip', onchange: () => take(choose, said, null) }));
  return h('section', { class: 'home' },
    h('div', { class: 'line' }, h('h1', {}, 'Packs'), choose, h('label', { class: 'button', for: 'zip' }, 'Import a zip…')),
    h('p', { class: 'sub' }, 'A pack says what a report of one kind of procedure has to document, and in which words it is asked for.'),
    said,
    h('ul', { class: 'packs' }, packs.map(item)));
}

/** @param {StudioPack} pack */
function item(pack) {
  const last = pack.versions.find((version) => version.inUse) ?? pack.versions[0];
  return h('li', {}, h('h2', {}, h('a', { href: address(pack.id, 'wording') }, pack.title)),
    h('p', {}, pack.inUse ? `Version ${pack.inUse} is in use` : 'Not published yet', last && `, published ${when(last.at)} by ${last.author}. ${last.reason}`),
    pack.draft && h('p', { class: 'tag' }, `A draft, saved ${when(pack.draft.at)} by ${pack.draft.author}`),
    h('p', { class: 'links' },
      h('a', { href: address(pack.id, 'wording') }, 'Wording'), h('a', { href: address(pack.id, 'questions') }, 'How its questions fare'),
      h('a', { href: address(pack.id, 'notes') }, 'Standard notes'), h('a', { href: address(pack.id, 'versions') }, counted(pack.versions.length, 'version'))));
}

/** @param {HTMLInputElement} choose @param {HTMLElement} said @param {string | null} token */
async function take(choose, said, token) {
  const [zip] = choose.files ?? [];
  if (!zip) {
    return;
  }

  try {
    const pack = await api.importPack(zip, token);
    location.hash = address(pack.id, 'wording');
  } catch (problem) {
    if (problem instanceof Problem && problem.code === 'stale') {
      const { theirs } = problem.problem;
      if (await conflict(theirs) === 'mine') {
        await take(choose, said, theirs.token);
      }
    } else {
      said.textContent = sentence(problem);
    }
  }

  choose.value = '';
}
