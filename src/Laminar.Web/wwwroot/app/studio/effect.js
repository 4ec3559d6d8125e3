/** @import { Effect } from './types.js' */
/** @import { Finding } from '../types.js' */
/** @import { Work } from './work.js' */
import { h } from '../dom.js';
import { refill } from './refill.js';
import { address, counted, fileName } from './words.js';

/** What the changes do: to the pack's examples, and to the findings of drafts, before and after side by side. */
export class EffectView {
  #check = h('div', { role: 'status' });
  #sum = h('p', { class: 'sum' });
  #drafts = h('div', { class: 'effects' });
  #choose = h('input', { type: 'file', multiple: true, class: 'unseen', id: 'try', accept: '.docx,.docm,.dotx,.dotm,.xml,.txt', onchange: () => this.#take([...this.#choose.files ?? []]) });

  /** @type {Work} */
  #work;

  /** @param {Work} work */
  constructor(work) {
    this.#work = work;
    this.element = h('aside', { class: 'effect', 'aria-labelledby': 'effect-title' },
      h('h2', { id: 'effect-title' }, 'What this does'), this.#check,
      h('h3', {}, 'Findings in drafts'), this.#sum, this.#drafts,
      h('p', { class: 'drop' }, 'Drop drafts of your own here, or ', this.#choose, h('label', { class: 'link', for: 'try' }, 'choose files'), '. They are read and not kept.'));
    this.element.addEventListener('dragover', (event) => event.preventDefault());
    this.element.addEventListener('drop', (event) => {
      event.preventDefault();
      this.#take([...event.dataTransfer?.files ?? []]);
    });
    work.subscribe(() => this.#draw());
    this.#draw();
  }

  /** @param {File[]} drafts */
  #take(drafts) {
    this.#choose.value = '';
    return this.#work.tryOn(drafts);
  }

  #draw() {
    const { check, effects, busy } = this.#work;
    this.element.setAttribute('aria-busy', String(busy));
    const faults = this.#work.faults;
    if (check) {
      refill(this.#check, check, () => [this.#verdict(), faults.length > 0 && h('ul', { class: 'faults' }, faults.slice(0, 20).map((fault) => h('li', {},
        h('a', { href: address(this.#work.pack.id, 'files', `${fault.file}:${fault.line}`) }, `${fileName(fault.file, this.#work.pack.id)}:${fault.line}`), ` ${fault.message}`)))]);
    }

    const what = effects ? summary(effects) : check && check.errors.length > 0 ? 'While the pack has errors, no draft can be read with it.' : 'Reading …';
    refill(this.#sum, what, () => [what]);
    const touched = effects?.filter((effect) => !effect.sample || isTouched(effect)) ?? [];
    refill(this.#drafts, touched, () => touched.map((effect) => this.#effect(effect)));
  }

  #verdict() {
    const { errors, failures, passed } = /** @type {import('./types.js').Check} */ (this.#work.check);
    return errors.length > 0 ? h('p', { class: 'verdict bad' }, `${counted(errors.length, 'error')}: the pack can’t be read.`)
      : failures.length > 0 ? h('p', { class: 'verdict bad' }, `${counted(failures.length, 'example')} ${failures.length === 1 ? 'fails' : 'fail'}, ${passed} pass.`)
        : h('p', { class: 'verdict good' }, `All ${passed} examples pass.`);
  }

  /** @param {Effect} effect */
  #effect(effect) {
    return h('section', { class: 'draft' },
      h('h4', {}, effect.name, !effect.sample && h('button', { class: 'link', type: 'button', 'aria-label': `Take ${effect.name} away`, onclick: () => this.#work.forget(effect.name) }, 'Take away')),
      effect.problem ? h('p', { class: 'refused' }, effect.problem)
        : !isTouched(effect) ? h('p', { class: 'sub' }, `Nothing changes in ${counted(effect.same, 'finding')}.`)
          : h('table', {}, h('thead', {}, h('tr', {}, h('th', { scope: 'col' }, 'In use'), h('th', { scope: 'col' }, 'With this'))), h('tbody', {},
            effect.before !== effect.after && row(h('p', {}, `The pack ${applies(effect.before)}`), h('p', {}, `The pack ${applies(effect.after)}`)),
            effect.lost.map((finding) => row(card(finding), h('p', { class: 'sub' }, 'not asked'))),
            effect.gained.map((finding) => row(h('p', { class: 'sub' }, 'not asked'), card(finding))),
            effect.changed.map(({ before, after }) => row(card(before, after), card(after, before))))));
  }
}

/** @param {Effect} effect */
function isTouched(effect) {
  return effect.gained.length + effect.lost.length + effect.changed.length > 0 || effect.before !== effect.after || effect.problem !== null;
}

/** @param {Effect[]} effects */
function summary(effects) {
  const sum = (/** @type {(effect: Effect) => number} */ of) => effects.reduce((all, effect) => all + of(effect), 0);
  const [gained, lost, changed] = [sum((effect) => effect.gained.length), sum((effect) => effect.lost.length), sum((effect) => effect.changed.length)];
  const own = effects.filter((effect) => !effect.sample).length;
  const over = `${counted(effects.length - own, 'sample draft')}${own > 0 ? ` and ${counted(own, 'draft')} of yours` : ''}`;
  return gained + lost + changed === 0
    ? `Over ${over}: the same findings as with the version in use.`
    : `Over ${over}: ${counted(gained, 'finding')} gained, ${lost} lost, ${changed} worded otherwise, ${sum((effect) => effect.same)} the same.`;
}

/** @param {Node} before @param {Node} after */
function row(before, after) {
  return h('tr', {}, h('td', {}, before), h('td', {}, after));
}

/** @param {Finding} finding @param {Finding | null} [other] only what differs from it is shown */
function card(finding, other = null) {
  const options = (/** @type {Finding} */ one) => one.suggestion?.fields.map((field) => field.options.join(', ')).join('; ') ?? '';
  const lines = [
    [finding.title, other?.title], [finding.question, other?.question], [finding.why, other?.why], [finding.severity, other?.severity],
    [finding.suggestion?.text ?? '', other?.suggestion?.text ?? ''], [options(finding), other && options(other)],
    [finding.suggestion?.notPerformed ?? '', other?.suggestion?.notPerformed ?? ''], [finding.suggestion?.unableToState ?? '', other?.suggestion?.unableToState ?? ''],
  ];
  return h('div', {}, h('p', { class: 'name' }, finding.title),
    other ? lines.slice(1).filter(([now, then]) => now && now !== then).map(([now]) => h('p', {}, now)) : [h('p', {}, finding.question), finding.suggestion && h('p', { class: 'phrase' }, finding.suggestion.text)]);
}

/** @param {string | null} status */
function applies(status) {
  return status === 'applies' ? 'applies.' : status === 'uncertain' ? 'is uncertain to apply.' : status === null ? 'is not there yet.' : 'does not apply.';
}
