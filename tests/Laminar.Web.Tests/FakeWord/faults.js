/**
 * What is wrong with this Word: numbers of issues of OfficeDev/office-js, and states of a host. Tests switch them on.
 * @type {Set<string>}
 */
export const faults = new Set();

/** What this Word claims to know. */
export const api = { WordApi: 1.9, WordApiDesktop: 1.4 };

/** What can be counted and slowed down. */
export const wire = { syncs: 0, latency: 0 };

/** An error as Word's calls end with one. */
export class RichError extends Error {
  /** @param {string} code @param {string} message */
  constructor(code, message = code) {
    super(message);
    this.name = 'RichApi.Error';
    this.code = code;
  }
}

/** @param {number} version */
export function need(version) {
  if (api.WordApi < version) {
    throw new RichError('ApiNotFound', `This Word knows WordApi ${api.WordApi}; this takes ${version}.`);
  }
}
