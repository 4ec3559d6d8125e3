import { Session } from './session.js';
import { Pane } from './view/pane.js';
import { createWordHost } from './word/word-host.js';

/** The pane in Word. Word tells of each change; a moment of rest is longer than a pause between two words. */
const quiet = 800;

const root = /** @type {HTMLElement} */ (document.getElementById('pane'));
const host = await createWordHost(root);
if (host !== null) {
  const session = new Session(host, quiet);
  new Pane(session, root, { asksName: false, settings: host.ownSettings });
  await session.start();
}
