export { isNtfs, type NtfsBootSector, readNtfsBootSector } from './boot-sector.js';
export type { NtfsDirectoryEntry } from './directory.js';
export { NtfsFile, type NtfsStream, type NtfsTimes } from './file.js';
export type { NtfsFileName } from './file-name.js';
export { type NtfsRecord, type NtfsReference, readRecord } from './record.js';
export { type ReparsePoint, readReparsePoint, reparseKind, type WofAlgorithm } from './reparse.js';
export type { NtfsTree } from './tree.js';
export { NtfsVolume, openNtfs } from './volume.js';
