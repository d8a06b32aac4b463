/** The alphabet of binary XML, token by token, in records made by hand. */
import { describe, expect, it } from 'vitest';
import { ByteView } from '../../bytes/byte-view.js';
import type { FormatError } from '../../bytes/format-error.js';
import { Chunk } from './chunk.js';
import { CHUNK, RECORD } from './layout.js';
import { hashOfName } from './name-hash.js';
import { ProgramCache } from './program-cache.js';
import { EvtxRecord, recordToJson } from './record.js';
import { RecordReader } from './record-reader.js';
import { TOKEN, VALUE } from './tokens.js';
import { utf16Bytes } from './write/value.js';

const u16 = (value: number) => [value & 0xff, value >> 8];
const u32 = (value: number) => [value & 0xff, (value >> 8) & 0xff, (value >> 16) & 0xff, value >>> 24];
const HEADER = [TOKEN.fragmentHeader, 1, 1, 0];
const text = (value: string) => [TOKEN.value, VALUE.string, ...u16(value.length), ...utf16Bytes(value)];
const substitution = (index: number, token: number = TOKEN.normalSubstitution, type = 0) => [
  token,
  ...u16(index),
  type,
];

type Piece =
  | readonly number[]
  | { readonly name: string }
  | {
      readonly element: string;
      readonly content: readonly Piece[];
      readonly attributes?: readonly (readonly [string, readonly Piece[]])[];
    };

/** Lays pieces out at an offset of a chunk, names in place, dependency ids where a template wants them. */
function lay(pieces: readonly Piece[], start: number, inTemplate: boolean): number[] {
  const bytes: number[] = [];
  const put = (piece: Piece): void => {
    if ('name' in piece) {
      const at = start + bytes.length;
      bytes.push(
        ...u32(at + 4),
        ...u32(0),
        ...u16(hashOfName(piece.name)),
        ...u16(piece.name.length),
        ...utf16Bytes(`${piece.name}\0`),
      );
    } else if ('element' in piece) {
      const attributes = piece.attributes ?? [];
      bytes.push(TOKEN.openElement | (attributes.length > 0 ? 0x40 : 0), ...(inTemplate ? [0xff, 0xff] : []));
      const sizeAt = bytes.length;
      bytes.push(...u32(0));
      put({ name: piece.element });
      if (attributes.length > 0) bytes.push(...u32(0));
      for (const [name, content] of attributes) {
        bytes.push(TOKEN.attribute);
        put({ name });
        content.forEach(put);
      }
      bytes.push(TOKEN.closeStart);
      piece.content.forEach(put);
      bytes.push(TOKEN.endElement);
      bytes.splice(sizeAt, 4, ...u32(bytes.length - sizeAt - 4));
    } else bytes.push(...piece);
  };
  pieces.forEach(put);
  return bytes;
}

const BODY = CHUNK.records + RECORD.body;
const INSTANCE_BYTES = 10;
const DEFINITION_BYTES = 24;

/** A record's body of one template instance. `id` is what the instance calls its template. */
function instance(
  markup: readonly Piece[],
  values: readonly (readonly [type: number, bytes: ArrayLike<number>])[],
  at = BODY,
  id = 7,
): number[] {
  const definition = at + HEADER.length + INSTANCE_BYTES;
  const body = lay([HEADER, ...markup, [TOKEN.end]], definition + DEFINITION_BYTES, true);
  return [
    ...HEADER,
    ...[TOKEN.templateInstance, 1, ...u32(id), ...u32(definition)],
    ...[...u32(0), ...u32(7), ...new Array(12).fill(0), ...u32(body.length)],
    ...body,
    ...u32(values.length),
    ...values.flatMap(([type, bytes]) => [...u16(bytes.length), type, 0]),
    ...values.flatMap(([, bytes]) => Array.from(bytes)),
  ];
}

function recordOf(body: readonly number[], tail: readonly number[] = []) {
  const bytes = new Uint8Array(CHUNK.size);
  bytes.set(tail, bytes.length - tail.length);
  bytes.set(body, BODY);
  const size = RECORD.body + body.length + 4;
  const notes: FormatError[] = [];
  const chunk = new Chunk(new ByteView(bytes), new ProgramCache());
  const place = { offset: CHUNK.records, size, number: 1, torn: false };
  const record = new EvtxRecord(chunk, place, new RecordReader(), (defect) => notes.push(defect), false);
  return {
    record,
    data: () => Object.fromEntries(record.data().map(({ name, value }) => [name, value])),
    defects: () => record.defects.map(({ fault, detail }) => `${fault} ${detail.what}`),
    notes,
  };
}

const event = (...content: Piece[]): Piece => ({ element: 'Event', content });
const eventData = (...content: Piece[]): Piece => event({ element: 'EventData', content });
const datum = (name: string, ...content: Piece[]): Piece => ({
  element: 'Data',
  attributes: [['Name', [text(name)]]],
  content,
});
const plain = (...content: Piece[]) => recordOf(lay([HEADER, ...content, [TOKEN.end]], BODY, false));

describe('markup', () => {
  it('joins texts, CDATA, characters and entities', () => {
    const entity = (name: string): Piece[] => [[TOKEN.entityRef], { name }];
    const content = [text('a'), [TOKEN.cdata, ...u16(2), ...utf16Bytes('<b')], [TOKEN.charRef, ...u16(0x20ac)]];
    const made = plain(
      eventData(datum('x', ...content, ...entity('lt'), ...entity('quot'), ...entity('other'), text('z'))),
    );
    expect(made.data()).toEqual({ x: 'a<b€<"&other;z' });
    expect(made.defects()).toEqual([]);
  });

  it('reads over processing instructions', () => {
    const data = [TOKEN.instructionData, ...u16(1), ...utf16Bytes('q')];
    expect(plain([TOKEN.instructionTarget], { name: 'p' }, data, eventData(datum('x', text('1')))).data()).toEqual({
      x: '1',
    });
  });

  it('names what stands in UserData by its path, attributes behind an @', () => {
    const inner: Piece = {
      element: 'File',
      attributes: [['Id', [text('7')]]],
      content: [{ element: 'Name', content: [text('n')] }],
    };
    const empty: Piece = { element: 'Flag', content: [] };
    const wrapper: Piece = { element: 'Change', attributes: [['xmlns', [text('urn:x')]]], content: [inner, empty] };
    expect(plain(event({ element: 'UserData', content: [wrapper] })).data()).toEqual({
      'File@Id': '7',
      'File/Name': 'n',
      Flag: '',
    });
  });

  it('counts unnamed data, and keeps what stands elsewhere by its path', () => {
    const unnamed = (value: string): Piece => ({ element: 'Data', content: [text(value)] });
    const rendering: Piece = { element: 'RenderingInfo', content: [{ element: 'Message', content: [text('m')] }] };
    const data: Piece = { element: 'EventData', content: [unnamed('a'), unnamed(''), unnamed('c')] };
    expect(plain(event(data, rendering)).data()).toEqual({
      param1: 'a',
      param2: '',
      param3: 'c',
      'RenderingInfo/Message': 'm',
    });
  });

  it('may hold a whole template instance', () => {
    const outer = lay([HEADER, { element: 'Event', content: [new Array(60).fill(0)] }], BODY, false).length - 61;
    const inner = instance(
      [{ element: 'EventData', content: [datum('x', substitution(0))] }],
      [[VALUE.uint8, [5]]],
      BODY + outer,
    ).slice(0);
    expect(plain(event(inner.slice(HEADER.length))).defects()).not.toEqual([]); // laid out for another place
    const placed = instance(
      [{ element: 'EventData', content: [datum('x', substitution(0))] }],
      [[VALUE.uint8, [5]]],
      BODY + outer - HEADER.length,
    ).slice(HEADER.length);
    expect(plain(event(placed)).data()).toEqual({ x: '5' });
  });

  it.each([
    ['an unknown token', [0x3f], 'bad-range evtx.token'],
    ['an attribute without an element', [TOKEN.attribute, ...u32(0)], 'bad-range evtx.attribute'],
    ['an end without a start', [TOKEN.endElement], 'bad-range evtx.element.end'],
    ['a name past the chunk', [TOKEN.openElement, 0xff, 0xff, ...u32(0), ...u32(0x10001)], 'truncated evtx.name'],
    ['a text cut off', [TOKEN.value, VALUE.string, ...u16(9), 0], 'truncated evtx.value.text'],
    ['a literal that is no string', [TOKEN.value, VALUE.int32, 0, 0, 0, 0], 'unsupported evtx.value.type'],
    ['an instance cut off', [TOKEN.templateInstance, 1], 'truncated evtx.instance'],
  ])('%s costs the record its values', (_, bytes, defect) => {
    const made = recordOf([...HEADER, ...bytes]);
    expect(made.defects()).toEqual([defect]);
    expect(made.notes).toHaveLength(1);
    expect(made.data()).toEqual({});
    expect(made.record.provider).toBeNull();
  });

  it('that does not end costs the record its values', () => {
    const bytes = lay([HEADER, event()], BODY, false).slice(0, -1);
    expect(recordOf(bytes).defects()).toEqual(['truncated evtx.element']);
  });

  it('with a name that was written over is not believed', () => {
    const bytes = lay([HEADER, event(), [TOKEN.end]], BODY, false);
    bytes[HEADER.length + 9 + 8] ^= 1; // the first letter of the name
    expect(recordOf(bytes).defects()).toEqual(['bad-checksum evtx.name.hash']);
  });

  it('with a name cut off by the end of the chunk costs the record its values', () => {
    const made = recordOf([...HEADER, TOKEN.openElement, 0xff, 0xff, ...u32(0), ...u32(CHUNK.size - 9)], [5, 0, 0]);
    expect(made.defects()).toEqual(['truncated evtx.name.text']);
  });

  it('with a name that is wiped is not believed', () => {
    const made = recordOf([...HEADER, TOKEN.openElement, 0xff, 0xff, ...u32(0), ...u32(40_000)]);
    expect(made.defects()).toEqual(['bad-range evtx.name.units']);
  });

  it('meets its limits', () => {
    const deep = (depth: number): Piece => (depth === 0 ? text('x') : { element: 'a', content: [deep(depth - 1)] });
    expect(plain(deep(64)).defects()).toEqual([]);
    expect(plain(deep(65)).defects()).toEqual(['over-limit evtx.element']);
    const long = 'n'.repeat(1000);
    expect(
      plain({ element: long, content: [{ element: long, content: [{ element: long, content: [] }] }] }).defects(),
    ).toEqual(['over-limit evtx.element.path']);
    expect(plain({ element: 'n'.repeat(1025), content: [] }).defects()).toEqual(['over-limit evtx.name.units']);
    const many = (count: number) => [...Array(count)].flatMap(() => substitution(0));
    expect(recordOf(instance([eventData(datum('x', many(256)))], [[VALUE.uint8, [1]]])).data()).toEqual({
      x: '1'.repeat(256),
    });
    expect(recordOf(instance([eventData(datum('x', many(257)))], [[VALUE.uint8, [1]]])).defects()).toEqual([
      'over-limit evtx.element.content',
    ]);
  });
});

describe('values', () => {
  const one = (type: number, bytes: ArrayLike<number>) =>
    recordOf(instance([eventData(datum('x', substitution(0)), datum('y', text('on')))], [[type, bytes]]));

  it('of the wrong size or an unknown type are left out, and nothing else', () => {
    const wrong: readonly (readonly [number, number])[] = [
      [VALUE.int8, 2],
      [VALUE.uint32, 3],
      [VALUE.filetime, 7],
      [VALUE.guid, 15],
      [VALUE.systemtime, 8],
      [VALUE.size, 5],
      [VALUE.bool, 1],
      [VALUE.string, 3],
      [VALUE.sid, 4],
    ];
    for (const [type, size] of wrong) {
      const made = one(type, new Uint8Array(size));
      expect([type, made.data(), made.defects()]).toEqual([type, { y: 'on' }, ['bad-range evtx.value.size']]);
    }
    expect(one(0x2f, [1]).defects()).toEqual(['unsupported evtx.value.type']);
    expect(one(VALUE.sid, [1, 5, 0, 0, 0, 0, 0, 5]).defects()).toEqual(['unsupported evtx.value.type']);
    expect(one(0x2f, [1]).data()).toEqual({ y: 'on' });
  });

  it.each([
    ['handle', VALUE.handle, u32(0x1f4), '0x1f4'],
    ['handle of 8 bytes', VALUE.handle, [...u32(1), ...u32(2)], '0x200000001'],
    ['size of 4 bytes', VALUE.size, u32(4096), '4096'],
    ['float', VALUE.float, new Uint8Array(new Float32Array([0.5]).buffer), '0.5'],
    ['double', VALUE.double, new Uint8Array(new Float64Array([-1.25e-7]).buffer), '-1.25e-7'],
    ['XML text', VALUE.xml, utf16Bytes('<a/>'), '<a/>'],
    ['null', VALUE.none, [], ''],
    ['FILETIME past the calendar', VALUE.filetime, new Array(8).fill(0xff), 'filetime:18446744073709551615'],
    [
      'FILETIME of the last year with four digits',
      VALUE.filetime,
      [...u32(0xd1c0_3fff), ...u32(0x24c8_5a5e)],
      '9999-12-31T23:59:59.9999999Z',
    ],
    ['FILETIME zero', VALUE.filetime, new Array(8).fill(0), '1601-01-01T00:00:00.0000000Z'],
  ])('of type %s', (_, type, bytes, shown) => {
    const made = one(type, bytes);
    expect(made.data()).toEqual({ x: shown, y: 'on' });
    expect(made.defects()).toEqual([]);
  });

  it('in an array are data each', () => {
    const array = (type: number, bytes: ArrayLike<number>) =>
      one(type | 0x80, bytes)
        .record.data()
        .slice(0, -1)
        .map(({ value }) => value);
    expect(array(VALUE.uint16, [1, 0, 2, 0])).toEqual(['1', '2']);
    expect(array(VALUE.string, utf16Bytes('a\0\0b\0'))).toEqual(['a', '', 'b']);
    expect(array(VALUE.string, utf16Bytes('a\0b'))).toEqual(['a', 'b']);
    expect(array(VALUE.ansiString, [0x61, 0, 0x62, 0])).toEqual(['a', 'b']);
    expect(array(VALUE.guid, new Uint8Array(32))).toHaveLength(2);
    expect(array(VALUE.sid, [1, 1, 0, 0, 0, 0, 0, 5, ...u32(18), 1, 1, 0, 0, 0, 0, 0, 5, ...u32(19)])).toEqual([
      'S-1-5-18',
      'S-1-5-19',
    ]);
    expect(array(VALUE.size, new Uint8Array(16))).toEqual(['0', '0']);
    expect(one(VALUE.uint32 | 0x80, new Uint8Array(7)).defects()).toEqual(['bad-range evtx.value.array']);
    expect(one(0x2f | 0x80, [1]).defects()).toEqual(['bad-range evtx.value.array']);
  });

  it('that are null and optional are not there', () => {
    const made = recordOf(
      instance(
        [eventData(datum('x', substitution(0, TOKEN.optionalSubstitution)), datum('y', substitution(0)))],
        [[VALUE.none, []]],
      ),
    );
    expect(made.data()).toEqual({ y: '' });
  });

  it('that a template wants and the instance has not are left out', () => {
    const made = recordOf(
      instance([eventData(datum('x', substitution(3)), datum('y', substitution(0)))], [[VALUE.uint8, [9]]]),
    );
    expect([made.data(), made.defects()]).toEqual([{ y: '9' }, ['bad-range evtx.substitution.index']]);
  });

  it('may make a name', () => {
    const named: Piece = {
      element: 'Data',
      attributes: [['Name', [text('p'), substitution(0)]]],
      content: [substitution(0)],
    };
    expect(recordOf(instance([eventData(named)], [[VALUE.uint8, [9]]])).data()).toEqual({ p9: '9' });
  });

  it('that do not fit their record cost it', () => {
    const body = instance([eventData(datum('x', substitution(0)))], [[VALUE.binary, [1, 2, 3]]]);
    expect(recordOf(body.slice(0, -1)).defects()).toEqual(['truncated evtx.instance.values']);
    const count = body.length - 3 - 4 - 4;
    expect(recordOf([...body.slice(0, count), 0xff, 0xff, 0, 0]).defects()).toEqual([
      'truncated evtx.instance.descriptors',
    ]);
    expect(recordOf(body.slice(0, count)).defects()).toEqual(['truncated evtx.instance.valueCount']);
  });

  it('of System that cannot be read are null, with a defect', () => {
    const system = event({
      element: 'System',
      content: [
        { element: 'Level', content: [substitution(0)] },
        { element: 'Computer', content: [substitution(1)] },
      ],
    });
    const made = recordOf(
      instance(
        [system],
        [
          [VALUE.uint8, [1, 2]],
          [VALUE.string, [65]],
        ],
      ),
    );
    expect([made.record.level, made.record.computer]).toEqual([null, null]);
    expect(made.defects()).toEqual(['bad-range evtx.system.level', 'bad-range evtx.system.computer']);
    expect(JSON.parse(recordToJson(made.record))).toMatchObject({ level: null, computer: null, provider: null });
    const absent = recordOf(
      instance(
        [system],
        [
          [VALUE.none, []],
          [VALUE.string, utf16Bytes('HOST')],
        ],
      ),
    );
    expect([absent.record.level, absent.record.computer, absent.defects()]).toEqual([null, 'HOST', []]);
  });

  it('come under no other template than their own', () => {
    const made = recordOf(instance([eventData(datum('x', substitution(0)))], [[VALUE.uint8, [9]]], BODY, 8));
    expect([made.data(), made.defects()]).toEqual([{}, ['bad-range evtx.instance.templateId']]);
  });
});

describe('what could grow without end', () => {
  it('stays below its limits when one value is used over and over', () => {
    const big = new Uint8Array(30_000).fill(0x41);
    const uses = Array.from({ length: 300 }, () => datum('x', substitution(0)));
    const made = recordOf(instance([eventData(...uses)], [[VALUE.binary, big]]));
    expect(made.defects()).toEqual(['over-limit evtx.record.text']);
    expect(JSON.stringify(made.record.data()).length).toBeLessThan(6 * 1024 * 1024);
  });

  it('stays below its limits when a fragment leads to itself', () => {
    // A value that is markup without a template, whose substitution is that value again, cannot be made: the inner one
    // has no values. One whose template is its own can: its instance names the definition it stands in.
    const holes = Array.from({ length: 40 }, () => substitution(0, TOKEN.optionalSubstitution, VALUE.binXml));
    const definition = BODY + HEADER.length + INSTANCE_BYTES;
    let value: number[] = [...HEADER, TOKEN.templateInstance, 1, ...u32(7), ...u32(definition), ...u32(0)];
    for (let depth = 0; depth < 12; depth++) {
      value = [
        ...HEADER,
        TOKEN.templateInstance,
        1,
        ...u32(7),
        ...u32(definition),
        ...u32(1),
        ...u16(value.length),
        VALUE.binXml,
        0,
        ...value,
      ];
    }
    const made = recordOf(instance([event(...holes)], [[VALUE.binXml, value]]));
    expect(made.record.data()).toEqual([]);
    expect(made.defects().length).toBeGreaterThan(0);
  });
});
