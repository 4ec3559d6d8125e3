/** The document as Open XML: what `getOoxml` hands out, and the parts of the file. */

import { faults } from './faults.js';
import { author, isKept, model, unitsIn } from './model.js';

/** @import { Control, Paragraph, Unit } from './model.js' */

const w = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const kind = 'application/vnd.openxmlformats-officedocument.wordprocessingml.';

/** @param {Paragraph[]} paragraphs @returns {{ name: string, type: string, xml: string }[]} */
export function parts(paragraphs) {
  const notes = paragraphs.some(({ units }) => units.some(({ c }) => c === '\u0002'));
  const extra = [
    { id: 'rId1', name: 'styles', xml: styles() },
    ...(model.comments.length > 0 ? [{ id: 'rId2', name: 'comments', xml: comments() }] : []),
    ...(notes ? [{ id: 'rId3', name: 'footnotes', xml: footnotes() }] : []),
  ];
  return [
    { name: '/_rels/.rels', type: relations, xml: rels([{ id: 'rId1', name: 'officeDocument', target: 'word/document.xml' }]) },
    { name: '/word/document.xml', type: `${kind}document.main+xml`, xml: `<w:document ${w}><w:body>${blocks(paragraphs)}<w:sectPr/></w:body></w:document>` },
    { name: '/word/_rels/document.xml.rels', type: relations, xml: rels(extra.map(({ id, name }) => ({ id, name, target: `${name}.xml` }))) },
    ...extra.map(({ name, xml }) => ({ name: `/word/${name}.xml`, type: `${kind}${name}+xml`, xml })),
  ];
}

const relations = 'application/vnd.openxmlformats-package.relationships+xml';

/** As a single text, without custom parts and without the setting of tracking, as Word hands it out. @param {Paragraph[]} paragraphs */
export function flat(paragraphs) {
  const written = parts(paragraphs).map(({ name, type, xml }) => `<pkg:part pkg:name="${name}" pkg:contentType="${type}"><pkg:xmlData>${xml}</pkg:xmlData></pkg:part>`);
  const whole = `<pkg:package xmlns:pkg="http://schemas.microsoft.com/office/2006/xmlPackage">${written.join('')}</pkg:package>`;
  return faults.has('#3898') && whole.includes('</w:del>') ? whole.replace('</w:del>', '') : whole;
}

/** @param {{ id: string, name: string, target: string }[]} all */
function rels(all) {
  return `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${all.map(({ id, name, target }) => `<Relationship Id="${id}" Type="${office}/${name}" Target="${target}"/>`).join('')}</Relationships>`;
}

function styles() {
  const headings = [1, 2, 3].map((level) => `<w:style w:type="paragraph" w:styleId="Heading${level}"><w:name w:val="heading ${level}"/><w:pPr><w:outlineLvl w:val="${level - 1}"/></w:pPr></w:style>`);
  return `<w:styles ${w}><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>${headings.join('')}</w:styles>`;
}

function comments() {
  const all = model.comments.map((comment, number) => `<w:comment w:id="${number}" w:author="${escape(comment.author)}" w:initials="D">${comment.content.split('\n').map((line) => `<w:p>${run(line, false, false)}</w:p>`).join('')}</w:comment>`);
  return `<w:comments ${w}>${all.join('')}</w:comments>`;
}

function footnotes() {
  return `<w:footnotes ${w}><w:footnote w:id="1"><w:p>${run('A note.', false, false)}</w:p></w:footnote></w:footnotes>`;
}

/** @param {Paragraph[]} paragraphs */
function blocks(paragraphs) {
  let xml = '';
  for (let index = 0; index < paragraphs.length;) {
    const cell = paragraphs[index].cell;
    const end = cell === null ? index + 1 : index + paragraphs.slice(index).filter((one) => one.cell?.table === cell.table).length;
    const block = paragraphs.slice(index, end);
    xml += cell === null ? paragraph(block[0]) : table(block);
    index = end;
  }

  return xml;
}

/** @param {Paragraph[]} block */
function table(block) {
  const rows = grouped(block, ({ cell }) => cell?.row).map((row) => `<w:tr>${grouped(row, ({ cell }) => cell?.column).map((cell) => `<w:tc><w:tcPr/>${cell.map(paragraph).join('')}</w:tc>`).join('')}</w:tr>`);
  return `<w:tbl><w:tblPr/><w:tblGrid/>${rows.join('')}</w:tbl>`;
}

/** @param {Paragraph} one */
function paragraph(one) {
  // Word makes these ids anew for each call [#4078].
  const id = faults.has('#4078') ? Math.floor(Math.random() * 0x7fffffff).toString(16).padStart(8, '0') : one.id.slice(0, 8);
  const properties = `<w:pPr><w:pStyle w:val="${one.style}"/>${one.item ? '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>' : ''}</w:pPr>`;
  return `<w:p w14:paraId="${id}">${properties}${content(one.units, 0)}</w:p>`;
}

/** @param {Unit[]} units @param {number} depth @returns {string} */
function content(units, depth) {
  return grouped(units, ({ controls }) => controls[depth]).map((group) => {
    const control = group[0].controls[depth];
    return control === undefined ? runs(group) : sdt(control, group, depth);
  }).join('');
}

/** @param {Control} control @param {Unit[]} units @param {number} depth */
function sdt(control, units, depth) {
  const isEmpty = units.every(({ c }) => c === '');
  const list = control.type === 'ComboBox' ? `<w:comboBox>${control.options.map((option) => `<w:listItem w:displayText="${escape(option)}" w:value="${escape(option)}"/>`).join('')}</w:comboBox>` : '';
  const inside = isEmpty ? run(control.placeholder, false, false) : content(units, depth + 1);
  return `<w:sdt><w:sdtPr><w:alias w:val="${escape(control.title)}"/><w:tag w:val="${escape(control.tag)}"/><w:id w:val="${control.id}"/>${isEmpty ? '<w:showingPlcHdr/>' : ''}${list}</w:sdtPr><w:sdtContent>${inside}</w:sdtContent></w:sdt>`;
}

/** @param {Unit[]} units */
function runs(units) {
  return grouped(units, (unit) => JSON.stringify([unit.ins, unit.del, unit.bold, commentsAt(unit, 'first'), commentsAt(unit, 'last')])).map((group) => {
    const marks = { start: commentsAt(group[0], 'first'), end: commentsAt(group[group.length - 1], 'last') };
    return marks.start.map((id) => `<w:commentRangeStart w:id="${id}"/>`).join('') + tracked(group)
      + marks.end.map((id) => `<w:commentRangeEnd w:id="${id}"/><w:r><w:commentReference w:id="${id}"/></w:r>`).join('');
  }).join('');
}

/** @param {Unit} unit @param {'first' | 'last'} side */
function commentsAt(unit, side) {
  return model.comments.flatMap((comment, number) => (unitsIn(comment.span).at(side === 'first' ? 0 : -1) === unit ? [number] : []));
}

/** @param {Unit[]} group */
function tracked(group) {
  const [{ ins, del, bold }] = group;
  const text = group.map(({ c }) => c).join('');
  const change = `w:id="${Math.floor(Math.random() * 1e6)}" w:date="2026-11-01T10:00:00Z"`;
  const inner = run(text, bold, !isKept(group[0]));
  const deleted = del === null ? inner : `<w:del ${change} w:author="${escape(del)}">${inner}</w:del>`;
  return ins === null ? deleted : `<w:ins ${change} w:author="${escape(ins ?? author)}">${deleted}</w:ins>`;
}

/** @param {string} text @param {boolean} bold @param {boolean} deleted */
function run(text, bold, deleted) {
  const element = deleted ? 'w:delText' : 'w:t';
  const inside = text.split(/([\u0002\t\v])/).filter((piece) => piece !== '').map((piece) =>
    piece === '\u0002' ? '<w:footnoteReference w:id="1"/>' : piece === '\t' ? '<w:tab/>' : piece === '\v' ? '<w:br/>' : `<${element} xml:space="preserve">${escape(piece)}</${element}>`);
  return text === '' ? '' : `<w:r>${bold ? '<w:rPr><w:b/></w:rPr>' : ''}${inside.join('')}</w:r>`;
}

/**
 * @template T
 * @param {T[]} items @param {(item: T) => unknown} key
 */
function grouped(items, key) {
  /** @type {T[][]} */
  const groups = [];
  for (const item of items) {
    const last = groups.at(-1);
    if (last && key(last[0]) === key(item)) {
      last.push(item);
    } else {
      groups.push([item]);
    }
  }

  return groups;
}

/** @param {string} text */
function escape(text) {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
}
