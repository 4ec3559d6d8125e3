/** @import { QuestionStatistics, Report } from './types.js' */
/** @import { Work } from './work.js' */
import { fill, h } from '../dom.js';
import { reasons } from '../report-reasons.js';
import * as api from './api.js';
import { address, when } from './words.js';

/** How a pack's questions fare with the people who are asked: counts alone, and what was reported. */
export class QuestionsView {
  #version = h('select', { id: 'stat-version', onchange: () => this.#draw() });
  #table = h('div', {});
  #reports = h('div', {});

  /** @type {{ version: string, questions: QuestionStatistics[] }[]} */
  #all = [];

  /** @type {Work} */
  #work;

  /** @param {Work} work */
  constructor(work) {
    this.#work = work;
    this.element = h('div', { class: 'wide' },
      h('div', { class: 'line' }, h('h2', {}, 'How the questions fare'), h('label', { for: 'stat-version', class: 'end' }, 'Version'), this.#version), this.#table,
      h('h2', {}, 'What was reported'), this.#reports);
  }

  async show() {
    const [all, reports] = await Promise.all([api.statistics(this.#work.pack.id), api.reports(this.#work.pack.id)]);
    const chosen = this.#version.value;
    this.#all = all;
    fill(this.#version, all.map(({ version }) => h('option', { value: version, selected: version === chosen }, version)));
    this.#version.disabled = all.length === 0;
    this.#draw();
    fill(this.#reports, reports.length === 0 ? h('p', { class: 'sub' }, 'Nobody has reported a question of this pack.') : h('ul', { class: 'reports' }, reports.map((report) => this.#report(report))));
  }

  #draw() {
    const now = this.#all.find(({ version }) => version === this.#version.value) ?? this.#all[0];
    if (!now || now.questions.length === 0) {
      fill(this.#table, h('p', { class: 'sub' }, 'No draft has raised a question of this pack yet. Sample drafts are not counted.'));
      return;
    }

    const most = Math.max(...now.questions.map((question) => question.raised));
    fill(this.#table, h('p', { class: 'sub' }, 'Each draft is counted once for a question. What is dismissed more often than answered stands first.'),
      h('table', { class: 'stats' },
        h('thead', {}, h('tr', {}, h('th', { scope: 'col' }, 'Question'), h('th', { scope: 'col' }, h('span', { class: 'key answered' }, 'answered'), h('span', { class: 'key dismissed' }, 'dismissed'), h('span', { class: 'key rest' }, 'left open')),
          h('th', { scope: 'col', class: 'count' }, 'Raised'))),
        h('tbody', {}, now.questions.map((question) => this.#row(question, most)))));
  }

  /** @param {QuestionStatistics} question @param {number} most */
  #row(question, most) {
    const { raised, answered, dismissed, options } = question;
    const unloved = dismissed > answered;
    return h('tr', { class: unloved ? 'unloved' : null },
      h('th', { scope: 'row' }, this.#link(question.element, question.name), h('small', {}, ` ${question.kind}`), unloved && h('span', { class: 'mark bad' }, 'more dismissed than answered')),
      h('td', {}, bar([['answered', answered], ['dismissed', dismissed], ['rest', Math.max(0, raised - answered - dismissed)]], most),
        h('p', { class: 'sub' }, `${answered} answered, ${dismissed} dismissed.`),
        (options.length > 0 || question.reasons.length > 0) && h('details', {}, h('summary', {}, 'By answer and reason'), h('ul', {},
          options.map(({ option, count }) => h('li', {}, `${option}: ${count}`)), question.reasons.map(({ reason, count }) => h('li', {}, `dismissed, ${reason}: ${count}`))))),
      h('td', { class: 'count' }, raised));
  }

  /** Where its words are; a group's stand in the manifest. @param {string} element @param {string} name */
  #link(element, name) {
    const { pack } = this.#work;
    return h('a', { href: this.#work.element(element) ? address(pack.id, 'wording', element) : address(pack.id, 'files', `${pack.id}/pack.yaml`) }, name);
  }

  /** @param {Report} report */
  #report(report) {
    const name = this.#work.element(report.element)?.name ?? report.element;
    return h('li', {}, h('p', {}, this.#link(report.element, name), ` (${report.kind}, version ${report.version}): ${reasons[report.reason] ?? report.reason}.`),
      report.sentence && h('blockquote', {}, report.sentence), h('p', { class: 'sub' }, `${report.person}, ${when(report.at)}`));
  }
}

/** A stripe whose parts are as long as their counts; what it says stands beside it in words. @param {[string, number][]} parts @param {number} most */
function bar(parts, most) {
  const stripe = h('div', { class: 'stripe', 'aria-hidden': 'true' }, parts.filter(([, count]) => count > 0).map(([name, count]) => {
    const part = h('i', { class: name });
    part.style.width = `${(100 * count) / most}%`;
    return part;
  }));
  return stripe;
}
