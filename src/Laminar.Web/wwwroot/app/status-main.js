import { StatusView } from './status/view.js';
import { watch } from './status/watch.js';

const view = new StatusView();
/** @type {HTMLElement} */ (document.getElementById('status')).append(view.element);
await watch(view);
