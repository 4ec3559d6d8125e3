/** What went wrong, in a sentence for people. The session shows it as it stands. */
export class Sentence extends Error {
  /** @param {string} sentence */
  constructor(sentence) {
    super(sentence);
    this.name = 'Sentence';
  }
}

/**
 * Whether this Word says that it knows a set of calls. Outside of Word, and in some hosts, nobody can be asked: then it knows
 * only what the manifest demands.
 * @param {string} version
 * @param {string} set
 */
export function supports(version, set = 'WordApi') {
  return Office.context?.requirements?.isSetSupported(set, version) === true;
}

/** @param {unknown} failure @param {string[]} codes whether Word failed with one of these */
export function failedWith(failure, ...codes) {
  return codes.includes(/** @type {{ code?: string }} */ (failure)?.code ?? '');
}

/** @param {string} finding @param {string} code @param {string} message */
export function refusal(finding, code, message) {
  return { finding, code, message };
}

/** @param {string} finding */
export function changed(finding) {
  return refusal(finding, 'changed', 'The text has changed since it was checked, so nothing was written; check it again.');
}

/** @param {string} finding */
export function noPlace(finding) {
  return refusal(finding, 'no-place', 'Word does not find the place in the text; write it there yourself.');
}
