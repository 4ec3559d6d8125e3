/**
 * @template State
 * @typedef {{ state: State, caret: number, kind: string, at: number, time: number }} Step
 */

/** Words typed without a rest between them are one step. */
const rest = 1000;

/**
 * The states of a draft that can be gone back to: what was typed, deleted, mended and answered.
 * @template State
 */
export class History {
  /** @type {Step<State>[]} */
  #past = [];
  /** @type {Step<State>[]} */
  #future = [];

  /**
   * Keeps the state before a change.
   * @param {State} state @param {string} kind @param {number} caret @param {number} [next] where a change that goes on with this one begins
   */
  keep(state, kind, caret, next = NaN) {
    const last = this.#past.at(-1);
    const time = performance.now();
    const goesOn = this.#future.length === 0 && last?.kind === kind && last.at === caret && time - last.time < rest;
    if (goesOn && last) {
      Object.assign(last, { at: next, time });
    } else {
      this.#past.push({ state, caret, kind, at: next, time });
    }

    this.#future = [];
  }

  /** @param {State} state the one to come back to @param {number} caret @returns {Step<State> | undefined} */
  back(state, caret) {
    return this.#move(this.#past, this.#future, state, caret);
  }

  /** @param {State} state @param {number} caret @returns {Step<State> | undefined} */
  forth(state, caret) {
    return this.#move(this.#future, this.#past, state, caret);
  }

  clear() {
    [this.#past, this.#future] = [[], []];
  }

  /** @param {Step<State>[]} from @param {Step<State>[]} to @param {State} state @param {number} caret */
  #move(from, to, state, caret) {
    const step = from.pop();
    if (step) {
      to.push({ state, caret, kind: '', at: NaN, time: 0 });
    }

    return step;
  }
}
