/** @import { LiveParagraph } from './word-text.js' */

const word = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const slice = 4_194_304;

/** Word on the web has handed out broken XML where deletions are tracked [#3898]. @param {string} xml */
export function parsed(xml) {
  const document = new DOMParser().parseFromString(xml, 'application/xml');
  return document.getElementsByTagName('parsererror').length === 0 ? document : null;
}

/**
 * The draft put together from the Open XML of its paragraphs. Tables are lost with it; their words are not.
 * @param {Word.RequestContext} context @param {Word.Paragraph[]} paragraphs @param {LiveParagraph[]} live
 */
export async function asParagraphs(context, paragraphs, live) {
  const packages = paragraphs.map((paragraph) => paragraph.getOoxml());
  await context.sync();
  const [shell, ...others] = packages.map((one) => parsed(one.value));
  if (shell === null || others.includes(null)) {
    return null;
  }

  const body = shell.getElementsByTagNameNS(word, 'body')[0];
  const found = [shell, ...others].map((one, number) => one && paragraphIn(one, live[number]));
  const section = body.lastElementChild?.localName === 'sectPr' ? body.lastElementChild : null;
  body.replaceChildren(...found.filter((one) => one !== null).map((one) => shell.importNode(one, true)), ...(section ? [section] : []));
  return { file: new Blob([new XMLSerializer().serializeToString(shell)], { type: 'application/xml' }), name: 'document.xml' };
}

/**
 * For the last paragraph of a cell Word on the Mac gives the whole row [#6751]: of what it gives, the paragraph that says the same.
 * @param {Document} xml @param {LiveParagraph} live
 */
function paragraphIn(xml, live) {
  const all = [...xml.getElementsByTagNameNS(word, 'p')];
  return all.findLast((one) => textOf(one) === live.text.replace(/\s/g, '')) ?? all.at(-1) ?? null;
}

/** @param {Element} paragraph */
function textOf(paragraph) {
  return [...paragraph.getElementsByTagNameNS(word, 't')].map((text) => text.textContent ?? '').join('').replace(/\s/g, '');
}

/** The file as it would be saved, in slices; Word lets two be open at a time, so it is always closed. */
export async function wholeFile() {
  /** @type {Office.File} */
  const file = await call((done) => Office.context.document.getFileAsync(Office.FileType.Compressed, { sliceSize: slice }, done));
  try {
    /** @type {Uint8Array<ArrayBuffer>[]} */
    const bytes = [];
    for (let number = 0; number < file.sliceCount; number++) {
      /** @type {Office.Slice} */
      const one = await call((done) => file.getSliceAsync(number, done));
      bytes.push(Uint8Array.from(one.data));
    }

    return { file: new Blob(bytes), name: 'document.docx' };
  } finally {
    file.closeAsync();
  }
}

/** The words alone, a line a paragraph. @param {LiveParagraph[]} live */
export function asText(live) {
  const lines = live.map(({ text }) => text.replace(/[\r\n\v\f]/g, ' '));
  return { file: new Blob([lines.join('\n')], { type: 'text/plain' }), name: 'document.txt' };
}

/**
 * @template T
 * @param {(done: (result: Office.AsyncResult<T>) => void) => void} start
 * @returns {Promise<T>}
 */
function call(start) {
  return new Promise((resolve, reject) => start((result) => (result.error ? reject(result.error) : resolve(result.value))));
}
