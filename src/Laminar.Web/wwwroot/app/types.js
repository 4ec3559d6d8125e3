// The words that the parts of the pane share: what the server answers (see /openapi), and what a host of the pane can do.
// Types alone; nothing here runs.

/**
 * Words of the draft. Offsets are UTF-16 units of the paragraph's text, as in JavaScript's own strings.
 * @typedef {object} Evidence
 * @property {number} paragraph
 * @property {number} start
 * @property {number} length
 * @property {string} text
 * @property {string} section
 * @property {string} state
 * @property {string} [role]
 * @property {string} [part]
 * @property {boolean} [pending]
 */

/**
 * @typedef {object} Placement
 * @property {number} paragraph
 * @property {number} offset
 * @property {string} section
 * @property {boolean} ownParagraph
 */

/**
 * @typedef {object} Field
 * @property {string} name
 * @property {string[]} options
 * @property {string | null} value
 * @property {Evidence | null} source
 */

/**
 * @typedef {object} Suggestion
 * @property {string} text the phrase, with its fields in braces
 * @property {Field[]} fields
 * @property {string} [notPerformed]
 * @property {string} [unableToState]
 */

/**
 * @typedef {object} Finding
 * @property {string} id
 * @property {string} element
 * @property {'missing' | 'ambiguous' | 'conflict' | 'title-only' | 'placeholder' | 'applicability'} kind
 * @property {'required' | 'recommended' | 'consistency'} severity
 * @property {string} title
 * @property {string} question
 * @property {string} why
 * @property {Evidence[]} evidence
 * @property {Placement | null} placement
 * @property {Suggestion | null} suggestion
 */

/**
 * @typedef {object} ElementResult
 * @property {string} id
 * @property {string} name
 * @property {'documented' | 'not-performed' | 'title-only' | 'ambiguous' | 'conflict' | 'missing'} status
 * @property {string[]} values
 * @property {Evidence[]} evidence
 */

/**
 * @typedef {object} Span
 * @property {'bold' | 'inserted' | 'control' | 'placeholder'} kind
 * @property {number} start
 * @property {number} length
 * @property {string} [tag]
 */

/**
 * A paragraph of the draft as the server read it.
 * @typedef {object} Paragraph
 * @property {string} text
 * @property {'header' | 'footer' | 'footnote' | 'endnote'} [part]
 * @property {number} [heading]
 * @property {boolean} [item]
 * @property {{ table: number, row: number, column: number }} [cell]
 * @property {Span[]} [spans]
 * @property {{ offset: number, text: string }[]} [deleted]
 */

/**
 * A slip of form that anyone may mend: it changes nothing that is said.
 * @typedef {object} Repair
 * @property {number} paragraph
 * @property {number} start
 * @property {number} length
 * @property {string} text
 * @property {string} with
 * @property {string} why
 */

/**
 * @typedef {object} Scan
 * @property {{ name: string, sha256: string, paragraphs: number, words: number, notices?: string[] }} document
 * @property {{ id: string, version: string }} pack
 * @property {{ status: 'applies' | 'uncertain' | 'does-not-apply', reason: string, evidence: Evidence[] }} applicability
 * @property {ElementResult[]} elements
 * @property {Finding[]} findings
 * @property {Evidence[]} blanks
 * @property {{ id: string, element: string, answer: string }[]} answered
 * @property {Paragraph[]} paragraphs
 * @property {Repair[]} repairs
 */

/**
 * @typedef {object} PackElement
 * @property {string} id
 * @property {string} name
 * @property {string} severity
 * @property {string} question
 * @property {boolean} patient whether the fact belongs to one patient and has no place in a standard note
 * @property {string} [phrase]
 * @property {{ name: string, options: string[] }[]} [fields]
 */

/** @typedef {{ id: string, version: string, title: string }} PackSummary */

/**
 * What is new since the version before.
 * @typedef {{ version: string, at: string, elements: string[] }} News
 */

/** @typedef {PackSummary & { elements: PackElement[], news?: News }} Pack */

/**
 * What may not stand in a standard note, or what it lacks.
 * @typedef {object} NoteFinding
 * @property {string} rule
 * @property {'required' | 'recommended' | 'consistency'} severity
 * @property {string | null} element
 * @property {string} title
 * @property {string} do
 * @property {{ paragraph: number, start: number, length: number, text: string } | null} place null for what the note lacks
 * @property {{ tag: string, text: string, options: string[] } | null} field what to put there instead
 */

/** @typedef {{ id: string, name: string, severity: string, covered: 'field' | 'wording' | 'lacking' }} NoteElement */

/** @typedef {{ elements: NoteElement[], findings: NoteFinding[] }} Lint */

/**
 * A bad question, as its pack's authors hear of it.
 * @typedef {object} Report
 * @property {string} pack
 * @property {string} version
 * @property {string} element
 * @property {string} kind
 * @property {string} reason
 * @property {string | null} sentence only what the user adds on purpose: it is kept
 */

/** @typedef {'surgeon' | 'transcriptionist' | 'author'} Role */

/** @typedef {{ name: string | null, roles: Role[], switchable: boolean }} Me */

/**
 * @typedef {object} Answer
 * @property {string} finding
 * @property {string} [answer] an option, own words, "dismissed: reason", "ask again"
 * @property {Record<string, string>} [fields] one for each field
 */

/** @typedef {{ finding: string, code: string, message: string }} Refusal */

/**
 * Where a phrase goes, and how it reads there: for hosts that write themselves.
 * @typedef {object} Insertion
 * @property {string} finding
 * @property {number} paragraph
 * @property {number} offset
 * @property {boolean} ownParagraph
 * @property {string} lead
 * @property {string} text
 * @property {string} trail
 */

/** @typedef {{ paragraph: number, offset: number }} TextPlace */

/**
 * A range of a draft's text and what stands there instead; a line feed is a paragraph's end.
 * @typedef {{ from: TextPlace, to: TextPlace, text: string }} TextEdit
 */

/**
 * What the server reads.
 * @typedef {object} DraftBody
 * @property {Blob} file
 * @property {string} name
 * @property {{ by: string, edits: TextEdit[] }} [edits] what was typed since the file was written
 * @property {string} [record] the kept answers, where the file comes without them
 * @property {string} [visit] what tells this opened draft from others
 */

/** @typedef {{ name: string, role: Role }} Person */

/**
 * What came of something that was done to the draft. What could not be done says why; it is shown as it stands.
 * @typedef {object} Outcome
 * @property {Refusal[]} refused
 * @property {string} [undo] the name of the step that {@link Host.undo} would take back; absent where the host's own undo does it
 * @property {Scan} [scan] what the server found afterwards, where the host has asked it and taken the answer
 */

/**
 * How findings are shown in the text itself.
 * @typedef {'list' | 'underlines' | 'placeholders'} Surface
 */

/**
 * Words in the draft to light up, or the place of a phrase.
 * @typedef {{ finding: string | null, evidence: Evidence[] }} Spot
 */

/**
 * Where the draft lives: Word, or the page beside the pane. Whatever the pane does to a draft goes through here.
 * @typedef {object} Host
 * @property {'word' | 'workbench'} kind
 * @property {(anew: boolean) => Promise<DraftBody | null>} read the draft as it stands; null where it has not changed since the last time, unless it is wanted anew
 * @property {(scan: Scan) => void} take the answer to what was read last; places in it are this host's to find
 * @property {(answers: Answer[], person: Person) => Promise<Outcome>} answer writes answers into the draft, from a new reading
 * @property {(finding: Finding, person: Person) => Promise<Outcome>} flag asks the surgeon, by a comment
 * @property {(repairs: Repair[], person: Person) => Promise<Outcome>} mend puts right what is wrong in form, or a fact in a standard note
 * @property {(evidence: Evidence) => Promise<boolean>} select shows words in the draft; false where they no longer stand there
 * @property {(place: Placement) => Promise<boolean>} reveal shows the place of a phrase
 * @property {(spot: Spot | null) => void} light lights words up while a card is looked at
 * @property {() => Promise<void>} undo
 * @property {() => Promise<Surface[]>} surfaces what this host can show, as probed; the list always
 * @property {(surface: Surface, findings: Finding[]) => Promise<void>} show shows findings in the text, or takes away what was shown
 * @property {(listener: HostListener) => void} listen
 * @property {Settings} settings
 */

/**
 * @typedef {object} HostListener
 * @property {() => void} changed the draft may have changed
 * @property {(finding: string | null) => void} pointed somebody points at the words or the phrase of a finding
 * @property {(finding: string) => void} opened somebody asks for a finding's card, from the text
 */

/**
 * What is kept on this machine (or with the document), so that it survives closing; the choice of a pack belongs to the draft.
 * @typedef {{ get(name: string): string | null, set(name: string, value: string): void }} Settings
 */

export {};
