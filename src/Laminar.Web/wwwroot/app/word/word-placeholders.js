/** @import { Field, Finding } from '../types.js' */
/** @import { Places } from './word-places.js' */

import { isPhrase, pieces, setting } from './word-phrases.js';
import { pointAt } from './word-ranges.js';
import { Sentence, supports } from './word-support.js';
import { hasAnswer, isOpen, isSuggestion, tagOf } from './word-tags.js';
import { writing } from './word-tracking.js';
import { ownParagraph } from './word-writing.js';

const longestTitle = 64;

/**
 * Shows phrases with open fields where they belong, as content controls that the server's reader passes over, and takes away
 * those whose findings are gone.
 * @param {Places} places @param {Finding[]} findings
 */
export async function showPlaceholders(places, findings) {
  const wanted = findings.filter(isPhrase);
  await Word.run((context) => place(context, places, wanted));
}

/** @param {Word.RequestContext} context @param {Places} places @param {Finding[]} wanted */
async function place(context, places, wanted) {
  const standing = await sweep(context, wanted.map(({ id }) => tagOf(id)));
  const missing = wanted.filter(({ id }) => !standing.has(tagOf(id)));
  if (missing.length === 0) {
    return;
  }

  const locate = await places.locate(context);
  /** @type {{ finding: Finding, at: NonNullable<ReturnType<typeof setting>>, located: import('./word-places.js').Located, point: Awaited<ReturnType<typeof pointAt>> }[]} */
  const seats = [];
  for (const finding of missing) {
    const at = setting(finding, places.scan);
    const located = at && locate(at.paragraph);
    const point = !located || at.own ? null : await pointAt(context, located, at.offset);
    if (located && (at.own || point)) {
      seats.push({ finding, at, located, point });
    }
  }

  if (seats.length === 0) {
    return;
  }

  await tryOut(context, seats[0].located.paragraph);
  await writing(context, false, () => seats.forEach(({ finding, at, located, point }) => {
    const isHeading = places.scan.paragraphs[at.paragraph].heading !== undefined;
    const start = point ? point.range.getRange(point.side === 'Before' ? 'Start' : point.side === 'End' ? 'End' : 'After') : ownParagraph(located, '', isHeading).getRange('Content');
    phrase(finding, at, start);
  }));
}

/**
 * Puts a control in and takes it out. Word fails on this while a comment is selected [#6046], and would leave half a phrase behind:
 * then it is tried once more with the selection in the text.
 * @param {Word.RequestContext} context @param {Word.Paragraph} paragraph
 */
async function tryOut(context, paragraph) {
  const once = () => writing(context, false, () => paragraph.getRange('Content').getRange('End').insertContentControl('RichText').delete(true));
  try {
    await once();
  } catch {
    paragraph.getRange('Content').select('End');
    await once().catch(() => {
      throw new Sentence('Word takes no placeholders here. Click into the text, outside of a comment, and choose them again.');
    });
  }
}

/**
 * Takes out open suggestions that nobody wants any more. One in which somebody has chosen something is theirs, and stays.
 * @param {Word.RequestContext} context @param {string[]} wanted tags
 * @returns {Promise<Set<string>>} the tags of those that stand
 */
export async function sweep(context, wanted) {
  const controls = context.document.contentControls;
  controls.load('items/tag,items/text,items/placeholderText');
  await context.sync();
  const suggestions = controls.items.filter((control) => isSuggestion(control.tag));
  const stale = suggestions.filter((control) => !wanted.includes(control.tag) && isOpen(control, controls.items) && !hasAnswer(control, controls.items));
  if (stale.length > 0) {
    const around = stale.map((control) => control.paragraphs.getFirst());
    around.forEach((paragraph) => paragraph.load('text'));
    await context.sync();
    await writing(context, false, () => stale.forEach((control, number) => {
      const isAlone = around[number].text.trim() === control.text.trim();
      control.delete(false);
      if (isAlone) {
        around[number].delete();
      }
    }));
  }

  return new Set(suggestions.filter((control) => !stale.includes(control)).map(({ tag }) => tag));
}

/**
 * A phrase with its fields: the text around them first, a control for each, and one around all of it.
 * @param {Finding} finding @param {{ lead: string, trail: string }} at @param {Word.Range} start
 */
function phrase(finding, { lead, trail }, start) {
  const parts = pieces(finding.suggestion?.text ?? '');
  let number = 0;
  /** @type {Word.Range | null} */
  let first = null;
  let behind = start;
  parts.forEach(({ text, field }, index) => {
    const words = (index === 0 ? lead : '') + text + (index === parts.length - 1 ? trail : '');
    const piece = words === '' ? null : behind.insertText(words, 'End');
    behind = piece?.getRange('After') ?? behind;
    first ??= piece;
    const one = finding.suggestion?.fields.find(({ name }) => name === field);
    if (one) {
      const control = fieldAt(behind, one, `${tagOf(finding.id)}:${number++}`);
      first ??= control.getRange('Whole');
      behind = control.getRange('After');
    }
  });
  const whole = (first ?? start).expandTo(behind).insertContentControl('RichText');
  whole.tag = tagOf(finding.id);
  whole.title = finding.title.slice(0, longestTitle);
}

/**
 * An empty control that shows what it waits for. A draft's own words are shown as a question; nothing is filled in.
 * @param {Word.Range} point @param {Field} field @param {string} tag
 */
function fieldAt(point, { name, options, value }, tag) {
  const chooses = supports('1.9');
  const control = chooses ? point.insertContentControl('ComboBox') : supports('1.5') ? point.insertContentControl('PlainText') : point.insertContentControl();
  control.tag = tag;
  control.title = name;
  control.placeholderText = value === null ? `[${name}]` : `[${name}: ${value}?]`;
  if (chooses) {
    options.forEach((option) => control.comboBoxContentControl.addListItem(option));
  }

  return control;
}
