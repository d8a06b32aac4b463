import type { ByteView } from '../../bytes/byte-view.js';
import { jsonText } from './json-sink.js';
import { LEAVES_MAX } from './layout.js';
import { type Leaf, NO_SYSTEM, type Part, type Program, systemFieldOf } from './program.js';

interface Attribute {
  readonly name: string;
  readonly parts: readonly Part[];
}

interface Element {
  readonly path: string;
  readonly attributes: readonly Attribute[];
  readonly parts: readonly Part[];
  readonly nested: readonly Part[];
  readonly childCount: number;
}

/** Elements of which the `Name` attribute says what they are called. */
const NAMED_ELEMENTS = /(^|\/)(Data|ComplexData)$/;
const UNNAMED_DATA = 'Event/EventData/Data';
const COUNTED_NAME = /^param[0-9]+$/;
const CONTAINERS: ReadonlySet<string> = new Set(['', 'Event', 'Event/EventData', 'Event/UserData', 'Event/System']);

/** Turns the elements of a fragment into leaves with names, as the parser meets them. */
export class LeafCollector {
  readonly #view: ByteView;
  readonly #start: number;
  readonly #system = { ...NO_SYSTEM };
  readonly #data: Leaf[] = [];
  #count = 0;

  /** `view` and `start` say where the fragment lies, for errors. */
  constructor(view: ByteView, start: number) {
    this.#view = view;
    this.#start = start;
  }

  attributes(path: string, attributes: readonly Attribute[]): void {
    for (const { name, parts } of attributes) {
      if (name === 'xmlns' || name.startsWith('xmlns:')) continue;
      if (name === 'Name' && NAMED_ELEMENTS.test(path)) continue; // it is the name, not data
      this.#add(`${path}@${name}`, parts, null);
    }
  }

  content({ path, attributes, parts, nested, childCount }: Element): void {
    for (const part of nested) this.#add(path, [part], null);
    const blank = parts.every((part) => part.kind === 'text' && part.text.trim() === '');
    if (blank && (childCount > 0 || nested.length > 0)) return;
    if (parts.length === 0) {
      // An empty element still says that it is there, unless its attributes do, or it holds nothing by nature.
      const name = nameAttribute(path, attributes);
      if (path.startsWith('Event/System/') || relativePath(path) === '') return;
      if (name === null && attributes.some((attribute) => !attribute.name.startsWith('xmlns'))) return;
      if (/^Event\/UserData\/[^/]*$/.test(path)) return;
    }
    this.#add(path, parts, nameAttribute(path, attributes));
  }

  /** Content that stands in no element of the fragment. */
  loose(base: string, part: Part): void {
    this.#add(base, [part], null);
  }

  finish(): Pick<Program, 'system' | 'data' | 'distinct'> {
    const names = this.#data.filter((leaf) => !leaf.counted).map((leaf) => leaf.name);
    const counted = names.length < this.#data.length;
    const distinct =
      new Set(names).size === names.length &&
      this.#data.every((leaf) => leaf.nameParts === null) &&
      !(counted && names.some((name) => COUNTED_NAME.test(name)));
    return { system: this.#system, data: this.#data, distinct };
  }

  #add(path: string, parts: readonly Part[], nameParts: readonly Part[] | null): void {
    if (++this.#count > LEAVES_MAX) {
      throw this.#view.error('over-limit', 'evtx.fragment', this.#start, `<= ${LEAVES_MAX} values`, this.#count);
    }
    const fixedName = nameParts === null ? null : textOf(nameParts);
    const counted = path === UNNAMED_DATA && nameParts === null;
    const name = counted ? '' : (fixedName ?? (relativePath(path) || path));
    const text = textOf(parts);
    const only = parts.length === 1 ? parts[0] : undefined;
    const leaf: Leaf = {
      path,
      name,
      nameParts: fixedName === null ? nameParts : null,
      counted,
      optional: CONTAINERS.has(path) || (only?.kind === 'value' && only.optional),
      parts,
      index: only?.kind === 'value' ? only.index : -1,
      text,
      keyJson: jsonText(name, ':"', ','),
      textJson: text === null ? null : jsonText(text),
    };
    const field = systemFieldOf(path);
    if (field !== undefined) this.#system[field] = leaf;
    else this.#data.push(leaf);
  }
}

function nameAttribute(path: string, attributes: readonly Attribute[]): readonly Part[] | null {
  if (!NAMED_ELEMENTS.test(path)) return null;
  return attributes.find((attribute) => attribute.name === 'Name')?.parts ?? null;
}

/** What data at a path is called: the path below `EventData`, or below the one element in `UserData`. */
function relativePath(path: string): string {
  if (path === 'Event' || path === 'Event/EventData' || path === 'Event/UserData') return '';
  const match = /^Event\/(?:EventData(?:\/|(?=@))|UserData\/(?:[^/@]+\/)?)?/.exec(path);
  return match === null ? path : path.slice(match[0].length);
}

/** The text of parts that no substitution takes part in, or `null`. */
function textOf(parts: readonly Part[]): string | null {
  let text = '';
  for (const part of parts) {
    if (part.kind !== 'text') return null;
    text += part.text;
  }
  return text;
}
