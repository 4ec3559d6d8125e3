import { h } from './dom.js';
import { home } from './studio/home.js';
import { Desk } from './studio/desk.js';
import { sentence } from './studio/words.js';

/** Addresses are #/, #/PACK, and #/PACK/PAGE with what is open on it behind. */
const root = /** @type {HTMLElement} */ (document.getElementById('studio'));

/** @type {Desk | null} */
let desk = null;

/** The address of what is shown. */
let shown = '';

/** Of pages that are asked for in a row the last is shown. */
let turn = 0;

/** @param {string} hash */
function parts(hash) {
  return hash.replace(/^#\/?/, '').split('/').map((part) => {
    try {
      return decodeURIComponent(part);
    } catch {
      // Typed by hand; it names nothing that there is.
      return part;
    }
  });
}

async function show() {
  const mine = ++turn;
  const hash = location.hash;
  const [id, page = 'wording', ...rest] = parts(hash);
  try {
    const opened = !id ? null : desk?.work.pack.id === id ? desk : await Desk.open(id);
    const packs = id ? null : await home();
    if (mine !== turn) {
      return;
    }

    [desk, shown] = [opened, hash];
    const element = opened?.element ?? /** @type {HTMLElement} */ (packs);
    if (root.firstElementChild !== element) {
      root.replaceChildren(element);
    }

    document.title = opened ? `${opened.work.pack.title} – Laminar studio` : 'Laminar studio';
    await opened?.show(page, rest.join('/'));
  } catch (problem) {
    if (mine === turn) {
      [desk, shown] = [null, hash];
      document.title = 'Laminar studio';
      root.replaceChildren(h('section', { class: 'alone' }, h('h1', {}, 'This could not be opened'), h('p', { role: 'alert' }, sentence(problem)),
        h('p', {}, h('button', { class: 'button', onclick: show }, 'Try again'), ' ', h('a', { href: '#/' }, 'All packs'))));
    }
  }
}

addEventListener('hashchange', async () => {
  // Work on one pack is kept while its pages change, and asked about before another is opened.
  if (desk?.work.dirty && desk.work.pack.id !== parts(location.hash)[0] && !confirm('What you have changed is not saved. Leave it?')) {
    history.pushState(null, '', shown);
    return;
  }

  await show();
});

addEventListener('beforeunload', (event) => {
  if (desk?.work.dirty) {
    event.preventDefault();
  }
});

await show();
