import { h } from './dom.js';
import { Session } from './session.js';
import { Pane } from './view/pane.js';
import { Toolbar } from './workbench/toolbar.js';
import { WorkbenchHost } from './workbench/workbench-host.js';

/** Somebody who types rests longer between two sentences than between two letters. */
const quiet = 350;

const host = new WorkbenchHost();
const session = new Session(host, quiet);
host.who = () => session.person.name;

const toolbar = new Toolbar(host, (scan) => session.begin(scan));
const root = /** @type {HTMLElement} */ (document.getElementById('pane'));
const desk = /** @type {HTMLElement} */ (document.getElementById('desk'));
desk.replaceChildren(toolbar.element, h('div', { class: 'sheet' }, host.view.page));

const pane = new Pane(session, root, { asksName: true });
const follow = () => host.view.follow({
  open: pane.list.querySelector('.card[open]')?.getAttribute('data-finding') ?? null,
  chosen: Object.fromEntries(session.state.chosen),
  asks: session.state.role !== 'author',
});
root.addEventListener('toggle', follow, true);
session.subscribe(follow);

await toolbar.start();
await session.start();
