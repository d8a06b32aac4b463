/** The alphabet of binary XML. @source MS-EVEN6 2.2.12. */

/** Set in a token when attributes, or more text, follow. */
export const MORE = 0x40;

export const TOKEN = {
  end: 0x00,
  openElement: 0x01,
  closeStart: 0x02,
  closeEmpty: 0x03,
  endElement: 0x04,
  value: 0x05,
  attribute: 0x06,
  cdata: 0x07,
  charRef: 0x08,
  entityRef: 0x09,
  instructionTarget: 0x0a,
  instructionData: 0x0b,
  templateInstance: 0x0c,
  normalSubstitution: 0x0d,
  optionalSubstitution: 0x0e,
  fragmentHeader: 0x0f,
} as const;

/** Bytes of each token whose size is fixed, its first byte counted. */
export const TOKEN_BYTES = {
  charRef: 3, //       token, u16 code unit
  entityRef: 5, //     token, u32 name
  target: 5, //        token, u32 name
  substitution: 4, //  token, u16 index, u8 type
  attribute: 5, //     token, u32 name
  header: 4, //        token, major and minor version, flags
} as const;

export const VALUE = {
  none: 0x00,
  string: 0x01,
  ansiString: 0x02,
  int8: 0x03,
  uint8: 0x04,
  int16: 0x05,
  uint16: 0x06,
  int32: 0x07,
  uint32: 0x08,
  int64: 0x09,
  uint64: 0x0a,
  float: 0x0b,
  double: 0x0c,
  bool: 0x0d,
  binary: 0x0e,
  guid: 0x0f,
  size: 0x10,
  filetime: 0x11,
  systemtime: 0x12,
  sid: 0x13,
  hexInt32: 0x14,
  hexInt64: 0x15,
  handle: 0x20,
  binXml: 0x21,
  xml: 0x23,
} as const;

/** Set in a value type when the value is an array of it. */
export const ARRAY = 0x80;

/** Bytes of one value by type; 0 where it varies, or where the type is not known. */
export const VALUE_BYTES: Uint8Array = /* @__PURE__ */ (() => {
  const bytes = new Uint8Array(128);
  for (const type of [VALUE.int8, VALUE.uint8]) bytes[type] = 1;
  for (const type of [VALUE.int16, VALUE.uint16]) bytes[type] = 2;
  for (const type of [VALUE.int32, VALUE.uint32, VALUE.float, VALUE.bool, VALUE.hexInt32]) bytes[type] = 4;
  for (const type of [VALUE.int64, VALUE.uint64, VALUE.double, VALUE.filetime, VALUE.hexInt64]) bytes[type] = 8;
  for (const type of [VALUE.guid, VALUE.systemtime]) bytes[type] = 16;
  return bytes;
})();

/** The five entities that XML itself defines. */
export const ENTITIES: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
]);
