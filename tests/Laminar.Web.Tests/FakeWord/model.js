/**
 * The document of the fake Word. Text is a row of units that keep their identity, so that a range still means the same words
 * after others have been written beside it.
 */

import { faults, RichError } from './faults.js';

/** @typedef {{ id: number, tag: string, title: string, type: string, placeholder: string, options: string[] }} Control */

/** A unit without a character holds the place of a control that is empty. @typedef {{ c: string, ins: string | null, del: string | null, bold: boolean, controls: Control[] }} Unit */

/** @typedef {{ table: number, row: number, column: number }} Cell */

/** @typedef {{ id: string, style: string, item: boolean, cell: Cell | null, units: Unit[] }} Paragraph */

/** Words, or where there are none the point behind a unit. @typedef {{ paragraph: Paragraph, first: Unit | null, last: Unit | null, after: Unit | null }} Span */

/** @typedef {{ id: string, content: string, author: string, span: Span }} Comment */

/** @typedef {{ id: string, span: Span, critique: any, state: string, visible: boolean }} Annotation */

/**
 * @typedef {object} Model
 * @property {Paragraph[]} paragraphs
 * @property {Comment[]} comments
 * @property {Annotation[]} annotations
 * @property {{ id: string, xml: string }[]} parts
 * @property {string} tracking
 * @property {Span | null} selection
 * @property {boolean} inComment
 * @property {Record<string, any>} settings
 */

/** @type {Model} */
export const model = { paragraphs: [], comments: [], annotations: [], parts: [], tracking: 'Off', selection: null, inComment: false, settings: {} };

/** Who sits at this Word. */
export const author = 'Dr. Hand';

/** @type {Model[]} */
const past = [];

export function remember() {
  past.push(structuredClone(model));
}

export function undo() {
  const before = past.pop();
  if (before) {
    Object.assign(model, { ...before, settings: model.settings, parts: model.parts });
  }

  return before !== undefined;
}

let numbers = 0;

export function nextNumber() {
  return ++numbers;
}

/** What has been touched since anybody was told. */
export const touched = { added: new Set(), changed: new Set(), deleted: new Set(), struck: new Set() };

/** @param {string} style @param {Cell | null} cell @returns {Paragraph} */
export function newParagraph(style = 'Normal', cell = null) {
  return { id: crypto.randomUUID(), style, item: false, cell, units: [] };
}

/** @param {string} c @param {Partial<Unit>} like @returns {Unit} */
export function newUnit(c, like = {}) {
  return { c, ins: like.ins ?? null, del: null, bold: like.bold ?? false, controls: [...(like.controls ?? [])] };
}

/** The characters of a paragraph with the units that they come from; an empty control shows its placeholder. @param {Paragraph} paragraph @param {(unit: Unit) => boolean} shown */
export function characters(paragraph, shown) {
  return paragraph.units.filter(shown).flatMap((unit) => {
    const text = unit.c === '' ? unit.controls.at(-1)?.placeholder ?? '' : unit.c;
    return [...Array(text.length).keys()].map((index) => ({ c: text[index], unit }));
  });
}

/** @param {Unit} unit */
export const isKept = (unit) => unit.del === null;

/** On the web Word's own text of a paragraph holds what is struck out [#1267]. @param {Unit} unit */
export const isInText = (unit) => faults.has('#1267') || isKept(unit);

/** @param {Paragraph} paragraph */
export function textOf(paragraph, shown = isInText) {
  return characters(paragraph, shown).map(({ c }) => c).join('');
}

/** @param {Span} span @returns {Unit[]} */
export function unitsIn({ paragraph, first, last }) {
  return first === null || last === null ? [] : paragraph.units.slice(paragraph.units.indexOf(first), paragraph.units.indexOf(last) + 1);
}

/** @param {Paragraph} paragraph @param {Unit[]} units @param {Unit | null} after @returns {Span} */
export function spanOf(paragraph, units, after = null) {
  return { paragraph, first: units[0] ?? null, last: units.at(-1) ?? null, after };
}

/** @param {Span} span @param {string} location @returns {Span} */
export function partOf(span, location) {
  const { paragraph, first, last, after } = span;
  const before = first === null ? after : paragraph.units[paragraph.units.indexOf(first) - 1] ?? null;
  return location === 'Start' || location === 'Before' ? { paragraph, first: null, last: null, after: before }
    : location === 'End' || location === 'After' ? { paragraph, first: null, last: null, after: last ?? after }
    : span;
}

/** @param {Span} span @param {string} text @param {string} location */
export function write(span, text, location) {
  const { paragraph } = span;
  const old = location === 'Replace' ? unitsIn(span) : [];
  const point = partOf(span, location === 'Replace' ? 'End' : location);
  const index = point.after === null ? 0 : paragraph.units.indexOf(point.after) + 1;
  const neighbour = paragraph.units[index - 1] ?? paragraph.units[index];
  const inside = span.first !== null && (location === 'Start' || location === 'End') ? (location === 'Start' ? span.first : span.last)?.controls ?? [] : shared(paragraph.units[index - 1], paragraph.units[index]);
  const added = [...text].map((c) => newUnit(c, { bold: neighbour?.bold ?? false, controls: inside, ins: model.tracking === 'Off' ? null : author }));
  paragraph.units.splice(index, 0, ...added);
  remove(paragraph, old);
  touched.changed.add(paragraph.id);
  return spanOf(paragraph, added, point.after);
}

/** The controls that go on from one unit to the next. @param {Unit | undefined} left @param {Unit | undefined} right */
function shared(left, right) {
  return left && right ? left.controls.filter((control) => right.controls.includes(control)) : [];
}

/** @param {Paragraph} paragraph @param {Unit[]} units */
export function remove(paragraph, units) {
  for (const unit of units) {
    if (model.tracking !== 'Off' && unit.ins !== author && unit.c !== '') {
      unit.del ??= author;
    } else {
      paragraph.units.splice(paragraph.units.indexOf(unit), 1);
    }
  }

  (model.tracking === 'Off' || units.length === 0 ? touched.changed : touched.struck).add(paragraph.id);
}

/** @param {Span} span @param {string} type @returns {Control} */
export function wrap(span, type) {
  if (faults.has('no controls') || (faults.has('#6046') && model.inComment)) {
    throw new RichError('GeneralException', 'A comment is selected.');
  }

  /** @type {Control} */
  const control = { id: nextNumber(), tag: '', title: '', type, placeholder: 'Click or tap here to enter text.', options: [] };
  const { paragraph } = span;
  let units = unitsIn(span);
  if (units.length === 0) {
    const index = span.after === null ? 0 : paragraph.units.indexOf(span.after) + 1;
    units = [newUnit('', { controls: shared(paragraph.units[index - 1], paragraph.units[index]) })];
    paragraph.units.splice(index, 0, ...units);
  }

  const depth = units.map((unit) => unit.controls).reduce((left, right) => left.filter((one) => right.includes(one))).length;
  units.forEach((unit) => unit.controls.splice(depth, 0, control));
  touched.changed.add(paragraph.id);
  return control;
}

/** @returns {Control[]} in the order of the document */
export function controls() {
  return [...new Set(model.paragraphs.flatMap((paragraph) => paragraph.units.flatMap((unit) => unit.controls)))];
}

/** @param {Control} control @returns {Span} */
export function spanOfControl(control) {
  const paragraph = model.paragraphs.find(({ units }) => units.some((unit) => unit.controls.includes(control)));
  if (!paragraph) {
    throw new RichError('ItemNotFound');
  }

  return spanOf(paragraph, paragraph.units.filter((unit) => unit.controls.includes(control)));
}

/** @param {Control} control @param {boolean} keepsContent */
export function removeControl(control, keepsContent) {
  const span = spanOfControl(control);
  const units = unitsIn(span);
  if (!keepsContent) {
    remove(span.paragraph, units);
  }

  units.forEach((unit) => unit.controls.splice(unit.controls.indexOf(control), 1));
  span.paragraph.units = span.paragraph.units.filter((unit) => unit.c !== '' || unit.controls.length > 0);
}
