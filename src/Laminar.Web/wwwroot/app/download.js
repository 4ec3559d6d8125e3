import { isSigned } from './api.js';
import { h } from './dom.js';

/** Gives a file to whoever sits before the page. @param {Blob} file @param {string} name */
export function handOver(file, name) {
  const address = URL.createObjectURL(file);
  h('a', { href: address, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

/**
 * For a link that leads to a file: where requests have to say who sends them, the link alone leads to nothing, so the page fetches it and hands it over.
 * @param {MouseEvent} event @param {string} name @param {(address: string) => Promise<Blob>} fetched @param {(problem: unknown) => void} tell what went wrong
 */
export async function follow(event, name, fetched, tell) {
  const link = event.currentTarget;
  if (!isSigned() || !(link instanceof HTMLAnchorElement)) {
    return;
  }

  event.preventDefault();
  try {
    handOver(await fetched(link.href), name);
  } catch (problem) {
    tell(problem);
  }
}
