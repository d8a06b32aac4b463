/** Bounds of what a volume may ask for, met where it is read. */

/** Windows formats with clusters of up to 2 MiB. */
export const CLUSTER_BYTES_MAX = 2 * 1024 * 1024;
/** Records are 1 KiB, or 4 KiB on disks with such sectors. */
export const RECORD_BYTES_MAX = 4096;
/** Index blocks are 4 KiB, as large as a cluster at most. */
export const INDEX_BLOCK_BYTES_MAX = 64 * 1024;
/** Windows holds an attribute list to 256 KiB. */
export const ATTRIBUTE_LIST_BYTES_MAX = 256 * 1024;
/** Windows numbers files on a volume in 32 bits. */
export const RECORDS_MAX = 2 ** 32;
/** A file table of more than a few pieces is rare; each names the place of the next, so they are joined one by one. */
export const MFT_PIECES_MAX = 256;
/** Records held in memory to know every path: 16 million files, ten times a large workstation. */
export const TREE_RECORDS_MAX = 2 ** 24;
/** Names held in memory for the same purpose, in bytes. */
export const TREE_NAME_BYTES_MAX = 2 ** 30;
/** A file of so many fragments needs over 250 KiB of run lists, more than an attribute list can name. */
export const RUNS_MAX = 4 * 1024 * 1024;
/** A resident stream lies inside its record; these small ones are read whole though they may be non-resident. */
export const REPARSE_BYTES_MAX = 16 * 1024;
/** Windows holds a path to so many units. */
export const PATH_UNITS_MAX = 32_767;
/** So no folder lies deeper than this. */
export const PATH_DEPTH_MAX = 16 * 1024;
