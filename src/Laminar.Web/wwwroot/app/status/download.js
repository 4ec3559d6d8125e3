import { file } from '../api.js';
import { follow } from '../download.js';
import { h } from '../dom.js';

/** A link to a file of the server's. @param {string} address @param {string} words @param {string} name of the file @param {(sentence: string) => void} tell says why it could not be had */
export function download(address, words, name, tell) {
  return h('a', { href: address, download: name, onclick: (/** @type {MouseEvent} */ event) => follow(event, name, file, (problem) => tell(problem instanceof Error ? problem.message : String(problem))) }, words);
}
