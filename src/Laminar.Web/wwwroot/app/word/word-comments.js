/** @import { Evidence, Finding, Outcome, Person } from '../types.js' */
/** @import { Located, Places } from './word-places.js' */

import { sentenceBefore } from './word-phrases.js';
import { wordsAt } from './word-ranges.js';
import { changed, failedWith, noPlace, refusal, supports } from './word-support.js';

/**
 * Asks the surgeon by a comment: on the words that raise the question, or where its phrase would stand.
 * @param {Word.RequestContext} context @param {Places} places @param {Finding} finding @param {Person} person
 * @returns {Promise<Outcome>}
 */
export async function flag(context, places, finding, person) {
  if (!supports('1.4')) {
    return { refused: [refusal(finding.id, 'comments', 'This Word takes no comments from add-ins; ask the surgeon by a comment of your own.')] };
  }

  if (await isFlagged(context, finding)) {
    return { refused: [] };
  }

  const locate = await places.locate(context);
  const ranges = [];
  for (const { paragraph, start, end } of spots(places, finding)) {
    const located = locate(paragraph);
    const range = located && await rangeFor(context, located, start, end);
    if (!range) {
      return { refused: [located ? noPlace(finding.id) : changed(finding.id)] };
    }

    ranges.push(range);
  }

  return comment(context, ranges, finding, person);
}

/** @param {Word.RequestContext} context @param {Word.Range[]} ranges @param {Finding} finding @param {Person} person */
async function comment(context, ranges, finding, person) {
  try {
    ranges.forEach((range) => range.insertComment(words(finding, person)));
    await context.sync();
    return { refused: [] };
  } catch (failure) {
    // Word on the web refuses it for some organisations [#6746].
    if (failedWith(failure, 'NotAllowed', 'AccessDenied', 'GeneralException', 'NotImplemented')) {
      return { refused: [refusal(finding.id, 'comments', 'Word does not let add-ins comment in this document; ask the surgeon by a comment of your own.')] };
    }

    throw failure;
  }
}

/** @param {Word.RequestContext} context @param {Finding} finding */
async function isFlagged(context, finding) {
  const comments = context.document.body.getComments();
  comments.load('items/content');
  try {
    await context.sync();
  } catch {
    return false;
  }

  return comments.items.some(({ content }) => content.trimEnd().endsWith(reference(finding)));
}

/** @param {Word.RequestContext} context @param {Located} located @param {number} start @param {number} end */
function rangeFor(context, located, start, end) {
  return start < end ? wordsAt(context, located, start, end) : located.paragraph.getRange('Content');
}

/**
 * Of a disagreement or a doubt both sides, else the words or the place.
 * @param {Places} places @param {Finding} finding
 */
function spots(places, finding) {
  const stated = sides(finding).filter((evidence) => evidence.part === undefined && places.scan.paragraphs[evidence.paragraph]?.part === undefined);
  if (stated.length > 0) {
    return stated.map(({ paragraph, start, length }) => ({ paragraph, start, end: start + length }));
  }

  const paragraph = finding.placement?.paragraph ?? places.scan.paragraphs.findIndex(({ text, part }) => text !== '' && part === undefined);
  const text = places.scan.paragraphs[paragraph]?.text ?? '';
  return [{ paragraph, ...(finding.placement ? sentenceBefore(text, finding.placement.offset) : { start: 0, end: text.length }) }];
}

/** @param {Finding} finding @returns {Evidence[]} */
function sides({ evidence, kind }) {
  const [one] = evidence;
  const other = evidence.find(({ text }) => text.toLowerCase() !== one.text.toLowerCase()) ?? evidence.at(-1);
  return one === undefined ? [] : (kind === 'conflict' || kind === 'ambiguous') && other !== undefined && other !== one ? [one, other] : [one];
}

/** The last line ties the comment to its finding; the server writes the same and knows it again. @param {Finding} finding */
function reference(finding) {
  return `Question ${finding.id}`;
}

/** What is asked, why, and the answers that there are; no answer is put first. @param {Finding} finding @param {Person} person */
function words(finding, person) {
  const fields = finding.suggestion?.fields ?? [];
  return [
    `Flagged by ${person.name}.`, finding.title, finding.why, finding.question,
    ...fields.map(({ name, options }) => `${fields.length > 1 ? name[0].toUpperCase() + name.slice(1) : 'Answers'}: ${options.join('; ')}`),
    reference(finding),
  ].join('\n');
}
