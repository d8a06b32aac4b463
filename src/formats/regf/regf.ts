/** Registry hives: keys, values, and the logs of changes that had not reached the hive. */

export { type BaseBlock, isHiveLog, isRegf, REGF_HEAD_BYTES, type RegfKind } from './base-block.js';
export { Hive, type HiveOptions, openHive } from './hive.js';
export { writeHiveLines } from './json-lines.js';
export type { HiveKey } from './key.js';
export type { HiveRecovery, RecoveryState } from './recovery.js';
export type { HiveValue } from './value.js';
