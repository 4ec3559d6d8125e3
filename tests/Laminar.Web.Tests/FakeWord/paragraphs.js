/** Paragraphs, and the annotations on them. */

import { api, faults, need, RichError } from './faults.js';
import { characters, isInText, isKept, model, newParagraph, newUnit, nextNumber, partOf, remove, spanOf, textOf, touched } from './model.js';
import { author } from './model.js';
import { flat } from './ooxml.js';
import { AnnotationProxy, RangeProxy } from './ranges.js';
import { Many, Proxied, Result } from './rich-api.js';

/** @import { Annotation, Paragraph } from './model.js' */

const longestSearch = 255;

/** @extends {Proxied<Paragraph>} */
export class ParagraphProxy extends Proxied {
  /** @override @param {string} name */
  peek(name) {
    if (name === 'uniqueLocalId') {
      need(1.6);
      return faults.has('#4258') ? null : this.target.id;
    }

    return name === 'text' ? textOf(this.target) : super.peek(name);
  }

  get text() {
    return this.loaded('text');
  }

  get uniqueLocalId() {
    return this.loaded('uniqueLocalId');
  }

  /** @param {string} style */
  set styleBuiltIn(style) {
    this.later(() => this.target.style = style);
  }

  get font() {
    return this.getRange('Content').font;
  }

  /** @param {string} location */
  getRange(location = 'Whole') {
    return new RangeProxy(this.context, () => {
      const whole = spanOf(this.target, [...this.target.units]);
      return location === 'Whole' || location === 'Content' ? whole : partOf(whole, location);
    });
  }

  getOoxml() {
    return new Result(this.context, () => {
      if (faults.has('#6059 paragraphs')) {
        throw new RichError('GeneralException', 'Word encountered an error.');
      }

      return flat(this.#given());
    });
  }

  #given() {
    const { cell } = this.target;
    const inCell = model.paragraphs.filter((one) => one.cell?.table === cell?.table && one.cell?.row === cell?.row && one.cell?.column === cell?.column);
    // For the last one of a cell Word gives the row; for the others it gives the paragraph and leaves the table out.
    return faults.has('#6751') && cell !== null && inCell.at(-1) === this.target
      ? model.paragraphs.filter((one) => one.cell?.table === cell.table && one.cell.row === cell.row)
      : [{ ...this.target, cell: null }];
  }

  getReviewedText(version = 'Current') {
    need(1.4);
    return new Result(this.context, () => textOf(this.target, version === 'Current' ? isKept : (unit) => unit.ins === null));
  }

  /** @param {string} words @param {{ matchCase?: boolean }} options */
  search(words, options = {}) {
    if (words === '' || words.length > longestSearch) {
      throw new RichError('InvalidArgument', 'Word looks for 1 to 255 characters.');
    }

    return new Many(this.context, () => this.#find(words, options.matchCase === true), (resolve, now) => new RangeProxy(this.context, resolve, now));
  }

  /** @param {string} words @param {boolean} matchCase */
  #find(words, matchCase) {
    const units = characters(this.target, isInText);
    const fold = (/** @type {string} */ text) => (matchCase ? text : text.toLowerCase());
    const text = fold(units.map(({ c }) => c).join(''));
    const found = [];
    for (let at = text.indexOf(fold(words)); at >= 0; at = text.indexOf(fold(words), at + words.length)) {
      found.push(spanOf(this.target, units.slice(at, at + words.length).map(({ unit }) => unit)));
    }

    return found;
  }

  /** @param {string} text @param {'Before' | 'After'} location */
  insertParagraph(text, location) {
    return new ParagraphProxy(this.context, () => {
      const old = this.target;
      const added = { ...newParagraph(old.style, old.cell), item: old.item };
      added.units = [...text].map((c) => newUnit(c, { bold: old.units.at(-1)?.bold ?? false, ins: model.tracking === 'Off' ? null : author }));
      model.paragraphs.splice(model.paragraphs.indexOf(old) + (location === 'After' ? 1 : 0), 0, added);
      if (faults.has('#5784')) {
        [old.id, added.id] = [added.id, old.id];
      }

      touched.added.add(added.id);
      return added;
    }, false, true);
  }

  delete() {
    this.later(() => {
      remove(this.target, [...this.target.units]);
      if (this.target.units.length === 0) {
        model.paragraphs.splice(model.paragraphs.indexOf(this.target), 1);
        touched.deleted.add(this.target.id);
      }
    });
  }

  select(mode = 'Select') {
    this.getRange('Content').select(mode);
  }

  getAnnotations() {
    return new Many(this.context, () => annotationsOf(this.target), (resolve, now) => new AnnotationProxy(this.context, resolve, now));
  }

  /** @param {{ critiques: any[] }} set */
  insertAnnotations({ critiques }) {
    need(1.7);
    return new Result(this.context, () => {
      annotationsOf(this.target);
      return critiques.map((critique) => annotate(this.target, critique).id);
    });
  }
}

/** @param {Paragraph} paragraph */
function annotationsOf(paragraph) {
  // Without a subscription Word says that it knows them, and does not [#4953].
  if (faults.has('#4953') || api.WordApi < 1.7) {
    throw new RichError('NotImplemented');
  }

  return model.annotations.filter(({ span }) => span.paragraph === paragraph);
}

/** @param {Paragraph} paragraph @param {any} critique @returns {Annotation} */
function annotate(paragraph, critique) {
  // Offsets leave out what is struck out [#5672] and the mark that a note starts with [#4997].
  const units = characters(paragraph, isKept);
  const counted = units[0]?.c === '\u0002' ? units.slice(1) : units;
  const words = counted.slice(critique.start, critique.start + critique.length);
  if (!(critique.start >= 0) || !(critique.length > 0) || words.length !== critique.length) {
    throw new RichError('InvalidArgument', 'The critique is not within the paragraph.');
  }

  if (critique.popupOptions) {
    need(1.8);
  }

  // Word draws none that are put in by the flow that opened the pane [#4317, #6595].
  const visible = !(faults.has('#4317') || faults.has('#6595')) || navigator.userActivation.hasBeenActive;
  const annotation = { id: `annotation-${nextNumber()}`, span: spanOf(paragraph, words.map(({ unit }) => unit)), critique, state: 'Created', visible };
  model.annotations.push(annotation);
  return annotation;
}
