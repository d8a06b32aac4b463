/** Where things stand in an event log, and the bounds that its counts and sizes meet. Oddities: format.md. */

/** Offsets in the file header, in bytes. */
export const FILE = {
  magic: 0, //           8 bytes, "ElfFile" and a NUL
  firstChunk: 8, //      u64, number of the oldest chunk
  lastChunk: 16, //      u64, number of the newest chunk
  nextRecordId: 24, //   u64
  headerSize: 32, //     u32, 128
  minorVersion: 36, //   u16
  majorVersion: 38, //   u16
  blockSize: 40, //      u16, where the first chunk begins
  chunkCount: 42, //     u16, and so wrong in logs past 4 GiB
  flags: 120, //         u32
  checksum: 124, //      u32, CRC-32 of what stands before the flags
  size: 128,
} as const;

export const FILE_MAGIC = 'ElfFile\0';
export const FILE_BLOCK_SIZE = 4096;
export const FILE_FLAG = { dirty: 1, full: 2, unchecked: 4 } as const;

/** Offsets in a chunk, in bytes. */
export const CHUNK = {
  magic: 0, //             8 bytes, "ElfChnk" and a NUL
  firstNumber: 8, //       u64, record numbers: those of the record headers
  lastNumber: 16, //       u64, inclusive
  firstId: 24, //          u64, record identifiers
  lastId: 32, //           u64, inclusive
  headerSize: 40, //       u32, 128
  lastRecord: 44, //       u32, offset of the last record
  freeSpace: 48, //        u32, offset past the last record
  recordsChecksum: 52, //  u32, CRC-32 from `records` to `freeSpace`
  flags: 120, //           u32
  checksum: 124, //        u32, CRC-32 of 0 to 120 and of 128 to 512
  stringTable: 128, //     64 u32, offsets of the newest name of each hash
  templateTable: 384, //   32 u32, offsets of the newest template of each hash
  records: 512,
  size: 65_536,
} as const;

export const CHUNK_MAGIC = 'ElfChnk\0';
export const CHUNK_FLAG = { unchecked: 4 } as const;
export const STRING_BUCKETS = 64;
export const TEMPLATE_BUCKETS = 32;

/** Offsets in a record, in bytes. */
export const RECORD = {
  magic: 0, //    u32
  size: 4, //     u32, the whole record
  number: 8, //   u64
  time: 16, //    FILETIME
  body: 24, //    binary XML
  sizeMin: 28, // a header, no body, and the copy of the size
} as const;

export const RECORD_MAGIC = 0x2a2a; // two asterisks and two NULs
export const SIZE_COPY_BYTES = 4;

/** Offsets in an element or attribute name, in bytes. */
export const NAME = {
  next: 0, //   u32, offset of the next name of the same hash
  hash: 4, //   u16
  units: 6, //  u16
  text: 8, //   UTF-16LE, and a NUL that the count leaves out
} as const;
export const NAME_NUL_BYTES = 2;

/** Offsets in a template definition, in bytes. */
export const DEFINITION = {
  next: 0, //  u32, offset of the next definition of the same hash
  guid: 4, //  16 bytes; the first four repeat as the template's id
  size: 20, // u32, bytes of binary XML that follow
  body: 24,
} as const;

/** Offsets in a template instance, in bytes, from its token. */
export const INSTANCE = {
  token: 0, //       u8
  version: 1, //     u8, 1
  templateId: 2, //  u32
  definition: 6, //  u32, offset in the chunk
  body: 10, //       the definition itself, where it stands here; else the value count
} as const;

/** Offsets in one value descriptor of a template instance, in bytes. */
export const DESCRIPTOR = { size: 0, type: 2, bytes: 4 } as const;

/** Characters of a name. The longest seen in real logs has 61. */
export const NAME_UNITS_MAX = 1024;

/** Elements inside one another. Real events reach 7. */
export const ELEMENT_DEPTH_MAX = 64;

/** Fragments inside one another, as values of a template inside a value. Real events reach 2. */
export const FRAGMENT_DEPTH_MAX = 8;

/** Elements and attributes with content in one template. The largest real one has about 80. */
export const LEAVES_MAX = 4096;

/** Characters of an element's path. */
export const PATH_CHARS_MAX = 2048;

/** Bytes of templates compiled for one chunk. Honest definitions do not overlap, so they stay below a chunk's size. */
export const COMPILED_BYTES_MAX = 4 * CHUNK.size;

/** Bytes of text that one record may become: repeated use of one value could otherwise blow it up without end. */
export const RECORD_TEXT_BYTES_MAX = 4 * 1024 * 1024;

/** Values of one record that are looked at, for the same reason. */
export const RECORD_VALUES_MAX = 20_000;

/** Bytes of compiled templates kept for later chunks. The definitions of a busy real log come to 200 KiB. */
export const CACHE_BYTES_MAX = 8 * 1024 * 1024;

/** Stale records that one reading gives. */
export const RECOVERED_MAX = 200_000;

/** Live records that are remembered, to tell their copies in slack: those of a log of about 3 GiB, in 200 MB. */
export const REMEMBERED_MAX = 4_000_000;

/** Pieces of one element's content. Real ones have up to 5. */
export const PARTS_MAX = 256;
