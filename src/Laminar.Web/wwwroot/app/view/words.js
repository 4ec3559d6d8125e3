/** @import { ElementResult, Evidence, Finding, Pack, Role, Scan } from '../types.js' */

/** The words of the pane that are made from a scan. */

/** What a finding is about. @param {Finding} finding */
export function nameOf(finding) {
  return finding.title.split(': ')[0];
}

/** @param {Role} role */
export function titleOf(role) {
  return { surgeon: 'Surgeon', transcriptionist: 'Transcriptionist', author: 'Template author' }[role];
}

/** @param {number} count @param {string} noun */
export function count(count, noun) {
  return count === 1 ? `1 ${noun}` : `${count} ${noun}s`;
}

/** The state of the report. Where the pack does not apply little is asked: that nothing is open would say too much. @param {Scan} scan */
export function headline(scan) {
  const [open, clashes] = [of(scan, 'required').length, of(scan, 'consistency').length];
  const parts = [open > 0 ? count(open, 'question') : '', clashes > 0 ? count(clashes, 'disagreement') : ''].filter(Boolean);
  return parts.join(', ') || (scan.applicability.status === 'does-not-apply' ? 'The pack does not apply' : 'Nothing required is open');
}

/** @param {Scan} scan @param {Finding['severity']} severity */
export function of(scan, severity) {
  return scan.findings.filter((finding) => finding.severity === severity);
}

/** @param {ElementResult} element */
export function isStated(element) {
  return element.status === 'documented' || element.status === 'not-performed';
}

/** What the pack requires, or all of it where the pack is not known. @param {Scan} scan @param {Pack | null} pack */
export function required(scan, pack) {
  const ids = new Set(pack?.elements.filter((element) => element.severity === 'required').map((element) => element.id));
  return ids.size > 0 ? scan.elements.filter((element) => ids.has(element.id)) : scan.elements;
}

/** What an element says, in the pack's spelling. @param {ElementResult} element @param {Pack | null} pack */
export function valuesOf(element, pack) {
  return element.values.map((value) => fromValue(value, pack)).join(', ');
}

/**
 * "mri" is "MRI" where the pack has that option, "ligament-hypertrophy" is "ligament hypertrophy"; "C5-C6" and the draft's own words stay.
 * @param {string} value @param {Pack | null} pack
 */
function fromValue(value, pack) {
  if (!/^[a-z-]+$/.test(value)) {
    return value;
  }

  const options = pack?.elements.flatMap((element) => element.fields ?? []).flatMap((field) => field.options) ?? [];
  return options.find((option) => spaced(option).toLowerCase() === spaced(value)) ?? spaced(value);
}

/** @param {string} words */
function spaced(words) {
  return words.replaceAll('-', ' ');
}

/** "level-confirmation" is "Level confirmation". @param {string} id */
export function fromId(id) {
  const words = id.replaceAll('-', ' ').replaceAll('.', ': ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** @param {ElementResult} element @param {Pack | null} pack */
export function status(element, pack) {
  switch (element.status) {
    case 'documented': return valuesOf(element, pack) || 'stated';
    case 'not-performed': return 'not performed';
    case 'title-only': return `in the heading only: ${valuesOf(element, pack)}`;
    case 'ambiguous': return 'can be read in more than one way';
    case 'conflict': return 'two statements disagree';
    default: return 'not stated';
  }
}

/** Where words stand. @param {Evidence} evidence */
export function where(evidence) {
  return `${fromId(evidence.part ?? evidence.section)}, paragraph ${evidence.paragraph + 1}`;
}

/**
 * The sentence around a place, for showing it; nothing is decided by it.
 * @param {string} text @param {number} offset
 * @returns {[number, number]}
 */
export function sentenceAround(text, offset) {
  let [start, end] = [0, text.length];
  for (const stop of text.matchAll(/[.?!]\s+(?=[A-Z0-9])|\n/g)) {
    const behind = stop.index + stop[0].length;
    if (/(^|[ .])[A-Z]$/.test(text.slice(0, stop.index))) {
      continue;
    }

    if (behind <= offset) {
      start = behind;
    } else {
      end = stop.index + 1;
      break;
    }
  }

  return [start, Math.max(start, start + text.slice(start, end).trimEnd().length)];
}

/**
 * What has changed between two scans, for people who don't see it; null where there is nothing to tell.
 * @param {Scan | null} before @param {Scan} after
 */
export function announcement(before, after) {
  if (before === null) {
    return `Checked. ${headline(after)}.`;
  }

  const gone = asked(before).filter((finding) => !after.findings.some((other) => other.element === finding.element));
  const added = asked(after).filter((finding) => !before.findings.some((other) => other.element === finding.element));
  const news = [
    gone.length > 0 ? `Settled: ${names(gone)}.` : '',
    added.length > 0 ? `Now open: ${names(added)}.` : '',
  ].filter(Boolean);
  return news.length > 0 || headline(before) !== headline(after) ? [...news, `${headline(after)}.`].join(' ') : null;
}

/** @param {Scan} scan */
function asked(scan) {
  return scan.findings.filter((finding) => finding.severity !== 'recommended');
}

/** @param {Finding[]} findings */
function names(findings) {
  return findings.map(nameOf).join(', ');
}

const notDone = ['not performed', 'none used', 'none'];

/** Whether an option stands below the rule: every question has it. @param {string} option */
export function isAlways(option) {
  return option === 'unable to state' || notDone.includes(option);
}

/**
 * The sentence as it would be written, or the phrase with what is still open: for showing; the server writes its own.
 * @param {import('../types.js').Suggestion} suggestion
 * @param {Record<string, string>} chosen
 * @returns {(string | { field: string })[]}
 */
export function preview(suggestion, chosen) {
  const answers = suggestion.fields.map((field) => (chosen[field.name] ?? '').trim());
  if (suggestion.notPerformed && answers.every((answer) => notDone.includes(answer))) {
    return [suggestion.notPerformed];
  }

  if (suggestion.unableToState && answers.every((answer) => answer === 'unable to state')) {
    return [suggestion.unableToState];
  }

  const parts = suggestion.text.split(/\{([^}]+)\}/);
  return parts.map((part, number) => {
    const answer = (number % 2 === 0 ? part : chosen[part] ?? '').replace(/\s+/g, ' ');
    // Own words are often a sentence already: its period is the phrase's.
    return number % 2 === 0 ? part : isAnswer(answer) ? (parts[number + 1].startsWith('.') ? answer.trim().replace(/[. ]+$/, '') : answer.trim()) : { field: part };
  }).filter((part) => part !== '');
}

/** @param {string} answer */
export function isAnswer(answer) {
  return /[\p{L}\p{N}]/u.test(answer) && answer !== 'other';
}
