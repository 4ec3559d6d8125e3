/** @import { NoteFinding } from './types.js' */
/** @import { Paragraph } from '../types.js' */
import { h } from '../dom.js';

/** A standard note as a page, with its fields, and with what does not belong into it. */
export class NotePage {
  /** @type {Map<NoteFinding, HTMLElement>} */
  #marks = new Map();

  /** @param {Paragraph[]} paragraphs @param {NoteFinding[]} findings */
  constructor(paragraphs, findings) {
    this.element = h('div', { class: 'paper', role: 'region', 'aria-label': 'The note', tabindex: 0 }, paragraphs.map((paragraph, at) => this.#paragraph(paragraph, findings.filter((finding) => finding.place?.paragraph === at))));
  }

  /** @param {NoteFinding} finding */
  point(finding) {
    for (const mark of this.#marks.values()) {
      mark.classList.remove('pointed');
    }

    const mark = this.#marks.get(finding);
    mark?.classList.add('pointed');
    mark?.scrollIntoView({ block: 'center' });
  }

  /** @param {Paragraph} paragraph @param {NoteFinding[]} findings */
  #paragraph(paragraph, findings) {
    const text = paragraph.text;
    const fields = (paragraph.spans ?? []).filter((span) => span.kind === 'control');
    const edges = [...new Set([0, text.length, ...fields.flatMap((span) => [span.start, span.start + span.length]),
      ...findings.flatMap(({ place }) => (place ? [place.start, place.start + place.length] : []))])].filter((edge) => edge <= text.length).sort((a, b) => a - b);
    const parts = edges.slice(0, -1).map((from, at) => {
      const to = edges[at + 1];
      const words = text.slice(from, to);
      const finding = findings.find(({ place }) => place && place.start <= from && place.start + place.length >= to);
      const field = fields.some((span) => span.start <= from && span.start + span.length >= to);
      const part = finding ? h('mark', { title: finding.title }, words) : field ? h('span', { class: 'field' }, words) : words;
      if (finding && part instanceof HTMLElement && !this.#marks.has(finding)) {
        this.#marks.set(finding, part);
      }

      return part;
    });
    return paragraph.heading ? h('p', { class: 'heading' }, parts) : h('p', {}, parts);
  }
}
