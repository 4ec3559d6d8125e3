/** @import { Answer, DraftBody, Insertion, Me, Pack, Refusal, Scan } from './types.js' */

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

/** @param {DraftBody} draft @param {string | null} pack @param {AbortSignal} [signal] @returns {Promise<Scan>} */
export async function scan(draft, pack, signal) {
  const answer = await post(address('/api/scans', { pack, include: 'paragraphs,repairs' }), form(draft), signal);
  return answer.json();
}

/**
 * @param {DraftBody} draft @param {string | null} pack @param {Answer[]} answers @param {{ name: string, role: string }} person
 * @returns {Promise<{ file: Blob, name: string, refused: Refusal[] }>}
 */
export async function apply(draft, pack, answers, person) {
  const body = form(draft);
  body.set('answers', answersOf(answers, person));
  return written(await post(address('/api/drafts/applied', { pack }), body));
}

/**
 * @param {DraftBody} draft @param {string | null} pack @param {Answer[]} answers @param {{ name: string, role: string }} person
 * @returns {Promise<{ insertions: Insertion[], refused: Refusal[], record: string | null }>}
 */
export async function insertions(draft, pack, answers, person) {
  const body = form(draft);
  body.set('answers', answersOf(answers, person));
  return (await post(address('/api/drafts/insertions', { pack }), body)).json();
}

/**
 * @param {DraftBody} draft @param {string | null} pack @param {string[]} findings @param {string} by
 * @returns {Promise<{ file: Blob, name: string, refused: Refusal[] }>}
 */
export async function flag(draft, pack, findings, by) {
  const body = form(draft);
  body.set('flags', JSON.stringify({ by, findings }));
  return written(await post(address('/api/drafts/flagged', { pack }), body));
}

/** @param {DraftBody} draft @returns {Promise<{ file: Blob, name: string, refused: Refusal[] }>} */
export async function edited(draft) {
  return written(await post('/api/drafts/edited', form(draft)));
}

/** @returns {Promise<Me>} */
export async function me() {
  return (await get('/api/me')).json();
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
  return (await get(`/api/samples/${encodeURIComponent(name)}`)).blob();
}

/** @param {string} path @param {Record<string, string | null>} query */
function address(path, query) {
  const given = Object.entries(query).filter(([, value]) => value !== null);
  return given.length === 0 ? path : `${path}?${new URLSearchParams(/** @type {[string, string][]} */ (given))}`;
}

/** @param {DraftBody} draft */
function form(draft) {
  const body = new FormData();
  // What is read with the file comes before it: the server reads the form as it arrives.
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

/** @param {string} path */
function get(path) {
  return send(path, { method: 'GET' });
}

/** @param {string} path @param {FormData} body @param {AbortSignal} [signal] */
function post(path, body, signal) {
  return send(path, { method: 'POST', body, signal });
}

/** @param {string} path @param {RequestInit} request */
async function send(path, request) {
  const time = AbortSignal.timeout(patience);
  let response;
  try {
    response = await fetch(path, { ...request, signal: request.signal ? AbortSignal.any([request.signal, time]) : time });
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
