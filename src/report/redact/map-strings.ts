/** Fields whose strings are words of ours, not of the evidence: a computer that is called `repair` must not change them. */
const STABLE_FIELDS: ReadonlySet<string> = new Set([
  'answer',
  'bootType',
  'cause',
  'certainty',
  'claim',
  'clock',
  'component',
  'evidence',
  'id',
  'indicator',
  'kind',
  'kinds',
  'knowledgeDate',
  'outcome',
  'place',
  'position',
  'product',
  'protection',
  'read',
  'reason',
  'refusal',
  'role',
  'rule',
  'scenario',
  'settles',
  'sha256',
  'shell',
  'shownBy',
  'source',
  'state',
  'strength',
  'style',
  'verb',
  'versionShownBy',
  'weight',
  'what',
  'why',
  'witness',
]);

/** Told of a string and of the field it stands in; entries of a list stand in the field of the list. */
export type StringChange = (text: string, field: string) => string;

/** A copy of `value` with every string of evidence changed. What nothing changes is shared, not copied. */
export function mapStrings<T>(value: T, change: StringChange, field = ''): T {
  return mapped(value, change, field) as T;
}

function mapped(value: unknown, change: StringChange, field: string): unknown {
  if (typeof value === 'string') return STABLE_FIELDS.has(field) ? value : change(value, field);
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) {
    const items = value.map((item) => mapped(item, change, field));
    return items.some((item, index) => item !== value[index]) ? items : value;
  }
  let copy: Record<string, unknown> | null = null;
  for (const [name, item] of Object.entries(value)) {
    const made = mapped(item, change, name);
    if (made === item) continue;
    copy ??= { ...value };
    copy[name] = made;
  }
  return copy ?? value;
}
