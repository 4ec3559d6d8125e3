/** @import { LiveParagraph } from './word-text.js' */

import { supports } from './word-support.js';
import { isOpen, isSuggestion } from './word-tags.js';
import { liveParagraph } from './word-text.js';

/**
 * What Word has been asked for and will say with the next sync.
 * @typedef {object} Look
 * @property {Word.ParagraphCollection} paragraphs
 * @property {Word.ContentControlCollection} controls
 * @property {OfficeExtension.ClientResult<string> | null} current
 */

// Some Words offer ids and fail when they are asked for [a subscription is needed].
let hasIds = true;

/**
 * The paragraphs as they stand: texts, ids, controls, and once for the whole text how it reads with all changes accepted.
 * @param {Word.RequestContext} context
 * @returns {Look}
 */
export function ask(context) {
  const { body, contentControls } = context.document;
  const paragraphs = body.paragraphs;
  paragraphs.load(hasIds && supports('1.6') ? 'items/text,items/uniqueLocalId' : 'items/text');
  contentControls.load('items/tag,items/text,items/placeholderText');
  return { paragraphs, controls: contentControls, current: supports('1.4') ? body.getRange('Content').getReviewedText('Current') : null };
}

/** Looks at the paragraphs: one sync. @param {Word.RequestContext} context */
export async function look(context) {
  const first = ask(context);
  try {
    await context.sync();
    return first;
  } catch (failure) {
    if (!hasIds) {
      throw failure;
    }

    hasIds = false;
    const second = ask(context);
    await context.sync();
    return second;
  }
}

/** Whether anything has changed since another look is seen by this alone. @param {Look} seen */
export function fingerprint(seen) {
  const open = openSuggestions(seen.controls);
  return JSON.stringify([textsOf(seen, open), seen.current === null ? '' : cut(seen.current.value, open)]);
}

/** Asks how each paragraph reads with all changes accepted. @param {Look} seen */
export function askCurrent(seen) {
  return supports('1.4') ? seen.paragraphs.items.map((paragraph) => paragraph.getReviewedText('Current')) : null;
}

/**
 * @param {Look} seen
 * @param {OfficeExtension.ClientResult<string>[] | null} current
 * @returns {LiveParagraph[]}
 */
export function liveOf(seen, current) {
  const open = openSuggestions(seen.controls);
  return seen.paragraphs.items.map((paragraph, number) => liveParagraph(
    paragraph.text, idOf(paragraph), current?.[number]?.value ?? null, open.filter((words) => paragraph.text.includes(words))));
}

/** The paragraphs as they stand now, with what is needed to write into them: two syncs. @param {Word.RequestContext} context */
export async function liveNow(context) {
  const seen = await look(context);
  const current = askCurrent(seen);
  if (current !== null) {
    await context.sync();
  }

  return { seen, live: liveOf(seen, current) };
}

/** @param {Word.Paragraph} paragraph */
function idOf(paragraph) {
  return hasIds && supports('1.6') ? paragraph.uniqueLocalId || null : null;
}

/** @param {Look} seen @param {string[]} open */
function textsOf(seen, open) {
  return seen.paragraphs.items.map((paragraph) => cut(paragraph.text, open)).filter((text) => text !== '');
}

/** @param {string} text @param {string[]} words */
function cut(text, words) {
  return words.reduce((rest, one) => rest.replace(one, ''), text);
}

/** The texts of suggestions that nobody has answered. @param {Word.ContentControlCollection} controls */
function openSuggestions(controls) {
  return controls.items.filter((control) => isSuggestion(control.tag) && isOpen(control, controls.items)).map((control) => control.text)
    .filter((text) => text !== '');
}
