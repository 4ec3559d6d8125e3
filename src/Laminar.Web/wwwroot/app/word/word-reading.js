/** @import { DraftBody } from '../types.js' */
/** @import { LiveParagraph } from './word-text.js' */
/** @import { Look } from './word-live.js' */

import { newVisit } from '../api.js';
import { asParagraphs, asText, parsed, wholeFile } from './word-fallbacks.js';
import { ask, askCurrent, fingerprint, liveOf, look } from './word-live.js';
import { askRecord, recordInSettings, recordXml } from './word-record.js';

/**
 * The draft as it stood at one moment: what the server is sent, and the paragraphs that its answer is about.
 * @typedef {{ draft: DraftBody, live: LiveParagraph[], fingerprint: string }} Reading
 */

const tries = 3;

// The pane lives as long as its document is open.
const visit = newVisit();

/**
 * @param {Word.RequestContext} context
 * @param {string | null} known the fingerprint of the last reading: if nothing has changed since, there is nothing to read
 * @returns {Promise<Reading | null>}
 */
export async function read(context, known) {
  const parts = askRecord(context);
  let seen = await look(context);
  if (known !== null && fingerprint(seen) === known) {
    return null;
  }

  for (let attempt = 1; ; attempt++) {
    const { xml, again, current, record } = await take(context, seen, parts);
    if (again.paragraphs.items.length === seen.paragraphs.items.length || attempt === tries) {
      return reading(context, again, current, xml, record);
    }

    // Somebody has typed between the look and the reading.
    seen = again;
  }
}

/**
 * Open XML and paragraphs with one sync, so that both are of the same moment.
 * @param {Word.RequestContext} context @param {Look} seen @param {Word.CustomXmlPartScopedCollection | null} parts
 */
async function take(context, seen, parts) {
  const asked = () => ({ again: ask(context), current: askCurrent(seen), record: recordXml(parts) });
  try {
    const xml = context.document.body.getOoxml();
    const all = asked();
    await context.sync();
    return { ...all, xml: parsed(xml.value) && xml.value };
  } catch {
    // Word fails on the Open XML of some documents altogether [#6059]; what else was asked went with it.
    const all = asked();
    await context.sync();
    return { ...all, xml: null };
  }
}

/**
 * @param {Word.RequestContext} context @param {Look} seen @param {OfficeExtension.ClientResult<string>[] | null} current
 * @param {string | null} xml @param {OfficeExtension.ClientResult<string> | null} record
 * @returns {Promise<Reading>}
 */
async function reading(context, seen, current, xml, record) {
  const live = liveOf(seen, current);
  const body = xml === null ? await fallback(context, seen, live) : { file: new Blob([xml], { type: 'application/xml' }), name: 'document.xml' };
  return { draft: { ...body, record: record?.value ?? recordInSettings(), visit }, live, fingerprint: fingerprint(seen) };
}

/** @param {Word.RequestContext} context @param {Look} seen @param {LiveParagraph[]} live */
async function fallback(context, seen, live) {
  return await asParagraphs(context, seen.paragraphs.items, live).catch(() => null)
    ?? await wholeFile().catch(() => null)
    ?? asText(live);
}
