import type { ValueToWrite } from './value.js';

/** One value that an event carries. */
export interface DatumToWrite {
  /** Its `Name`, or the element's name in `userData`; `null` for the unnamed values of classic events. */
  readonly name: string | null;
  readonly value: ValueToWrite;
}

/** An event as its provider would hand it to the log. */
export interface EventToWrite {
  readonly provider: string;
  readonly providerGuid?: string;
  /** The classic source behind a manifest provider. */
  readonly eventSourceName?: string;
  readonly id: number;
  readonly qualifiers?: number;
  readonly version?: number;
  /** 4, information, unless told. */
  readonly level?: number;
  readonly task?: number;
  readonly opcode?: number;
  readonly keywords?: bigint;
  /** FILETIME: 100 ns since 1601-01-01 UTC. */
  readonly time: bigint;
  readonly channel: string;
  readonly computer: string;
  readonly processId?: number;
  readonly threadId?: number;
  readonly userSid?: string;
  readonly activityId?: string;
  readonly relatedActivityId?: string;
  /** Becomes `EventData`. */
  readonly data?: readonly DatumToWrite[];
  /** Becomes `UserData`, in place of `data`. */
  readonly userData?: { readonly element: string; readonly namespace: string; readonly data: readonly DatumToWrite[] };
  /** `EventRecordID`, where it is not to be the record's number: for gaps, and for logs that were cleared. */
  readonly recordId?: bigint;
  /** Writes the markup out, with no template: as events forwarded by a collector stand in its log. */
  readonly plain?: boolean;
}

/** Markup before it becomes bytes. */
export interface Markup {
  readonly name: string;
  readonly attributes: readonly { readonly name: string; readonly content: Content }[];
  readonly children: readonly (Markup | Content)[];
}

export type Content =
  | { readonly text: string }
  | { readonly value: ValueToWrite; readonly optional: boolean }
  /** Markup of a template of its own, as a value. */
  | { readonly nested: Markup };

const NAMESPACE = 'http://schemas.microsoft.com/win/2004/08/events/event';
const CLASSIC_KEYWORDS = 0x80_0000_0000_0000n;

/** An event as markup: what is the same for all events of a kind as text, the rest as values. */
export function markupOf(event: EventToWrite, recordId: bigint): Markup {
  const optional = (value: ValueToWrite | undefined): Content => ({ value: value ?? NONE, optional: true });
  const guid = (text: string | undefined) =>
    text === undefined ? undefined : ({ type: 'guid', value: text } as const);
  const providerAttributes = [
    { name: 'Name', content: { text: event.provider } },
    ...(event.providerGuid === undefined ? [] : [{ name: 'Guid', content: { text: braced(event.providerGuid) } }]),
    ...(event.eventSourceName === undefined
      ? []
      : [{ name: 'EventSourceName', content: { text: event.eventSourceName } }]),
  ];
  const qualifiers = event.qualifiers === undefined ? NONE : ({ type: 'uint16', value: event.qualifiers } as const);
  const sid = event.userSid === undefined ? NONE : ({ type: 'sid', value: event.userSid } as const);
  const system = element('System', [
    { name: 'Provider', attributes: providerAttributes, children: [] },
    {
      name: 'EventID',
      attributes: [{ name: 'Qualifiers', content: optional(qualifiers) }],
      children: [{ value: { type: 'uint16', value: event.id }, optional: true }],
    },
    number('Version', 'uint8', event.version ?? 0),
    number('Level', 'uint8', event.level ?? 4),
    number('Task', 'uint16', event.task ?? 0),
    number('Opcode', 'uint8', event.opcode ?? 0),
    element('Keywords', [{ value: { type: 'hexInt64', value: event.keywords ?? CLASSIC_KEYWORDS }, optional: true }]),
    empty('TimeCreated', { SystemTime: optional({ type: 'filetime', value: event.time }) }),
    element('EventRecordID', [{ value: { type: 'uint64', value: recordId }, optional: true }]),
    empty('Correlation', {
      ActivityID: optional(guid(event.activityId)),
      RelatedActivityID: optional(guid(event.relatedActivityId)),
    }),
    empty('Execution', {
      ProcessID: optional({ type: 'uint32', value: event.processId ?? 0 }),
      ThreadID: optional({ type: 'uint32', value: event.threadId ?? 0 }),
    }),
    element('Channel', [{ text: event.channel }]),
    element('Computer', [{ text: event.computer }]),
    empty('Security', { UserID: optional(sid) }),
  ]);
  const payload = payloadOf(event);
  const nested = payload === null ? [] : [event.plain === true ? payload : { nested: payload }];
  return {
    name: 'Event',
    attributes: [{ name: 'xmlns', content: { text: NAMESPACE } }],
    children: [system, ...nested],
  };
}

const NONE: ValueToWrite = { type: 'none' };

function payloadOf({ data, userData }: EventToWrite): Markup | null {
  if (userData !== undefined) {
    const inner: Markup = {
      name: userData.element,
      attributes: [{ name: 'xmlns', content: { text: userData.namespace } }],
      children: userData.data.map(({ name, value }) => element(name ?? 'Data', [{ value, optional: false }])),
    };
    return element('UserData', [inner]);
  }
  if (data === undefined) return null;
  return element(
    'EventData',
    data.map(({ name, value }) => ({
      name: 'Data',
      attributes: name === null ? [] : [{ name: 'Name', content: { text: name } }],
      children: [{ value, optional: false }],
    })),
  );
}

function element(name: string, children: Markup['children']): Markup {
  return { name, attributes: [], children };
}

function empty(name: string, attributes: Readonly<Record<string, Content>>): Markup {
  const list = Object.entries(attributes).map(([attribute, content]) => ({ name: attribute, content }));
  return { name, attributes: list, children: [] };
}

function number(name: string, type: 'uint8' | 'uint16', value: number): Markup {
  return element(name, [{ value: { type, value }, optional: true }]);
}

function braced(guid: string): string {
  return `{${guid.replace(/[{}]/g, '').toUpperCase()}}`;
}

/** The content of markup that has values, in order: what fills a template made of it. */
export function valuesOf(markup: Markup): Exclude<Content, { text: string }>[] {
  const values: Exclude<Content, { text: string }>[] = [];
  const visit = (content: Content) => {
    if (!('text' in content)) values.push(content);
  };
  const walk = ({ attributes, children }: Markup) => {
    for (const { content } of attributes) visit(content);
    for (const child of children) {
      if ('name' in child) walk(child);
      else visit(child);
    }
  };
  walk(markup);
  return values;
}
