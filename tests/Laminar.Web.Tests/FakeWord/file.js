/** The whole file, as `getFileAsync` hands it out: a zip without compression, in slices. */

import { faults } from './faults.js';
import { model } from './model.js';
import { parts } from './ooxml.js';

/** Files that were opened and not closed; Word lets two be open. */
export const open = { count: 0 };

/** @param {string} _type @param {{ sliceSize: number }} options @param {(result: object) => void} done */
export function getFileAsync(_type, { sliceSize }, done) {
  if (faults.has('#6059 file') || open.count >= 2) {
    setTimeout(() => done({ error: { code: 5001, message: 'Internal error' } }));
    return;
  }

  open.count++;
  const bytes = zip();
  const slices = Math.ceil(bytes.length / sliceSize);
  setTimeout(() => done({
    value: {
      size: bytes.length,
      sliceCount: slices,
      /** @param {number} index @param {(result: object) => void} then */
      getSliceAsync: (index, then) => setTimeout(() => then({ value: { index, data: [...bytes.slice(index * sliceSize, (index + 1) * sliceSize)] } })),
      closeAsync: () => open.count--,
    },
  }));
}

function zip() {
  const all = parts(model.paragraphs);
  const types = all.filter(({ name }) => !name.endsWith('.rels')).map(({ name, type }) => `<Override PartName="${name}" ContentType="${type}"/>`);
  const list = { name: '/[Content_Types].xml', xml: `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>${types.join('')}</Types>` };
  /** @type {number[]} */
  const bytes = [];
  /** @type {number[]} */
  const directory = [];
  const entries = [list, ...all];
  for (const { name, xml } of entries) {
    const [path, data] = [new TextEncoder().encode(name.slice(1)), new TextEncoder().encode(xml)];
    const head = [...le(20, 2), ...le(0x800, 2), ...le(0, 2), ...le(0, 2), ...le(0x21, 2), ...le(crc(data), 4), ...le(data.length, 4), ...le(data.length, 4), ...le(path.length, 2), ...le(0, 2)];
    directory.push(...le(0x02014b50, 4), ...le(20, 2), ...head, ...le(0, 2), ...le(0, 2), ...le(0, 2), ...le(0, 4), ...le(bytes.length, 4), ...path);
    bytes.push(...le(0x04034b50, 4), ...head, ...path, ...data);
  }

  const end = [...le(0x06054b50, 4), ...le(0, 4), ...le(entries.length, 2), ...le(entries.length, 2), ...le(directory.length, 4), ...le(bytes.length, 4), ...le(0, 2)];
  return Uint8Array.from([...bytes, ...directory, ...end]);
}

/** @param {number} value @param {number} length */
function le(value, length) {
  return [...Array(length).keys()].map((index) => (value >>> (8 * index)) & 0xff);
}

/** @param {Uint8Array} bytes */
function crc(bytes) {
  let value = -1;
  for (const byte of bytes) {
    value ^= byte;
    for (let bit = 0; bit < 8; bit++) {
      value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
    }
  }

  return ~value >>> 0;
}
