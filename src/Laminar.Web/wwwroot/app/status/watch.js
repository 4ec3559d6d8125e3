/** @import { StatusView } from './view.js' */
import { ask } from '../api.js';

const rhythm = 3_000;
const patience = 5_000;

/** Looks again and again, while somebody can see it. @param {StatusView} view */
export async function watch(view) {
  for (;;) {
    if (!document.hidden) {
      await look(view);
    }

    await new Promise((done) => setTimeout(done, rhythm));
  }
}

/** @param {StatusView} view */
async function look(view) {
  try {
    const answer = await ask('/api/status', { method: 'GET' }, patience);
    if (answer.ok) {
      view.show(await answer.json());
      await view.archive.look();
    } else {
      const problem = await answer.json().catch(() => null);
      view.fail(problem?.detail ?? 'The server does not say how it is; it may be starting or stopping.');
    }
  } catch {
    view.fail('The server can’t be reached. This page goes on trying.');
  }
}
