/** @import { Check, Effect, FileDiff, Lint, NoteVersion, PackFile, QuestionStatistics, Report, StudioPack, Version, WordingEdit, WordingElement } from './types.js' */
/** @import { Paragraph } from '../types.js' */
import { ask as send, Refused, Unreachable } from '../api.js';
import { follow as download } from '../download.js';
import { sentence } from './words.js';

/** The server's refusal with all that it said. */
export class Problem extends Refused {
  /** @param {any} problem @param {number} status */
  constructor(problem, status) {
    super(problem?.detail ?? 'The server refused this.', problem?.code ?? 'refused', status);
    /** @type {any} */
    this.problem = problem ?? {};
  }
}

/** @returns {Promise<StudioPack[]>} */
export const packs = () => json('/api/studio/packs');

/** @param {string} id @returns {Promise<StudioPack>} */
export const pack = (id) => json(of(id));

/** The files of a version, or of the draft. @param {string} id @param {string} version @returns {Promise<{ token?: string, base?: string | null, files: PackFile[] }>} */
export const files = (id, version) => json(version === 'draft' ? `${of(id)}/draft` : `${of(id)}/versions/${version}`);

/** @param {string} id @param {PackFile[]} changes @param {WordingEdit[]} edits @returns {Promise<{ elements: WordingElement[], files: PackFile[] }>} */
export const wording = (id, changes, edits) => json(`${of(id)}/wording`, 'POST', { changes, edits });

/** @param {string} id @param {PackFile[]} changes @param {AbortSignal} signal @returns {Promise<Check>} */
export const check = (id, changes, signal) => json(`${of(id)}/check`, 'POST', { changes }, signal);

/** @param {string} id @param {PackFile[]} changes @param {File[]} drafts @param {AbortSignal} signal @returns {Promise<Effect[]>} */
export async function preview(id, changes, drafts, signal) {
  const form = new FormData();
  form.set('changes', JSON.stringify(changes));
  drafts.forEach((draft) => form.append('drafts', draft, draft.name));
  return answerOf(await ask(`${of(id)}/preview`, { method: 'POST', body: form, signal }));
}

/** @param {string} id @param {string | null} token @param {string | null} base @param {PackFile[]} changes @returns {Promise<{ token: string, base: string | null, author: string, at: string }>} */
export const save = (id, token, base, changes) => json(`${of(id)}/draft`, 'PUT', { token, base, changes });

/** @param {string} id @param {string} token */
export const discard = (id, token) => ask(`${of(id)}/draft?token=${token}`, { method: 'DELETE' });

/** @param {string} id @param {string} token @param {string} version @param {string} reason @returns {Promise<Version>} */
export const publish = (id, token, version, reason) => json(`${of(id)}/publish`, 'POST', { token, version, reason });

/** @param {string} id @param {string} version @param {string} instead @param {string} reason */
export const use = (id, version, instead, reason) => json(`${of(id)}/uses`, 'POST', { version, instead, reason });

/** @param {string} id @returns {Promise<{ number: number, version: string, author: string, at: string, reason: string }[]>} */
export const uses = (id) => json(`${of(id)}/uses`);

/** @param {string} id @param {string} from @param {string} to @returns {Promise<{ files: FileDiff[] }>} */
export const compare = (id, from, to) => json(`${of(id)}/compare?${new URLSearchParams({ from, to })}`);

/** @param {string} id @returns {Promise<{ version: string, questions: QuestionStatistics[] }[]>} */
export const statistics = (id) => json(`${of(id)}/statistics`);

/** @param {string} id @returns {Promise<Report[]>} */
export const reports = (id) => json(`${of(id)}/reports`);

/** @param {string} id @returns {Promise<NoteVersion[]>} */
export const notes = (id) => json(`${of(id)}/notes`);

/** @param {string} id @param {string} name @param {number} number */
export const noteAddress = (id, name, number) => `${of(id)}/notes/${encodeURIComponent(name)}/${number}`;

/** @param {string} address @returns {Promise<Blob>} */
export const blob = async (address) => (await ask(address)).blob();

/** For a link that leads to a file. @param {MouseEvent} event @param {string} name @param {(sentence: string) => void} tell what went wrong */
export const follow = (event, name, tell) => download(event, name, blob, (problem) => tell(sentence(problem)));

/** @param {string} id @param {File} file @param {string} reason @returns {Promise<NoteVersion>} */
export const publishNote = async (id, file, reason) =>
  answerOf(await ask(`${of(id)}/notes?${new URLSearchParams({ reason })}`, { method: 'POST', body: formOf(file) }));

/** @param {string} id @param {File} file @returns {Promise<Lint & { paragraphs: Paragraph[] }>} */
export const lint = async (id, file) =>
  answerOf(await ask(`/api/templates/lint?${new URLSearchParams({ pack: id, include: 'paragraphs' })}`, { method: 'POST', body: formOf(file) }));

/** @param {File} zip @param {string | null} token @returns {Promise<StudioPack>} */
export const importPack = async (zip, token) =>
  answerOf(await ask(`/api/studio/packs/import${token ? `?token=${token}` : ''}`, { method: 'POST', body: zip, headers: { 'Content-Type': 'application/zip' } }));

/** @param {string} id @param {string} version */
export const exportAddress = (id, version) => `${of(id)}/versions/${version}/export`;

/** @param {string} id */
function of(id) {
  return `/api/studio/packs/${encodeURIComponent(id)}`;
}

/** @param {File} file */
function formOf(file) {
  const form = new FormData();
  form.set('file', file, file.name);
  return form;
}

/** @param {string} path @param {string} [method] @param {unknown} [body] @param {AbortSignal} [signal] */
async function json(path, method = 'GET', body = undefined, signal = undefined) {
  const request = body === undefined ? { method, signal } : { method, signal, body: JSON.stringify(body), headers: { 'Content-Type': 'application/json' } };
  return answerOf(await ask(path, request));
}

/** An answer that breaks off is as good as none. @param {Response} response */
async function answerOf(response) {
  try {
    return await response.json();
  } catch {
    throw unreachable();
  }
}

function unreachable() {
  return new Unreachable('The server can’t be reached; what you have written is still here. Try again.');
}

/** @param {string} path @param {RequestInit} [request] */
async function ask(path, request = {}) {
  let response;
  try {
    response = await send(path, request);
  } catch (failure) {
    if (request.signal?.aborted) {
      throw failure;
    }

    throw unreachable();
  }

  if (!response.ok) {
    throw new Problem(await response.json().catch(() => null), response.status);
  }

  return response;
}
