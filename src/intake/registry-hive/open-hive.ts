import { filetimeToMs } from '../../bytes/filetime.js';
import { FormatError } from '../../bytes/format-error.js';
import { atUtc, type When } from '../../evidence/when.js';
import type { Hive, HiveKey, HiveValue } from '../../formats/regf/regf.js';
import type { Reading, Sink } from '../intake.js';
import { type RegistryKey, registryFacts } from '../registry-facts.js';

/** A time before this was not written by a Windows that has WinRE: 2006-01-01. */
const WRITTEN_MS_MIN = 1_136_073_600_000;

/** A hive whose keys are being turned into facts. */
export class OpenHive {
  readonly hive: Hive;
  readonly sink: Sink;
  readonly #countDefects: () => number;

  /** @param countDefects How much damage was met so far. */
  constructor(hive: Hive, sink: Sink, countDefects: () => number) {
    this.hive = hive;
    this.sink = sink;
    this.#countDefects = countDefects;
  }

  /**
   * Tells what one key says.
   *
   * @param path In the hive.
   * @param shown As Windows shows the key while the hive is loaded.
   */
  tell(path: string, shown: string): void {
    const key = this.hive.key(path);
    if (key !== null) this.tellKey(key, shown);
  }

  tellKey(key: HiveKey, shown: string): void {
    const told = this.toRegistryKey(key, shown);
    registryFacts(told, (value) => this.#readingOf(key, told, value), this.sink);
  }

  /**
   * Tells what it means that a key is there, or that it is not. The latter only where its parent is, nothing on
   * the way was damaged, and no change waits in a log that we do not have.
   */
  tellPresence(parentPath: string, shownParent: string, name: string): void {
    const before = this.#countDefects();
    const parent = this.hive.key(parentPath);
    if (parent === null) return;
    const key = parent.subkey(name);
    const shown = `${shownParent}\\${name}`;
    if (key !== null) {
      this.tellKey(key, shown);
      return;
    }
    if (this.#countDefects() > before || this.hive.recovery.state === 'dirty-unrecovered') return;
    const absent: RegistryKey = { key: shown, state: 'absent', values: new Map() };
    const quote = `${name}: not there`;
    registryFacts(absent, () => ({ witness: 'registry', at: { key: shownParent }, quote }), this.sink);
  }

  toRegistryKey(key: HiveKey, shown: string): RegistryKey {
    const values = new Map<string, string>();
    for (const value of key.values()) {
      const text = this.textOf(value);
      if (text !== null) values.set(value.name.toLowerCase(), text);
    }
    return { key: shown, state: 'present', values };
  }

  /** Text, a number in decimal, a list by lines; `null` for other values and for damaged ones. */
  textOf(value: HiveValue): string | null {
    try {
      return value.text() ?? value.multi()?.join('\n') ?? value.number()?.toString() ?? null;
    } catch (error) {
      if (!(error instanceof FormatError)) throw error;
      this.sink.defect(error);
      return null;
    }
  }

  /**
   * When a key was last changed. A time that is that of the root to the tick is a copy: programs that edit hives
   * without Windows give each new key the time of the one above it.
   */
  #writtenAt(key: HiveKey): When | undefined {
    return key.lastWritten === this.hive.root().lastWritten ? undefined : writtenAt(key.lastWritten);
  }

  /** A sign is as old as its key; a value may be older. */
  #readingOf(key: HiveKey, told: RegistryKey, value: string | undefined): Reading {
    const text = value === undefined ? undefined : told.values.get(value.toLowerCase());
    if (value === undefined) {
      return {
        witness: 'registry',
        at: { key: told.key },
        when: this.#writtenAt(key),
        quote: `${key.name}: there`,
      };
    }
    return { witness: 'registry', at: { key: told.key, value }, quote: `${value} = ${text?.split('\n')[0] ?? ''}` };
  }
}

/** A FILETIME as a moment; `undefined` where it is none that Windows wrote. */
export function writtenAt(filetime: bigint): When | undefined {
  const ms = filetimeToMs(filetime);
  return ms >= WRITTEN_MS_MIN && ms < 8.64e15 ? atUtc(ms) : undefined;
}
