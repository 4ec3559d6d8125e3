/** Ranges, content controls and comments, as far as an add-in like ours uses them. */

import { faults, need, RichError } from './faults.js';
import { author, characters, controls, isInText, isKept, model, nextNumber, partOf, remove, removeControl, spanOf, spanOfControl, touched, unitsIn, wrap, write } from './model.js';
import { Many, Proxied, Result } from './rich-api.js';
import { ParagraphProxy } from './paragraphs.js';

/** @import { Annotation, Comment, Control, Span } from './model.js' */
/** @import { Context } from './rich-api.js' */

/** @extends {Proxied<Span>} */
export class RangeProxy extends Proxied {
  /** @override @param {string} name */
  peek(name) {
    return name === 'text' ? wordsOf(this.target) : name === 'isEmpty' ? unitsIn(this.target).length === 0 : super.peek(name);
  }

  get text() {
    return this.loaded('text');
  }

  get paragraphs() {
    return new Many(this.context, () => [this.target.paragraph], (resolve, now) => new ParagraphProxy(this.context, resolve, now));
  }

  get font() {
    const range = this;
    return {
      /** @param {boolean} bold */
      set bold(bold) {
        range.later(() => unitsIn(range.target).forEach((unit) => unit.bold = bold));
      },
    };
  }

  /** @param {string} location */
  getRange(location = 'Whole') {
    return new RangeProxy(this.context, () => partOf(this.target, location));
  }

  /** @param {RangeProxy} other */
  expandTo(other) {
    return new RangeProxy(this.context, () => joined(this.target, other.target));
  }

  /** @param {string} text @param {string} location */
  insertText(text, location) {
    return new RangeProxy(this.context, () => {
      const added = write(this.target, text, location);
      // Words put in at an end of a range belong to it from then on.
      if (location === 'End' || location === 'Start') {
        Object.assign(this.target, joined(this.target, added));
      }

      return added;
    }, false, true);
  }

  delete() {
    this.later(() => remove(this.target.paragraph, unitsIn(this.target)));
  }

  insertContentControl(type = 'RichText') {
    need(type === 'ComboBox' ? 1.9 : type === 'PlainText' ? 1.5 : 1.1);
    return new ControlProxy(this.context, () => wrap(this.target, type), false, true);
  }

  /** @param {string} content */
  insertComment(content) {
    need(1.4);
    return new CommentProxy(this.context, () => {
      if (faults.has('#6746')) {
        throw new RichError('NotAllowed', 'Comments are not allowed.');
      }

      const comment = { id: String(nextNumber()), content, author, span: this.target };
      model.comments.push(comment);
      return comment;
    }, false, true);
  }

  select(mode = 'Select') {
    this.context.add(() => {
      model.selection = mode === 'Select' ? this.target : partOf(this.target, mode);
      model.inComment = false;
    });
  }
}

/** @param {Span} span */
function wordsOf(span) {
  const units = unitsIn(span);
  return characters(span.paragraph, isInText).filter(({ unit }) => units.includes(unit)).map(({ c }) => c).join('');
}

/** @param {Span} left @param {Span} right @returns {Span} */
function joined(left, right) {
  const { paragraph } = left;
  if (paragraph !== right.paragraph) {
    throw new RichError('InvalidArgument', 'This Word has no ranges over several paragraphs.');
  }

  const places = [left.first, left.last, right.first, right.last].filter((unit) => unit !== null).map((unit) => paragraph.units.indexOf(unit));
  const behind = [left, right].flatMap(({ first, after }) => (first === null && after !== null ? [paragraph.units.indexOf(after)] : []));
  if (places.length === 0) {
    return left;
  }

  const [from, to] = [Math.min(...places, ...behind.map((place) => place + 1)), Math.max(...places, ...behind)];
  return spanOf(paragraph, paragraph.units.slice(from, to + 1));
}

/** @extends {Proxied<Comment>} */
export class CommentProxy extends Proxied {
  /** @override @param {string} name */
  peek(name) {
    return name === 'content' ? this.target.content : super.peek(name);
  }

  get content() {
    return this.loaded('content');
  }
}

/** @extends {Proxied<Control>} */
export class ControlProxy extends Proxied {
  /** @override @param {string} name */
  peek(name) {
    return name === 'tag' ? this.target.tag : name === 'title' ? this.target.title : name === 'placeholderText' ? this.target.placeholder
      : name === 'text' ? wordsOf(spanOfControl(this.target)) : super.peek(name);
  }

  get tag() {
    return this.loaded('tag');
  }

  set tag(tag) {
    this.later(() => this.target.tag = tag);
  }

  get title() {
    return this.loaded('title');
  }

  set title(title) {
    this.later(() => this.target.title = title);
  }

  get placeholderText() {
    return this.loaded('placeholderText');
  }

  set placeholderText(text) {
    this.later(() => this.target.placeholder = text);
  }

  get text() {
    return this.loaded('text');
  }

  get paragraphs() {
    return this.getRange().paragraphs;
  }

  get comboBoxContentControl() {
    need(1.9);
    return {
      /** @param {string} option */
      addListItem: (option) => this.later(() => this.target.options.push(option)),
    };
  }

  /** @param {string} location */
  getRange(location = 'Whole') {
    return new RangeProxy(this.context, () => partOf(spanOfControl(this.target), location));
  }

  /** @param {boolean} keepsContent */
  delete(keepsContent) {
    this.later(() => removeControl(this.target, keepsContent));
  }
}

/** @extends {Proxied<Annotation>} */
export class AnnotationProxy extends Proxied {
  /** @override @param {string} name */
  peek(name) {
    return name === 'id' ? this.target.id : name === 'state' ? this.target.state : super.peek(name);
  }

  get id() {
    return this.loaded('id');
  }

  get critiqueAnnotation() {
    return { range: new RangeProxy(this.context, () => this.target.span) };
  }

  delete() {
    this.context.add(() => {
      const index = model.annotations.indexOf(this.target);
      if (index < 0) {
        throw new RichError('ItemNotFound');
      }

      model.annotations.splice(index, 1);
    });
  }
}

/** @param {Context} context */
export function contentControls(context) {
  return new Many(context, controls, (resolve, now) => new ControlProxy(context, resolve, now));
}

/** @param {Context} context */
export function bodyRange(context) {
  return {
    getReviewedText: (version = 'Current') => new Result(context, () => model.paragraphs.map((one) => characters(one, version === 'Current' ? isKept : (unit) => unit.ins === null).map(({ c }) => c).join('')).join('\r')),
  };
}

export { touched };
