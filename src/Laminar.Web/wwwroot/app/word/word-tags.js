/**
 * The tags of the controls that hold suggestions: "laminar:ELEMENT:HASH" around one, "laminar:ELEMENT:HASH:N" around its field
 * N. The server writes the same and knows them again (src/Laminar.Word/Writing/SuggestionTag.cs).
 */

const suggestion = /^laminar:[^:]+:[0-9a-f]{16}$/;

/** @param {string} finding */
export function tagOf(finding) {
  return `laminar:${finding.split('.').slice(0, -2).join('.')}:${finding.slice(finding.lastIndexOf('.') + 1)}`;
}

/** @param {string | null} tag */
export function isSuggestion(tag) {
  return tag !== null && suggestion.test(tag);
}

/** @param {Word.ContentControl} control @param {Word.ContentControl[]} all */
export function fieldsOf(control, all) {
  return all.filter((other) => other.tag?.startsWith(`${control.tag}:`));
}

/** Whether a field of a suggestion waits for an answer. @param {Word.ContentControl} control @param {Word.ContentControl[]} all */
export function isOpen(control, all) {
  return fieldsOf(control, all).some(waits);
}

/** Whether somebody has chosen something in it: then it is a person's. @param {Word.ContentControl} control @param {Word.ContentControl[]} all */
export function hasAnswer(control, all) {
  return fieldsOf(control, all).some((field) => !waits(field));
}

/** @param {Word.ContentControl} field */
function waits(field) {
  const text = field.text.trim();
  return text === '' || text === field.placeholderText.trim() || text.toLowerCase() === 'other';
}
