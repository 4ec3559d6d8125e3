// The answer of /api/status (see /openapi). Types alone; nothing here runs.

/** @typedef {{ requests: number, scans: number, p50: number | null, p99: number | null, refused: number, errors: number }} Slot */

/** @typedef {{ slotSeconds: number, requestsPerSecond: number, scansPerSecond: number, p50: number | null, p99: number | null, refused: number, errors: number, slots: Slot[] }} Traffic */

/** @typedef {{ id: string, title: string, version: string, since: string | null }} PackInUse */

/** @typedef {{ workingSetBytes: number, heapBytes: number, allocatedBytes: number, collections: number[], pausePercent: number, threads: number, queue: number, cpuSeconds: number, processors: number }} ServerProcess */

/** @typedef {{ uploadBytes: number, decompressedBytes: number, parts: number, scanSeconds: number, concurrentDrafts: number, waitingDrafts: number, waitingSeconds: number, requestsPerMinute: number, stoppingSeconds: number }} LimitsInForce */

/**
 * @typedef {object} ServerStatus
 * @property {string} version
 * @property {string} node
 * @property {string} at
 * @property {string} started
 * @property {string | null} hindrance why it is not ready
 * @property {{ kind: string, open: boolean, since: string }} store
 * @property {PackInUse[]} packs
 * @property {Traffic} traffic
 * @property {{ waiting: number, working: number, places: number, mostWaiting: number, uploadBytes: number, mostUploadBytes: number }} drafts
 * @property {ServerProcess} process
 * @property {{ entries: number | null, head: string | null, pending: number }} audit
 * @property {LimitsInForce} limits
 */

/** @typedef {{ files: number, unreadable: number, reports: number, open: number, disagreeing: number, uncertain: number, months: Record<string, { reports: number, open: number }> }} ArchiveFigures */

/**
 * @typedef {object} ArchiveAudit
 * @property {string} id
 * @property {string} folder
 * @property {{ id: string, version: string, hash: string }[]} packs
 * @property {string} person
 * @property {string} at
 * @property {string | null} ended
 * @property {'listing' | 'running' | 'stopped' | 'ended' | 'failed'} state
 * @property {number} files
 * @property {number} parts
 * @property {number} overParts
 * @property {number} failedParts
 * @property {string | null} stalled why nobody goes on with it
 * @property {ArchiveFigures} figures
 */

/** @typedef {{ hindrance: string | null, folders: string[], servers: { name: string, workers: number }[], runs: ArchiveAudit[], more: boolean }} ArchiveStatus the answer of /api/archive */

export {};
