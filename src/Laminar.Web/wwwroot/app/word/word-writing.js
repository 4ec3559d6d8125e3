/** @import { Insertion, Refusal, Repair } from '../types.js' */
/** @import { Located, Places } from './word-places.js' */

import { isLeadIn } from './word-phrases.js';
import { pointAt, wordsAt } from './word-ranges.js';
import { noPlace, changed } from './word-support.js';
import { tagOf } from './word-tags.js';
import { untracked, writing } from './word-tracking.js';

/**
 * Where an insertion goes: a point in the text, behind a paragraph, or instead of the placeholder that stands for it.
 * @typedef {object} Seat
 * @property {Located | null} located
 * @property {{ range: Word.Range, side: 'After' | 'Before' | 'End' } | null} point
 * @property {Word.ContentControl | null} control
 */

/**
 * Looks for the places of insertions; nothing is written yet.
 * @param {Word.RequestContext} context @param {Places} places @param {Insertion[]} insertions
 * @returns {Promise<{ seats: Map<string, Seat>, refused: Refusal[] }>}
 */
export async function seatsOf(context, places, insertions) {
  const locate = await places.locate(context);
  const controls = context.document.contentControls;
  controls.load('items/tag,items/text');
  await context.sync();
  /** @type {Map<string, Seat>} */
  const seats = new Map();
  const refused = [];
  for (const insertion of insertions) {
    const control = controls.items.find((one) => one.tag === tagOf(insertion.finding)) ?? null;
    const located = locate(insertion.paragraph);
    const point = control || !located || insertion.ownParagraph ? null : await pointAt(context, located, insertion.offset);
    if (control || (located && (insertion.ownParagraph || point))) {
      seats.set(insertion.finding, { control, located, point });
    } else {
      refused.push(located ? noPlace(insertion.finding) : changed(insertion.finding));
    }
  }

  return { seats, refused };
}

/**
 * @param {Word.RequestContext} context @param {Places} places @param {Insertion[]} insertions @param {Map<string, Seat>} seats
 * @param {string[]} answered findings whose placeholders have no more to wait for
 */
export async function insert(context, places, insertions, seats, answered) {
  const idle = await placeholdersOf(context, answered.filter((finding) => !insertions.some((one) => one.finding === finding)));
  if (insertions.length + idle.length === 0) {
    return;
  }

  await writing(context, true, () => {
    insertions.forEach((insertion) => put(places, insertion, /** @type {Seat} */ (seats.get(insertion.finding))));
    untracked(context, () => {
      insertions.forEach((insertion) => seats.get(insertion.finding)?.control?.delete(false));
      idle.forEach((control) => control.delete(false));
    });
  });
}

/** @param {Word.RequestContext} context @param {string[]} findings */
async function placeholdersOf(context, findings) {
  if (findings.length === 0) {
    return [];
  }

  const controls = context.document.contentControls;
  controls.load('items/tag');
  await context.sync();
  return controls.items.filter((control) => findings.some((finding) => control.tag === tagOf(finding)));
}

/** @param {Places} places @param {Insertion} insertion @param {Seat} seat */
function put(places, insertion, { located, point, control }) {
  const { lead, text, trail } = insertion;
  if (control) {
    const before = control.text.startsWith('. ') ? '. ' : control.text.startsWith(' ') ? ' ' : '';
    control.getRange('After').insertText(before + text + (control.text.endsWith(' ') ? ' ' : ''), 'Start');
  } else if (point && located) {
    const added = point.range.insertText(lead + text + trail, point.side);
    if (isLeadIn(located.live.text.slice(0, insertion.offset))) {
      added.font.bold = false;
    }
  } else if (located) {
    ownParagraph(located, text, places.scan.paragraphs[insertion.paragraph]?.heading !== undefined);
  }
}

/** Behind a heading a paragraph looks like the text of its section. @param {Located} located @param {string} text @param {boolean} isHeading */
export function ownParagraph({ paragraph }, text, isHeading) {
  const added = paragraph.insertParagraph(text, 'After');
  if (isHeading) {
    added.styleBuiltIn = 'Normal';
    added.font.bold = false;
  }

  return added;
}

/**
 * Replaces words, where they still stand exactly.
 * @param {Word.RequestContext} context @param {Places} places @param {Repair[]} repairs
 */
export async function mend(context, places, repairs) {
  const locate = await places.locate(context);
  const refused = [];
  /** @type {{ range: Word.Range, repair: Repair }[]} */
  const found = [];
  for (const repair of repairs) {
    const located = locate(repair.paragraph);
    const stands = located !== null && located.live.text.slice(repair.start, repair.start + repair.length) === repair.text;
    const range = stands ? await wordsAt(context, located, repair.start, repair.start + repair.length) : null;
    if (range === null) {
      refused.push(stands ? noPlace('') : changed(''));
    } else {
      found.push({ range, repair });
    }
  }

  if (found.length > 0) {
    await writing(context, true, () => found.forEach(({ range, repair }) => {
      repair.with === '' ? range.delete() : range.insertText(repair.with, 'Replace');
    }));
  }

  return { refused };
}
