// What the studio's parts share: the answers of /api/studio (see /openapi). Types alone; nothing here runs.

/** @typedef {{ version: string, author: string, at: string, reason: string, inUse: boolean }} Version */

/** @typedef {{ token: string, base: string | null, author: string, at: string }} DraftSummary */

/** @typedef {{ id: string, title: string, inUse: string | null, versions: Version[], draft: DraftSummary | null, next: string[] }} StudioPack */

/** @typedef {{ path: string, text?: string | null, base64?: string | null }} PackFile */

/** @typedef {{ file: string, line: number, column: number, message: string, excerpt: string }} PackError */

/** @typedef {{ errors: PackError[], passed: number, failures: PackError[], publishable: boolean }} Check */

/** @typedef {{ key: string, text: string | null, list: string[] | null, line: number }} Entry */

/** @typedef {{ key: string, number: number, text: string[], is: string | null, values: string[], line: number }} Example */

/** @typedef {{ id: string, name: string, file: string, shared: boolean, entries: Entry[], examples: Example[] }} WordingElement */

/**
 * @typedef {object} WordingEdit
 * @property {string} element
 * @property {string} key
 * @property {string} [text]
 * @property {string[]} [list]
 * @property {{ text: string[], is: string | null, values: string[] | null }} [add]
 * @property {number} [remove]
 */

/** @import { Finding } from '../types.js' */

/**
 * What a change does to one draft.
 * @typedef {object} Effect
 * @property {string} name
 * @property {boolean} sample
 * @property {string | null} before
 * @property {string | null} after
 * @property {Finding[]} gained
 * @property {Finding[]} lost
 * @property {{ before: Finding, after: Finding }[]} changed
 * @property {number} same
 * @property {string | null} problem
 */

/** @typedef {{ op: ' ' | '-' | '+', from: number | null, to: number | null, text: string }} DiffLine */

/** @typedef {{ path: string, change: 'added' | 'removed' | 'changed' | 'copied', lines: DiffLine[] | null }} FileDiff */

/** @typedef {{ token: string, base: string | null, author: string, at: string, files: PackFile[], difference: FileDiff[] }} OtherDraft */

/**
 * @typedef {object} QuestionStatistics
 * @property {string} element
 * @property {string} kind
 * @property {string} name
 * @property {string | null} question
 * @property {number} raised
 * @property {number} answered
 * @property {number} dismissed
 * @property {{ field: string, option: string, count: number }[]} options
 * @property {{ reason: string, count: number }[]} reasons
 */

/** @typedef {{ id: string, version: string, element: string, kind: string, reason: string, sentence: string | null, person: string, at: string }} Report */

/** @typedef {{ name: string, number: number, fileName: string, author: string, at: string, reason: string, bytes: number, faults: number | null, lacking: number | null }} NoteVersion */

/** @typedef {{ rule: string, severity: string, element: string | null, title: string, do: string, place: { paragraph: number, start: number, length: number, text: string } | null, field: { tag: string, text: string, options: string[] } | null }} NoteFinding */

/** @typedef {{ elements: { id: string, name: string, severity: string, covered: 'field' | 'wording' | 'lacking' }[], findings: NoteFinding[] }} Lint */

export {};
