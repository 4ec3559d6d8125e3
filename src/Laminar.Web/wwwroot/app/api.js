/** @import { Answer, DraftBody, Insertion, Lint, Me, Pack, PackSummary, Refusal, Report, Scan } from './types.js' */

/** The server could not be reached, or did not answer. Nothing is lost: the same can be asked again. */
export class Unreachable extends Error {}

/** The server answered with a refusal, in one sentence for people. */
export class Refused extends Error {
  /**
   * @param {string} sentence
   * @param {string} code
   * @param {number} status
   * @param {Refusal[]} refused
   */
  constructor(sentence, code, status, refused = []) {
    super(sentence);
    this.code = code;
    this.status = status;
    this.refused = refused;
  }
}

const patience = 30_000;

/** Refusals that pass in a moment, with nothing done: the server has too much to do, or was asked too often. Whoever waits anyway need not hear of them. */
const passing = new Set(['busy', 'too-many-requests']);

/** How often what was refused so is sent again before somebody is told. */
const mostWaits = 2;

/** @type {typeof import('./identity.js') | null} who signs in, as soon as the server has asked for it */
let identity = null;

/** Whether requests have to say who sends them; a plain link does not. */
export function isSigned() {
  return identity !== null;
}

/**
 * Sends a request. Where the server wants to know who sends it and nobody is signed in, it waits until somebody is; where the server has too much
 * to do, for as long as that says.
 * @param {string} path @param {RequestInit} request @param {number} [time] how long an answer may take, in ms; 0 or none is any
 */
export async function ask(path, request, time) {
  for (let [asked, waited] = [0, 0]; ;) {
    const answer = await fetch(path, within(await identity?.signed(request) ?? request, time));
    if (answer.status === 401 && asked < 2) {
      identity ??= await import('./identity.js');
      await identity.signIn(request.signal, asked++ > 0);
    } else if (waited < mostWaits && await isPassing(answer)) {
      waited++;
      await pause(Number(answer.headers.get('Retry-After')), request.signal);
    } else {
      return answer;
    }
  }
}

/** @param {Response} answer */
async function isPassing(answer) {
  return !answer.ok && passing.has((await answer.clone().json().catch(() => null))?.code);
}

/** Waits for as long as the server says, and not as long as the others that it has told so. @param {number} seconds @param {AbortSignal | null} [signal] ends the waiting */
function pause(seconds, signal) {
  return new Promise((done, stopped) => {
    signal?.throwIfAborted();
    const timer = setTimeout(done, (seconds + Math.random()) * 1000);
    signal?.addEventListener('abort', () => { clearTimeout(timer); stopped(signal.reason); }, { once: true });
  });
}

/** @param {RequestInit} request @param {number | undefined} time @returns {RequestInit} */
function within(request, time) {
  const signals = [request.signal, time && AbortSignal.timeout(time)].filter((signal) => signal instanceof AbortSignal);
  return { ...request, signal: AbortSignal.any(signals) };
}

/** What tells one opened draft from the next, so that its questions are counted once: made up, and kept nowhere. */
export function newVisit() {
  return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** @param {DraftBody} draft @param {string | null} pack @param {AbortSignal} [signal] @param {boolean} [isNote] whether it is a standard note: of its questions none is counted @returns {Promise<Scan>} */
export async function scan(draft, pack, signal, isNote = false) {
  const answer = await post(address('/api/scans', { pack, include: 'paragraphs,repairs', note: isNote ? 'true' : null }), draft, {}, signal);
  return answer.json();
}

/**
 * @param {DraftBody} draft @param {string | null} pack @param {Answer[]} answers @param {{ name: string, role: string }} person
 * @returns {Promise<{ file: Blob, name: string, refused: Refusal[] }>}
 */
export async function apply(draft, pack, answers, person) {
  return written(await post(address('/api/drafts/applied', { pack }), draft, { answers: answersOf(answers, person) }));
}

/**
 * @param {DraftBody} draft @param {string | null} pack @param {Answer[]} answers @param {{ name: string, role: string }} person
 * @returns {Promise<{ insertions: Insertion[], refused: Refusal[], record: string | null }>}
 */
export async function insertions(draft, pack, answers, person) {
  return (await post(address('/api/drafts/insertions', { pack }), draft, { answers: answersOf(answers, person) })).json();
}

/**
 * @param {DraftBody} draft @param {string | null} pack @param {string[]} findings @param {string} by
 * @returns {Promise<{ file: Blob, name: string, refused: Refusal[] }>}
 */
export async function flag(draft, pack, findings, by) {
  return written(await post(address('/api/drafts/flagged', { pack }), draft, { flags: JSON.stringify({ by, findings }) }));
}

/** @param {DraftBody} draft @returns {Promise<{ file: Blob, name: string, refused: Refusal[] }>} */
export async function edited(draft) {
  return written(await post('/api/drafts/edited', draft));
}

/** What in a standard note would be wrong in somebody's report. @param {DraftBody} note @param {string | null} pack @param {AbortSignal} [signal] @returns {Promise<Lint>} */
export async function lint(note, pack, signal) {
  return (await post(address('/api/templates/lint', { pack }), note, {}, signal)).json();
}

/** @returns {Promise<Me>} */
export async function me() {
  return (await get('/api/me')).json();
}

/** @returns {Promise<PackSummary[]>} */
export async function packs() {
  return (await get('/api/packs')).json();
}

/** @param {string} id @returns {Promise<Pack>} */
export async function pack(id) {
  return (await get(`/api/packs/${encodeURIComponent(id)}`)).json();
}

/** @returns {Promise<{ name: string, title: string, pack: string, fileName: string, first?: boolean }[]>} */
export async function samples() {
  return (await get('/api/samples')).json();
}

/** @param {string} name @returns {Promise<Blob>} */
export async function sample(name) {
  return file(`/api/samples/${encodeURIComponent(name)}`);
}

/** Tells a pack's authors of a bad question. @param {Report} report */
export async function report(report) {
  await send('/api/reports', json('POST', report));
}

/** Keeps somebody's own wording of an element's phrase; null goes back to the pack's. @param {string} pack @param {string} element @param {string | null} phrase */
export async function word(pack, element, phrase) {
  await send(`/api/phrases/${encodeURIComponent(pack)}/${encodeURIComponent(element)}`, phrase === null ? { method: 'DELETE' } : json('PUT', { phrase }));
}

/** @param {string} path @param {Record<string, string | null>} query */
function address(path, query) {
  const given = Object.entries(query).filter(([, value]) => value !== null);
  return given.length === 0 ? path : `${path}?${new URLSearchParams(/** @type {[string, string][]} */ (given))}`;
}

/** @param {DraftBody} draft @param {Record<string, string>} parts */
function form(draft, parts) {
  const body = new FormData();
  // What is read with the file comes before it: the server reads the form as it arrives.
  Object.entries(parts).forEach(([name, value]) => body.set(name, value));
  if (draft.edits) {
    body.set('edits', JSON.stringify(draft.edits));
  }

  if (draft.record) {
    body.set('record', draft.record);
  }

  body.set('file', draft.file, draft.name);
  return body;
}

/** @param {Answer[]} answers @param {{ name: string, role: string }} person */
function answersOf(answers, person) {
  return JSON.stringify({ by: person.name, role: person.role === 'author' ? 'transcriptionist' : person.role, answers });
}

/** A file of the server's, however long it takes to come. @param {string} address @returns {Promise<Blob>} */
export async function file(address) {
  const answer = await send(address, { method: 'GET' }, 0);
  try {
    return await answer.blob();
  } catch {
    throw new Unreachable('The file did not come whole. Try again.');
  }
}

/** @param {string} path */
function get(path) {
  return send(path, { method: 'GET' });
}

/** @param {string} path @param {DraftBody} draft @param {Record<string, string>} [parts] what comes with it @param {AbortSignal} [signal] */
function post(path, draft, parts = {}, signal) {
  return send(path, { method: 'POST', body: form(draft, parts), headers: draft.visit ? { 'Laminar-Visit': draft.visit } : {}, signal });
}

/** @param {string} method @param {object} body @returns {RequestInit} */
function json(method, body) {
  return { method, body: JSON.stringify(body), headers: { 'Content-Type': 'application/json' } };
}

/** @param {string} path @param {RequestInit} request @param {number} [time] how long an answer may take, in ms; 0 is any */
async function send(path, request, time = patience) {
  let response;
  try {
    response = await ask(path, request, time);
  } catch (failure) {
    if (request.signal?.aborted) {
      throw failure;
    }

    throw new Unreachable('The server can’t be reached.');
  }

  if (!response.ok) {
    throw await refusal(response);
  }

  return response;
}

/** @param {Response} response */
async function refusal(response) {
  const problem = await response.json().catch(() => null);
  // A proxy in front of a server that is starting or gone answers in its own words.
  if (!problem?.detail && response.status >= 500) {
    return new Unreachable('The server does not answer yet.');
  }

  return new Refused(problem?.detail ?? 'The server refused this.', problem?.code ?? 'refused', response.status, problem?.refused ?? []);
}

/** @param {Response} response */
async function written(response) {
  const refused = response.headers.get('Laminar-Refused');
  return { file: await response.blob(), name: nameIn(response.headers.get('Content-Disposition')), refused: refused ? JSON.parse(refused) : [] };
}

/** The name that the server gives a file (RFC 6266). @param {string | null} disposition */
function nameIn(disposition) {
  const encoded = /filename\*=UTF-8''([^;]+)/i.exec(disposition ?? '');
  const plain = /filename="?([^";]+)"?/i.exec(disposition ?? '');
  return encoded ? decodeURIComponent(encoded[1]) : plain ? plain[1] : 'draft.docx';
}
