import { h } from './dom.js';
import { home } from './studio/home.js';
import { Desk } from './studio/desk.js';
import { sentence } from './studio/words.js';

/** Addresses are #/, #/PACK, and #/PACK/PAGE with what is open on it behind. */
const root = /** @type {HTMLElement} */ (document.getElementById('studio'));

/** @type {Desk | null} */
let desk = null;

async function show() {
  const [id, page = 'wording', ...rest] = location.hash.replace(/^#\/?/, '').split('/').map(decodeURIComponent);
  try {
    if (!id) {
      desk = null;
      root.replaceChildren(await home());
    } else {
      if (desk?.work.pack.id !== id) {
        desk = await Desk.open(id);
        root.replaceChildren(desk.element);
      }

      await desk.show(page, rest.join('/'));
    }
  } catch (problem) {
    desk = null;
    root.replaceChildren(h('section', { class: 'alone' }, h('h1', {}, 'This could not be opened'), h('p', { role: 'alert' }, sentence(problem)),
      h('p', {}, h('button', { class: 'button', onclick: show }, 'Try again'), ' ', h('a', { href: '#/' }, 'All packs'))));
  }

  document.title = desk ? `${desk.work.pack.title} – Laminar studio` : 'Laminar studio';
}

addEventListener('hashchange', async () => {
  // Work on one pack is kept while its pages change, and asked about before another is opened.
  const id = decodeURIComponent(location.hash.replace(/^#\/?/, '').split('/')[0]);
  if (desk?.work.dirty && desk.work.pack.id !== id && !confirm('What you have changed is not saved. Leave it?')) {
    history.back();
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
