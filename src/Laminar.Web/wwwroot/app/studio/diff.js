/** @import { DiffLine, FileDiff } from './types.js' */
import { h } from '../dom.js';

/** As many unchanged lines around a change as a reader needs to find it. */
const around = 3;

const changes = { added: 'new file', removed: 'file taken out', changed: '', copied: 'the pack’s own copy of the shared element' };

/** @param {FileDiff[]} files */
export function diff(files) {
  return h('div', { class: 'diff' }, files.map((file) => h('section', {},
    h('h3', {}, file.path, changes[file.change] && h('small', {}, ` ${changes[file.change]}`)),
    file.lines ? hunks(file.lines).map(table) : h('p', { class: 'sub' }, 'No text; its bytes differ.'))));
}

/** @param {DiffLine[]} lines @returns {DiffLine[][]} */
function hunks(lines) {
  /** @type {DiffLine[][]} */
  const all = [];
  let last = -Infinity;
  lines.forEach((line, at) => {
    if (line.op === ' ') {
      return;
    }

    const from = Math.max(0, at - around, last + 1);
    if (at - around > last + 1 || all.length === 0) {
      all.push([]);
    }

    const to = Math.min(lines.length, at + around + 1);
    all[all.length - 1].push(...lines.slice(from, to));
    last = Math.max(last, to - 1);
  });
  return all;
}

/** @param {DiffLine[]} lines */
function table(lines) {
  return h('table', { class: 'lines' }, h('tbody', {}, lines.map((line) => h('tr', { class: line.op === '+' ? 'in' : line.op === '-' ? 'out' : null },
    h('td', { class: 'number' }, line.from), h('td', { class: 'number' }, line.to),
    h('td', { class: 'op' }, line.op === ' ' ? '' : h('span', { class: 'unseen' }, line.op === '+' ? 'added:' : 'removed:'), line.op),
    h('td', { class: 'text' }, line.op === '+' ? h('ins', {}, line.text) : line.op === '-' ? h('del', {}, line.text) : line.text)))));
}
