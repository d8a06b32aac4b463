/** A seed that is changed in place and put back: large seeds are copied once, not for each execution. */
export class Draft {
  readonly #bytes: Uint8Array;
  readonly #data: DataView;
  readonly #undo: { readonly at: number; readonly before: Uint8Array }[] = [];
  #size: number;

  constructor(seed: Uint8Array) {
    this.#bytes = new Uint8Array(seed); // a copy, also of a Buffer, whose slices are not
    this.#data = new DataView(this.#bytes.buffer);
    this.#size = seed.length;
  }

  /** As it stands, up to where it was cut. A window: good until the next change. */
  get bytes(): Uint8Array {
    return this.#bytes.subarray(0, this.#size);
  }

  get size(): number {
    return this.#size;
  }

  u16(at: number): number {
    return this.#data.getUint16(at, true);
  }

  u32(at: number): number {
    return this.#data.getUint32(at, true);
  }

  set(at: number, bytes: ArrayLike<number>): void {
    const length = Math.min(bytes.length, this.#size - at);
    if (at < 0 || length <= 0) return;
    this.#undo.push({ at, before: this.#bytes.slice(at, at + length) });
    for (let i = 0; i < length; i++) this.#bytes[at + i] = bytes[i];
  }

  /** A field of 1, 2, 4 or 8 bytes. */
  setNumber(at: number, width: number, value: number, isBigEndian = false): void {
    const field = Array.from({ length: width }, (_, i) => Math.floor(value / 256 ** i) & 0xff);
    this.set(at, isBigEndian ? field.reverse() : field);
  }

  /** Copies within, as `memmove` does. */
  copy(to: number, from: number, length: number): void {
    this.set(to, this.#bytes.slice(from, Math.min(from + length, this.#size)));
  }

  cut(size: number): void {
    this.#size = Math.min(this.#size, Math.max(0, size));
  }

  /** Back to the seed. */
  reset(): void {
    this.#size = this.#bytes.length;
    for (let change = this.#undo.pop(); change !== undefined; change = this.#undo.pop()) {
      this.#bytes.set(change.before, change.at);
    }
  }
}
