/** The document: its body, parts, events and the state of tracking. */

import { faults, need, RichError } from './faults.js';
import { model, nextNumber, undo } from './model.js';
import { on } from './events.js';
import { flat } from './ooxml.js';
import { ParagraphProxy } from './paragraphs.js';
import { AnnotationProxy, bodyRange, CommentProxy, contentControls } from './ranges.js';
import { Many, Proxied, Result } from './rich-api.js';

/** @import { Context } from './rich-api.js' */

const sets = /** @type {const} */ ({
  onParagraphAdded: 1.6, onParagraphChanged: 1.6, onParagraphDeleted: 1.6, onAnnotationClicked: 1.7, onAnnotationPopupAction: 1.8,
});

/** @extends {Proxied<typeof model>} */
export class DocumentProxy extends Proxied {
  onParagraphAdded = this.#event('onParagraphAdded');
  onParagraphChanged = this.#event('onParagraphChanged');
  onParagraphDeleted = this.#event('onParagraphDeleted');
  onAnnotationClicked = this.#event('onAnnotationClicked');
  onAnnotationPopupAction = this.#event('onAnnotationPopupAction');

  /** @override @param {string} name */
  peek(name) {
    need(1.4);
    return name === 'changeTrackingMode' ? model.tracking : super.peek(name);
  }

  get changeTrackingMode() {
    return this.loaded('changeTrackingMode');
  }

  set changeTrackingMode(mode) {
    this.context.add(() => model.tracking = mode);
  }

  get body() {
    const { context } = this;
    return {
      get paragraphs() {
        return new Many(context, () => model.paragraphs, (resolve, now) => new ParagraphProxy(context, resolve, now));
      },
      getRange: () => bodyRange(context),
      getComments: () => new Many(context, () => model.comments, (resolve, now) => new CommentProxy(context, resolve, now)),
      getOoxml: () => new Result(context, () => {
        if (faults.has('#6059')) {
          throw new RichError('GeneralException', 'Word encountered an error.');
        }

        return flat(model.paragraphs);
      }),
    };
  }

  get contentControls() {
    return contentControls(this.context);
  }

  get customXmlParts() {
    need(1.4);
    const { context } = this;
    return {
      /** @param {string} namespace */
      getByNamespace: (namespace) => new Many(context, () => model.parts.filter(({ xml }) => xml.includes(`"${namespace}"`)), (resolve, now) => new PartProxy(context, resolve, now)),
      /** @param {string} xml */
      add: (xml) => context.add(() => model.parts.push({ id: String(nextNumber()), xml })),
    };
  }

  /** @param {string} id */
  getAnnotationById(id) {
    return new AnnotationProxy(this.context, () => {
      const found = model.annotations.find((one) => one.id === id);
      if (found === undefined) {
        throw new RichError('ItemNotFound');
      }

      return found;
    });
  }

  /** @param {number} times */
  undo(times = 1) {
    return new Result(this.context, () => {
      let done = true;
      for (let step = 0; step < times; step++) {
        done = undo() && done;
      }

      return done;
    });
  }

  /** @param {keyof typeof sets} name */
  #event(name) {
    return {
      /** @param {(args: any) => Promise<void>} handler */
      add: (handler) => {
        need(sets[name]);
        this.context.add(() => on(name.slice(2), handler));
      },
    };
  }
}

/** @extends {Proxied<{ id: string, xml: string }>} */
class PartProxy extends Proxied {
  /** @override @param {string} name */
  peek(name) {
    return name === 'id' ? this.target.id : super.peek(name);
  }

  get id() {
    return this.loaded('id');
  }

  getXml() {
    return new Result(this.context, () => this.target.xml);
  }

  /** @param {string} xml */
  setXml(xml) {
    this.context.add(() => this.target.xml = xml);
  }
}

/** @param {Context} context */
export function documentOf(context) {
  return new DocumentProxy(context, () => model);
}
