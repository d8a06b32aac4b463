/** Named bounds that input meets where it is read. Each has its reason; none is met by honest evidence. */

/** One text line, in characters. Real servicing logs stay below 8 Ki; a binary file taken for text does not. */
export const LINE_CHARS_MAX = 64 * 1024;

/** Text that is read as pasted command output, in bytes. Larger text is a log and is only streamed. */
export const PASTED_BYTES_MAX = 8 * 1024 * 1024;

/** Archives, images and cabinets inside one another. */
export const NESTING_MAX = 8;

/** Members of one archive or folder that are looked at. */
export const MEMBERS_MAX = 200_000;

/** One member of an archive held in memory after unpacking, in bytes. */
export const MEMBER_BYTES_MAX = 1024 * 1024 * 1024;

/** Unpacked bytes of one archive over its packed bytes: real logs pack at most about 60 to 1. */
export const UNPACK_RATIO_MAX = 1100;

/** A quotation in a report, in characters. */
export const QUOTE_CHARS_MAX = 240;

/** Text read as prose, in characters: tickets are far shorter, and reading sentences is the slowest reading there is. */
export const PROSE_CHARS_MAX = 128 * 1024;

/** All archives inside one source together unpack to at most this, in bytes, and `UNPACKED_RATIO_MAX` times its size. */
export const UNPACKED_BYTES_MAX = 512 * 1024 * 1024;

/** Bundles of logs unpack to some 20 to 60 times their size. */
export const UNPACKED_RATIO_MAX = 100;
