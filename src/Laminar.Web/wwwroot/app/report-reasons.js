/**
 * What can be wrong with a question, by the codes of Store/ReportReasons.cs: chosen in the pane, read in the studio.
 * @type {Record<string, string>}
 */
export const reasons = {
  'option-missing': 'An answer is missing',
  unclear: 'It can’t be understood',
  'does-not-fit': 'It does not fit this operation',
  'stated-elsewhere': 'The report states it elsewhere',
  'wrong-question': 'The question is wrong',
  other: 'Something else',
};
