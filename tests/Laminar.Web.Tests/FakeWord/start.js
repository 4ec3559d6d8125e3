/** Puts the fake Word in place of the real one. */

import { api, faults, wire } from './faults.js';
import { getFileAsync, open } from './file.js';
import { documentOf } from './document.js';
import { model, newParagraph, newUnit } from './model.js';
import * as people from './people.js';
import { Context } from './rich-api.js';
import { bridge } from './sign-in.js';

/**
 * A paragraph as tests write it: words, or pieces of them that are bold, inserted or deleted.
 * @typedef {object} Written
 * @property {string} [text]
 * @property {{ text: string, bold?: boolean, ins?: string, del?: string }[]} [pieces]
 * @property {string} [style]
 * @property {boolean} [item]
 * @property {boolean} [bold]
 * @property {{ table: number, row: number, column: number }} [cell]
 */

/** @typedef {{ paragraphs?: (string | Written)[], faults?: string[], api?: number, latency?: number, parts?: string[], settings?: Record<string, any>, tracking?: string, theme?: object, signedIn?: import('./sign-in.js').SignedIn }} Setup */

/** @param {(context: any) => Promise<unknown>} work */
async function run(work) {
  const context = new Context();
  try {
    const answer = await work(Object.assign(context, { document: documentOf(context) }));
    await context.sync();
    return answer;
  } finally {
    context.ended = true;
  }
}

const settings = {
  /** @param {string} name */
  get: (name) => model.settings[name] ?? null,
  /** @param {string} name @param {unknown} value */
  set: (name, value) => model.settings[name] = value,
  saveAsync: () => {},
};

/** @returns {{ host: string | null, platform: string | null }} */
export function begin() {
  const page = /** @type {any} */ (window);
  /** @type {Setup} */
  const setup = page.fakeSetup ?? {};
  setup.faults?.forEach((fault) => faults.add(fault));
  Object.assign(api, { WordApi: setup.api ?? api.WordApi });
  wire.latency = setup.latency ?? 0;
  model.paragraphs = (setup.paragraphs ?? []).map(paragraph);
  model.parts = (setup.parts ?? []).map((xml, number) => ({ id: `part-${number}`, xml }));
  model.settings = setup.settings ?? {};
  model.tracking = setup.tracking ?? 'Off';
  if (faults.has('trailing paragraph')) {
    model.paragraphs.push(newParagraph());
  }

  page.fakeWord = { model, faults, wire, open, api, ...people };
  if (faults.has('not in Word')) {
    return { host: null, platform: null };
  }

  page.Word = { run };
  if (setup.signedIn) {
    bridge(page, setup.signedIn);
    Object.assign(api, { NestedAppAuth: 1.1 });
  }

  Object.assign(page.Office.context, { document: faults.has('no settings') ? {} : { settings, getFileAsync }, officeTheme: setup.theme });
  if (!faults.has('no requirements')) {
    page.Office.context.requirements = {
      /** @param {'WordApi' | 'WordApiDesktop'} set @param {string} version */
      isSetSupported: (set, version) => (api[set] ?? 0) >= Number(version),
    };
  }

  return { host: 'Word', platform: 'PC' };
}

/** @param {string | Written} written */
function paragraph(written) {
  const { text, pieces, style, item, bold, cell } = typeof written === 'string' ? /** @type {Written} */ ({ text: written }) : written;
  const made = { ...newParagraph(style, cell ?? null), item: item === true };
  made.units = (pieces ?? [{ text: text ?? '', bold }]).flatMap((piece) =>
    [...piece.text].map((c) => ({ ...newUnit(c, piece), del: /** @type {any} */ (piece).del ?? null })));
  return made;
}
