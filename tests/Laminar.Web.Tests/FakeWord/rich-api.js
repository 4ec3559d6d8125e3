/**
 * The discipline of Office's proxies: nothing happens before a sync, what was not loaded can't be read, and what was got in one
 * run is no use in another.
 */

import { RichError, wire } from './faults.js';
import { remember } from './model.js';
import { tell } from './events.js';

export class Context {
  /** @type {{ run: () => void, writes: boolean }[]} */
  #queue = [];
  ended = false;

  /** @param {() => void} run @param {boolean} writes */
  add(run, writes = false) {
    if (this.ended) {
      throw new RichError('InvalidObjectPath', 'This object belongs to a run that has ended.');
    }

    this.#queue.push({ run, writes });
  }

  async sync() {
    wire.syncs++;
    await new Promise((resolve) => setTimeout(resolve, wire.latency));
    const queue = this.#queue;
    this.#queue = [];
    let remembers = true;
    try {
      for (const { run, writes } of queue) {
        if (writes && remembers) {
          remember();
          remembers = false;
        }

        run();
      }
    } finally {
      tell('Local');
    }
  }
}

/** @template T */
export class Result {
  #known = false;
  /** @type {T | undefined} */
  #value;

  /** @param {Context} context @param {() => T} make */
  constructor(context, make, writes = false) {
    context.add(() => {
      this.#value = make();
      this.#known = true;
    }, writes);
  }

  get value() {
    if (!this.#known) {
      throw new RichError('ValueNotLoaded', 'The value can’t be read before a sync.');
    }

    return /** @type {T} */ (this.#value);
  }
}

/** @template T */
export class Proxied {
  /** @type {Map<string, unknown>} */
  #loaded = new Map();
  /** @type {T | undefined} */
  #target;

  /** @param {Context} context @param {() => T} resolve @param {boolean} now for what is made while a sync runs */
  constructor(context, resolve, now = false, writes = false) {
    this.context = context;
    if (now) {
      this.#target = resolve();
    } else {
      context.add(() => this.#target = resolve(), writes);
    }
  }

  /** What it stands for; only to be asked while a sync runs. */
  get target() {
    if (this.#target === undefined) {
      throw new RichError('InvalidObjectPath');
    }

    return this.#target;
  }

  /** @param {string | string[]} names */
  load(names) {
    this.context.add(() => this.fetch(list(names)));
    return this;
  }

  /** @param {string[]} names */
  fetch(names) {
    names.forEach((name) => this.#loaded.set(name, this.peek(name)));
  }

  /** @param {string} name @returns {unknown} */
  peek(name) {
    throw new RichError('InvalidArgument', `Nothing is called ${name}.`);
  }

  /** @param {string} name @returns {any} */
  loaded(name) {
    if (!this.#loaded.has(name)) {
      throw new RichError('PropertyNotLoaded', `The property '${name}' is not available; load it and sync before reading it.`);
    }

    return this.#loaded.get(name);
  }

  /** @param {() => void} run */
  later(run) {
    this.context.add(run, true);
  }
}

/**
 * @template T
 * @template {Proxied<T>} Item
 * @extends {Proxied<T[]>}
 */
export class Many extends Proxied {
  #make;
  /** @type {Item[] | null} */
  #items = null;

  /** @param {Context} context @param {() => T[]} resolve @param {(resolve: () => T, now: boolean) => Item} make */
  constructor(context, resolve, make) {
    super(context, resolve);
    this.#make = make;
  }

  /** @override @param {string[]} names */
  fetch(names) {
    const wanted = names.map((name) => name.replace(/^items\/?/, '')).filter((name) => name !== '');
    this.#items = this.target.map((target) => this.#make(() => target, true));
    this.#items.forEach((item) => item.fetch(wanted));
  }

  get items() {
    if (this.#items === null) {
      throw new RichError('PropertyNotLoaded', 'The items are not available; load them and sync before reading them.');
    }

    return this.#items;
  }

  getFirst() {
    return this.#make(() => {
      if (this.target.length === 0) {
        throw new RichError('ItemNotFound');
      }

      return this.target[0];
    }, false);
  }
}

/** @param {string | string[]} names */
function list(names) {
  return (typeof names === 'string' ? names.split(',') : names).map((name) => name.trim());
}
