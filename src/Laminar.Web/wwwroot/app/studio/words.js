import { Refused, Unreachable } from '../api.js';

const days = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' });

/** @param {string} at as the server says it */
export function when(at) {
  return days.format(new Date(at));
}

/** @param {number} count @param {string} one @param {string} [many] */
export function counted(count, one, many = `${one}s`) {
  return `${count} ${count === 1 ? one : many}`;
}

/** What went wrong, for people; what is no refusal is a fault of this page and goes on as one. @param {unknown} problem */
export function sentence(problem) {
  if (problem instanceof Refused || problem instanceof Unreachable) {
    return problem.message;
  }

  throw problem;
}

/** Where a page of a pack is. @param {string} pack @param {string} page @param {string} [rest] */
export function address(pack, page, rest = '') {
  return `#/${[pack, page, ...rest.split('/')].filter(Boolean).map(encodeURIComponent).join('/')}`;
}

/** @param {string} path in templates/, as authors see it @param {string} pack */
export function fileName(path, pack) {
  return path.startsWith(`${pack}/`) ? path.slice(pack.length + 1) : path;
}
