const NAMES = [
  'REG_NONE',
  'REG_SZ',
  'REG_EXPAND_SZ',
  'REG_BINARY',
  'REG_DWORD',
  'REG_DWORD_BIG_ENDIAN',
  'REG_LINK',
  'REG_MULTI_SZ',
  'REG_RESOURCE_LIST',
  'REG_FULL_RESOURCE_DESCRIPTOR',
  'REG_RESOURCE_REQUIREMENTS_LIST',
  'REG_QWORD',
] as const;

/** Types of values, by the numbers that stand for them in a hive. */
export const VALUE_TYPE = {
  none: 0,
  text: 1,
  expandableText: 2,
  binary: 3,
  dword: 4,
  dwordBigEndian: 5,
  link: 6,
  texts: 7,
  qword: 11,
} as const;

/** `REG_SZ` and so on; the number in hex for a type without a name, which drivers and stores of settings use. */
export function valueTypeName(type: number): string {
  return NAMES[type] ?? `0x${type.toString(16).padStart(8, '0')}`;
}

/** Whether values of a type are one text in UTF-16LE. */
export function isTextType(type: number): boolean {
  return type === VALUE_TYPE.text || type === VALUE_TYPE.expandableText || type === VALUE_TYPE.link;
}
