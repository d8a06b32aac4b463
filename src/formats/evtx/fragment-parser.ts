import type { ByteView } from '../../bytes/byte-view.js';
import {
  DEFINITION,
  DESCRIPTOR,
  ELEMENT_DEPTH_MAX,
  INSTANCE,
  NAME,
  NAME_NUL_BYTES,
  PARTS_MAX,
  PATH_CHARS_MAX,
} from './layout.js';
import { LeafCollector } from './leaf-collector.js';
import type { NameReference, Part, Program } from './program.js';
import { ENTITIES, MORE, TOKEN, TOKEN_BYTES, VALUE } from './tokens.js';

/** Where a fragment stands and what it may lean on. */
export interface Fragment {
  /** The whole chunk: offsets in binary XML count from its start. */
  readonly view: ByteView;
  readonly start: number;
  readonly end: number;
  /** Path of the element that the fragment stands in; empty at the root. */
  readonly base: string;
  /** Whether elements carry a dependency identifier: in templates always, elsewhere it must be found out. */
  readonly inTemplate: boolean;
  /** Reads a name by its offset in the chunk. @throws {FormatError} */
  nameAt(offset: number): string;
}

interface OpenElement {
  readonly path: string;
  readonly attributes: { readonly name: string; readonly parts: readonly Part[] }[];
  readonly parts: Part[];
  readonly nested: Part[];
  childCount: number;
}

const DEPENDENCY_BYTES = 2;
const ELEMENT = { size: 1, name: 5, bytes: 9 } as const; // without the dependency identifier

/**
 * Compiles one fragment of binary XML into the flat list of what has content.
 *
 * @throws {FormatError} `truncated`, `bad-range` or `over-limit`: nothing of the fragment can be trusted then.
 * @source MS-EVEN6 2.2.12 and 3.1.4.7.
 */
export function parseFragment(fragment: Fragment): Program {
  return new FragmentParser(fragment).parse();
}

class FragmentParser {
  readonly #fragment: Fragment;
  readonly #view: ByteView;
  readonly #end: number;
  readonly #stack: OpenElement[] = [];
  readonly #leaves: LeafCollector;
  readonly #references: NameReference[] = [];
  #shareable = true;
  #at: number;
  /** Bytes between an element's token and its size: found out at the first element. */
  #dependencyBytes: number | null;

  constructor(fragment: Fragment) {
    this.#fragment = fragment;
    this.#view = fragment.view;
    this.#at = fragment.start;
    this.#end = fragment.end;
    this.#leaves = new LeafCollector(fragment.view, fragment.start);
    this.#dependencyBytes = fragment.inTemplate ? DEPENDENCY_BYTES : null;
  }

  parse(): Program {
    while (this.#at < this.#end) {
      const token = this.#view.u8(this.#at);
      if (token === TOKEN.end) break;
      this.#take(token & ~MORE);
    }
    if (this.#stack.length > 0) {
      throw this.#view.error('truncated', 'evtx.element', this.#at, 'its end', 'the end of the fragment');
    }
    return { ...this.#leaves.finish(), references: this.#references, shareable: this.#shareable };
  }

  #take(token: number): void {
    switch (token) {
      case TOKEN.openElement:
        this.#openElement();
        return;
      case TOKEN.attribute:
        this.#attribute();
        return;
      case TOKEN.closeStart:
        this.#at += 1;
        this.#startClosed();
        return;
      case TOKEN.closeEmpty:
        this.#at += 1;
        this.#startClosed();
        this.#endElement();
        return;
      case TOKEN.endElement:
        this.#at += 1;
        this.#endElement();
        return;
      case TOKEN.fragmentHeader:
        this.#need(TOKEN_BYTES.header, 'evtx.fragmentHeader');
        this.#at += TOKEN_BYTES.header;
        return;
      case TOKEN.templateInstance:
        this.#instance();
        return;
      case TOKEN.instructionTarget:
        this.#need(TOKEN_BYTES.target, 'evtx.instruction');
        this.#at += 1;
        this.#name();
        return;
      case TOKEN.instructionData:
        this.#text('evtx.instruction.data', 1);
        return;
      default:
        this.#content(token);
        return;
    }
  }

  #openElement(): void {
    const view = this.#view;
    this.#dependencyBytes ??= this.#plainElementStandsHere() ? 0 : DEPENDENCY_BYTES;
    this.#need(ELEMENT.bytes + this.#dependencyBytes, 'evtx.element');
    const hasAttributes = (view.u8(this.#at) & MORE) !== 0;
    this.#at += ELEMENT.name + this.#dependencyBytes;
    const name = this.#name();
    if (hasAttributes) {
      this.#need(4, 'evtx.element.attributesSize');
      this.#at += 4;
    }
    if (this.#stack.length === ELEMENT_DEPTH_MAX) {
      throw view.error('over-limit', 'evtx.element', this.#at, `depth <= ${ELEMENT_DEPTH_MAX}`, ELEMENT_DEPTH_MAX + 1);
    }
    const parent = this.#stack.at(-1);
    if (parent !== undefined) parent.childCount++;
    const outer = parent === undefined ? this.#fragment.base : parent.path;
    const path = outer === '' ? name : `${outer}/${name}`;
    if (path.length > PATH_CHARS_MAX) {
      throw view.error('over-limit', 'evtx.element.path', this.#at, `<= ${PATH_CHARS_MAX}`, path.length);
    }
    this.#stack.push({ path, attributes: [], parts: [], nested: [], childCount: 0 });
  }

  /** Outside templates the dependency identifier is left out: a name then stands right behind, or further up. */
  #plainElementStandsHere(): boolean {
    if (this.#at + ELEMENT.bytes > this.#end) return false;
    return this.#view.u32(this.#at + ELEMENT.name) <= this.#at + ELEMENT.bytes;
  }

  #attribute(): void {
    this.#need(TOKEN_BYTES.attribute, 'evtx.attribute');
    const element = this.#top('evtx.attribute');
    this.#at += 1;
    const name = this.#name();
    const parts: Part[] = [];
    while (this.#at < this.#end) {
      const token = this.#view.u8(this.#at) & ~MORE;
      if (!isContent(token)) break;
      const { part } = this.#part(token);
      if (part !== null) this.#append(parts, part);
    }
    element.attributes.push({ name, parts });
  }

  #startClosed(): void {
    const element = this.#top('evtx.element.closeStart');
    this.#leaves.attributes(element.path, element.attributes);
  }

  #endElement(): void {
    const element = this.#top('evtx.element.end');
    this.#stack.pop();
    this.#leaves.content(element);
  }

  #content(token: number): void {
    if (!isContent(token)) {
      throw this.#view.error('bad-range', 'evtx.token', this.#at, 'a token of binary XML', this.#view.u8(this.#at));
    }
    const { part, nested } = this.#part(token);
    if (part === null) return;
    const element = this.#stack.at(-1);
    if (element === undefined) this.#leaves.loose(this.#fragment.base, part);
    else if (nested) element.nested.push(part);
    else this.#append(element.parts, part);
  }

  /** Adds a piece of content, texts joined. */
  #append(parts: Part[], part: Part): void {
    const last = parts.at(-1);
    if (part.kind === 'text' && last?.kind === 'text') {
      parts[parts.length - 1] = { kind: 'text', text: last.text + part.text };
    } else parts.push(part);
    if (parts.length > PARTS_MAX) {
      throw this.#view.error('over-limit', 'evtx.element.content', this.#at, `<= ${PARTS_MAX} pieces`, parts.length);
    }
  }

  /** Reads one piece of content. `part` is `null` for an empty text; `nested` if the value is declared as markup. */
  #part(token: number): { part: Part | null; nested: boolean } {
    const view = this.#view;
    const at = this.#at;
    switch (token) {
      case TOKEN.value: {
        this.#need(2, 'evtx.value');
        const type = view.u8(at + 1);
        if (type !== VALUE.string) throw view.error('unsupported', 'evtx.value.type', at + 1, VALUE.string, type);
        return textPart(this.#text('evtx.value.text', 2));
      }
      case TOKEN.cdata:
        return textPart(this.#text('evtx.cdata', 1));
      case TOKEN.charRef:
        this.#need(TOKEN_BYTES.charRef, 'evtx.charRef');
        this.#at += TOKEN_BYTES.charRef;
        return textPart(String.fromCharCode(view.u16(at + 1)));
      case TOKEN.entityRef: {
        this.#need(TOKEN_BYTES.entityRef, 'evtx.entityRef');
        this.#at += 1;
        const name = this.#name();
        return textPart(ENTITIES.get(name) ?? `&${name};`);
      }
      default: {
        this.#need(TOKEN_BYTES.substitution, 'evtx.substitution');
        this.#at += TOKEN_BYTES.substitution;
        const optional = token === TOKEN.optionalSubstitution;
        return { part: { kind: 'value', index: view.u16(at + 1), optional }, nested: view.u8(at + 3) === VALUE.binXml };
      }
    }
  }

  /** A template instance inside markup. It is read when a record is, so here its size alone matters. */
  #instance(): void {
    const view = this.#view;
    const offset = this.#at;
    this.#need(INSTANCE.body + 4, 'evtx.instance');
    const part: Part = { kind: 'instance', offset };
    const element = this.#stack.at(-1);
    if (element === undefined) this.#leaves.loose(this.#fragment.base, part);
    else element.nested.push(part);
    this.#shareable = false;

    const definition = view.u32(offset + INSTANCE.definition);
    this.#at += INSTANCE.body;
    if (definition === this.#at) {
      this.#need(DEFINITION.body, 'evtx.definition');
      this.#skip(DEFINITION.body + view.u32(definition + DEFINITION.size), 'evtx.definition.body');
    }
    this.#need(4, 'evtx.instance.valueCount');
    const count = view.u32(this.#at);
    this.#at += 4;
    const descriptors = this.#at;
    this.#skip(count * DESCRIPTOR.bytes, 'evtx.instance.descriptors');
    let bytes = 0;
    for (let i = 0; i < count; i++) bytes += view.u16(descriptors + i * DESCRIPTOR.bytes + DESCRIPTOR.size);
    this.#skip(bytes, 'evtx.instance.values');
  }

  /** Reads the name that the offset at hand points to, and steps over it where it stands right here. */
  #name(): string {
    const view = this.#view;
    this.#need(4, 'evtx.name.offset');
    const offset = view.u32(this.#at);
    const name = this.#fragment.nameAt(offset);
    const inline = offset === this.#at + 4;
    this.#references.push({ at: this.#at - this.#fragment.start, name, inline });
    this.#at += 4;
    if (inline) this.#skip(NAME.text + view.u16(offset + NAME.units) * 2 + NAME_NUL_BYTES, 'evtx.name');
    return name;
  }

  /** Reads a counted text that begins `skip` bytes on. */
  #text(what: string, skip: number): string {
    this.#need(skip + 2, what);
    const units = this.#view.u16(this.#at + skip);
    const start = this.#at + skip + 2;
    this.#skip(skip + 2 + units * 2, what);
    return this.#view.utf16Whole(start, units);
  }

  #top(what: string): OpenElement {
    const element = this.#stack.at(-1);
    if (element === undefined) throw this.#view.error('bad-range', what, this.#at, 'an open element', 'none');
    return element;
  }

  #need(bytes: number, what: string): void {
    if (this.#at + bytes > this.#end) {
      throw this.#view.error('truncated', what, this.#at, `${bytes} bytes`, this.#end - this.#at);
    }
  }

  #skip(bytes: number, what: string): void {
    this.#need(bytes, what);
    this.#at += bytes;
  }
}

function isContent(token: number): boolean {
  return (
    token === TOKEN.value ||
    token === TOKEN.cdata ||
    token === TOKEN.charRef ||
    token === TOKEN.entityRef ||
    token === TOKEN.normalSubstitution ||
    token === TOKEN.optionalSubstitution
  );
}

function textPart(text: string): { part: Part | null; nested: boolean } {
  return { part: text === '' ? null : { kind: 'text', text }, nested: false };
}
