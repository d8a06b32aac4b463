import type { ByteSource } from '../../bytes/byte-source.js';
import type { Note } from '../../bytes/format-error.js';
import type { BaseBlock } from './base-block.js';
import { HiveImage } from './hive-image.js';
import { type HiveContext, HiveKey } from './key.js';
import { locateKey } from './key-node.js';
import { type HiveRecovery, planRecovery } from './recovery.js';
import { walkKeys } from './walk.js';

export interface HiveOptions {
  /** The `.LOG1`, `.LOG2` or `.LOG` beside the hive, in this order. Without them a hive is read as it stands. */
  readonly logs?: readonly ByteSource[];
}

/** An open hive. Nothing of it is read but what is asked for. */
export class Hive {
  /** Of the file, or of the log that it was recovered by. */
  readonly base: BaseBlock;
  /** Whether what is read is the file itself, or the file with its logs over it. */
  readonly recovery: HiveRecovery;
  readonly context: HiveContext;
  readonly #root: number;

  constructor(base: BaseBlock, recovery: HiveRecovery, context: HiveContext, root: number) {
    this.base = base;
    this.recovery = recovery;
    this.context = context;
    this.#root = root;
  }

  root(): HiveKey {
    return new HiveKey(this.context, this.#root, '');
  }

  /**
   * The key of a path below the root, compared as Windows does, without a look at any other branch.
   *
   * @param path Names joined by backslashes, with or without one in front; empty for the root.
   * @returns `null` where there is none.
   */
  key(path: string): HiveKey | null {
    let key: HiveKey | null = this.root();
    for (const name of path.split('\\')) {
      if (name !== '') key = key?.subkey(name) ?? null;
    }
    return key;
  }

  /** A key and all below it, each before those below it, in the order of the names. Damaged ones are told and left out. */
  keys(from: HiveKey = this.root()): Generator<HiveKey> {
    return walkKeys(this.context, from.sourceOffset, from.path);
  }
}

/**
 * Opens a registry hive. One that was being written to is read with its logs over it, where they are given.
 *
 * @param note Told of every key, value or list that damage costs.
 * @throws {FormatError} `bad-magic`, `truncated`; `unsupported` for the log of a hive or another version;
 *   `over-limit`; whatever keeps the root key from being read.
 * @source Maxim Suhanov, "Windows registry file format specification".
 */
export function openHive(source: ByteSource, note: Note, { logs = [] }: HiveOptions = {}): Hive {
  const { base, recovery, patches, size } = planRecovery(source, logs, note);
  const image = new HiveImage(source, size);
  for (const patch of patches) image.patch(patch);
  return new Hive(base, recovery, { image, note }, locateKey(image, base.rootCell));
}
