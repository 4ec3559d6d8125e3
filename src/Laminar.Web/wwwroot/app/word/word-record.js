const namespace = 'urn:laminar:record:1';
const setting = 'laminar.record';

import { supports } from './word-support.js';

/**
 * The kept answers: a custom XML part of the document, or one of its settings where Word has no such parts. Word's Open XML of
 * the body comes without them.
 * @param {Word.RequestContext} context
 */
export function askRecord(context) {
  if (!supports('1.4')) {
    return null;
  }

  const parts = context.document.customXmlParts.getByNamespace(namespace);
  parts.load('items/id');
  return parts;
}

/** @param {Word.CustomXmlPartScopedCollection | null} parts of which there should be one */
export function recordXml(parts) {
  return parts === null || parts.items.length === 0 ? null : parts.items[0].getXml();
}

/** @returns {string | undefined} */
export function recordInSettings() {
  return Office.context?.document?.settings?.get(setting) ?? undefined;
}

/** @param {Word.RequestContext} context @param {string} record */
export async function writeRecord(context, record) {
  try {
    const parts = askRecord(context);
    if (parts !== null) {
      await context.sync();
      parts.items.length === 0 ? context.document.customXmlParts.add(record) : parts.items[0].setXml(record);
      await context.sync();
      return;
    }
  } catch {
    // Some documents take no parts; their settings are kept with them as well.
  }

  Office.context?.document?.settings?.set(setting, record);
  Office.context?.document?.settings?.saveAsync();
}
