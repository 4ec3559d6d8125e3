/** @import { Finding, Scan } from '../types.js' */

/** Only a gap is filled by a phrase; where words disagree or leave a doubt, it is they that have to change. @param {Finding} finding */
export function isPhrase(finding) {
  return (finding.kind === 'missing' || finding.kind === 'title-only') && finding.suggestion !== null && finding.placement !== null;
}

/**
 * A phrase in pieces: text, and behind it a field, but for the last.
 * @param {string} phrase
 * @returns {{ text: string, field: string | null }[]}
 */
export function pieces(phrase) {
  const parts = phrase.split(/\{([^}]*)\}/);
  return parts.flatMap((text, index) => (index % 2 === 0 ? [{ text, field: parts[index + 1] ?? null }] : []));
}

/** A phrase with its fields left open. @param {string} phrase */
export function openPhrase(phrase) {
  return phrase.replace(/\{([^}]*)\}/g, '[$1]');
}

/**
 * Where an open phrase goes and what parts it from its neighbours; as the server's own writer does it, which is asked when an
 * answer is written.
 * @param {Finding} finding @param {Scan} scan
 */
export function setting(finding, scan) {
  const place = finding.placement;
  const paragraph = place && scan.paragraphs[place.paragraph];
  if (!place || !paragraph || !finding.suggestion) {
    return null;
  }

  const offset = Math.min(place.offset, paragraph.text.length);
  const first = pieces(finding.suggestion.text)[0];
  const isLine = first.field !== null && first.text.trimEnd().endsWith(':');
  const own = (place.ownParagraph || isLine || paragraph.heading !== undefined || (paragraph.item === true && offset === paragraph.text.length))
    && isFollowed(place.paragraph, scan);
  const [before, behind] = [paragraph.text.slice(0, offset), paragraph.text.slice(offset)];
  return {
    paragraph: place.paragraph, offset, own,
    lead: own || before === '' || /\s$/.test(before) ? '' : /[\p{L}\p{N})\]%]$/u.test(before) ? '. ' : ' ',
    trail: own || behind === '' || /^\s/.test(behind) ? '' : ' ',
  };
}

/** Whether another paragraph of the same cell, or of the body, comes next: a new one is put before another alone. @param {number} number @param {Scan} scan */
function isFollowed(number, scan) {
  const [paragraph, next] = [scan.paragraphs[number], scan.paragraphs[number + 1]];
  return next !== undefined && next.part === undefined && JSON.stringify(next.cell) === JSON.stringify(paragraph.cell);
}

/**
 * The sentence before a place, or what stands there instead: a heading, a lead-in.
 * @param {string} text @param {number} offset
 */
export function sentenceBefore(text, offset) {
  const end = Math.min(offset, text.length);
  let start = end < 2 ? 0 : Math.max(text.lastIndexOf('. ', end - 2), text.lastIndexOf(': ', end - 2)) + 1;
  while (start < end && /\s/.test(text[start])) {
    start++;
  }

  return { start, end };
}

/** Whether all that stands before a place is a lead-in, whose bold face is not for what follows: "ANESTHESIA:". @param {string} text */
export function isLeadIn(text) {
  const before = text.trimEnd();
  return before.endsWith(':') && before.indexOf(':') === before.length - 1 && !before.includes('.');
}
