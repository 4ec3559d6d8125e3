import { faults } from './faults.js';
import { touched } from './model.js';

/** @type {Record<string, ((args: any) => Promise<void>)[]>} */
const handlers = {};

/** @param {string} name @param {(args: any) => Promise<void>} handler */
export function on(name, handler) {
  (handlers[name] ??= []).push(handler);
}

/** @param {string} name @param {object} args */
export function raise(name, args) {
  setTimeout(() => handlers[name]?.forEach((handler) => handler(args)));
}

/** Tells of the paragraphs that were touched; own writing is told of like any other. @param {'Local' | 'Remote'} source */
export function tell(source) {
  const struck = faults.has('#3864') ? [] : touched.struck;
  const kinds = { ParagraphAdded: touched.added, ParagraphChanged: new Set([...touched.changed, ...struck]), ParagraphDeleted: touched.deleted };
  for (const [type, ids] of Object.entries(kinds)) {
    if (ids.size > 0 && !faults.has('#4874')) {
      raise(type, { type, source, uniqueLocalIds: [...ids] });
    }
  }

  Object.values(touched).forEach((ids) => ids.clear());
}
