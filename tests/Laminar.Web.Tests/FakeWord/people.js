/** What people do to the document, for tests: whoever sits at this Word, and somebody elsewhere. */

import { raise, tell } from './events.js';
import { faults } from './faults.js';
import { characters, controls, isKept, model, newParagraph, newUnit, remove, spanOf, textOf, touched, undo, unitsIn, write } from './model.js';
import { remember } from './model.js';

/** @import { Span } from './model.js' */

/** What stands there, tracked deletions left out. */
export function text() {
  return model.paragraphs.map((one) => textOf(one, isKept));
}

/** Units of words of a paragraph. @param {number} number @param {string} words @returns {Span} */
function find(number, words) {
  const units = characters(model.paragraphs[number], isKept);
  const at = units.map(({ c }) => c).join('').indexOf(words);
  if (at < 0) {
    throw new Error(`Paragraph ${number} does not say that.`);
  }

  return spanOf(model.paragraphs[number], units.slice(at, at + words.length).map(({ unit }) => unit));
}

/** Types at the end of a paragraph. @param {number} number @param {string} words */
export function type(number, words) {
  remember();
  const paragraph = model.paragraphs[number];
  write({ paragraph, first: null, last: null, after: paragraph.units.at(-1) ?? null }, words, 'End');
  tell('Local');
}

/** Somebody else writes other words instead. @param {number} number @param {string} words @param {string} instead @param {'Local' | 'Remote'} source */
export function replace(number, words, instead, source = 'Remote') {
  const tracking = model.tracking;
  model.tracking = 'Off';
  write(find(number, words), instead, 'Replace');
  model.tracking = tracking;
  tell(source);
}

/** Puts a paragraph before another. @param {number} number @param {string} words */
export function add(number, words) {
  const added = newParagraph();
  added.units = [...words].map((c) => newUnit(c));
  model.paragraphs.splice(number, 0, added);
  touched.added.add(added.id);
  tell('Remote');
}

/** Strikes words out, with the tracking of changes. @param {number} number @param {string} words */
export function strike(number, words) {
  const tracking = model.tracking;
  model.tracking = 'TrackAll';
  const span = find(number, words);
  remove(span.paragraph, unitsIn(span));
  model.tracking = tracking;
  tell('Local');
}

/** Chooses an answer in a control. @param {string} tag @param {string} words */
export function choose(tag, words) {
  const control = controls().find((one) => one.tag === tag);
  const paragraph = model.paragraphs.find(({ units }) => units.some((unit) => control && unit.controls.includes(control)));
  const old = paragraph?.units.find((unit) => control && unit.controls.includes(control));
  paragraph?.units.splice(paragraph.units.indexOf(/** @type {any} */ (old)), 1, ...[...words].map((c) => newUnit(c, { controls: old?.controls })));
  tell('Local');
}

/** Accepts what the popup of an underline suggests. @param {string} id */
export function accept(id) {
  const annotation = model.annotations.find((one) => one.id === id);
  const suggestion = annotation?.critique.popupOptions.suggestions[0];
  if (annotation && suggestion !== undefined) {
    annotation.state = 'Accepted';
    if (!faults.has('#6644')) {
      annotation.span = write(annotation.span, suggestion, 'Replace');
    }

    raise('AnnotationPopupAction', { id, action: 'Accept', critiqueSuggestion: suggestion });
  }
}

/** @param {string} id */
export function click(id) {
  raise('AnnotationClicked', { id });
}

/** What is selected. */
export function selected() {
  return model.selection === null ? null : {
    paragraph: model.paragraphs.indexOf(model.selection.paragraph),
    text: unitsIn(model.selection).map(({ c }) => c).join(''),
    after: model.selection.after === null ? null : model.selection.paragraph.units.indexOf(model.selection.after) + 1,
  };
}

/** Tracked changes as people see them. */
export function revisions() {
  return model.paragraphs.flatMap((paragraph, number) => {
    const [inserted, deleted] = [paragraph.units.filter(({ ins }) => ins !== null), paragraph.units.filter(({ del }) => del !== null)];
    return [{ kind: 'inserted', units: inserted }, { kind: 'deleted', units: deleted }].filter(({ units }) => units.length > 0)
      .map(({ kind, units }) => ({ paragraph: number, kind, text: units.map(({ c }) => c).join('') }));
  });
}

/** The controls in order, with what stands in them. */
export function tags() {
  return controls().map(({ tag, title, placeholder, options }) => ({ tag, title, placeholder, options }));
}

/** The underlines with the words that they stand under. */
export function underlines() {
  return model.annotations.map(({ id, span, critique, visible }) => ({
    id, visible, paragraph: model.paragraphs.indexOf(span.paragraph), words: unitsIn(span).filter(isKept).map(({ c }) => c).join(''),
    colour: critique.colorScheme, popup: critique.popupOptions ?? null,
  }));
}

export function comments() {
  return model.comments.map(({ content, span }) => ({ content, words: unitsIn(span).map(({ c }) => c).join('') }));
}

/** Events without a change, as Word sends them. @param {number} count */
export function storm(count) {
  for (let number = 0; number < count; number++) {
    raise('ParagraphChanged', { type: 'ParagraphChanged', source: 'Local', uniqueLocalIds: [model.paragraphs[number % model.paragraphs.length].id] });
  }
}

/** Word's own undo. */
export function takeBack() {
  undo();
  model.paragraphs.forEach(({ id }) => touched.changed.add(id));
  tell('Local');
}

export { undo };
