/** Windows itself loads no larger hive, in bytes. */
export const HIVE_BYTES_MAX = 2 ** 31;

/** Levels of keys below the root. Windows makes no deeper tree. */
export const KEY_DEPTH_MAX = 512;

/** Name of a key, in bytes as stored: 255 units of UTF-16, which Windows allows at most, and one to spare. */
export const KEY_NAME_BYTES_MAX = 512;

/** A whole path, in UTF-16 units: real ones stay below 1000; without it, a small hive could print without end. */
export const PATH_UNITS_MAX = 4096;
