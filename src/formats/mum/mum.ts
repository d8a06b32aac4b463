/** Package manifests: `update.mum` and `Windows\servicing\Packages\*.mum`. See format.md. */

import { SaxesParser, type SaxesTagPlain } from 'saxes';
import type { ByteSource } from '../../bytes/byte-source.js';
import { FormatError } from '../../bytes/format-error.js';
import type { PackageIdentity } from './package-identity.js';

export { type PackageIdentity, packageNameOf, parsePackageName } from './package-identity.js';

/** Manifests are held whole, in bytes. That of a cumulative update has some megabytes. */
const SIZE_MAX = 64 * 1024 * 1024;
const DEPTH_MAX = 64;
const KB = /\bKB(\d{6,8})\b|(?<=_)KB(\d{6,8})(?=_|$)/i;
const KB_LINK = /[?&]kbid=(\d{6,8})\b/i;

/** Packages of which one must be there for the update to apply. */
export interface PackageParent {
  /** `detect`: must be installed; `staged`: at least staged. */
  readonly disposition: string | null;
  readonly integrate: string | null;
  /** How builds are compared: `EQ`, `GE`. */
  readonly buildCompare: string | null;
  readonly serviceCompare: string | null;
  readonly packages: readonly PackageIdentity[];
}

export interface PackageManifest {
  readonly identity: PackageIdentity;
  /** `KB5034441`; `null` where the manifest names none. */
  readonly kb: string | null;
  readonly identifier: string | null;
  readonly description: string | null;
  readonly displayName: string | null;
  readonly supportInformation: string | null;
  /** `Update`, `Security Update`, `Language Pack`, `OnDemand Pack`, `Feature Pack` … */
  readonly releaseType: string | null;
  /** `possible`, `required`, or not stated. */
  readonly restart: string | null;
  /** `permanent` for a package that cannot be removed. */
  readonly permanence: string | null;
  readonly createdAt: string | null;
  /** What it applies to; each must be met by one of its packages. */
  readonly parents: readonly PackageParent[];
  /** Packages inside it. */
  readonly packages: readonly PackageIdentity[];
  /** Components it brings, by name; the versions are those of the files. */
  readonly components: readonly PackageIdentity[];
}

/**
 * Reads a package manifest.
 *
 * @throws {FormatError} `over-limit`; `bad-range` for XML that is not well-formed; `bad-magic` for XML of another kind.
 */
export function readMum(source: ByteSource): PackageManifest {
  if (source.size > SIZE_MAX) throw failure('over-limit', 'mum', `<= ${SIZE_MAX}`, source.size);
  const reader = new ManifestReader();
  const parser = new SaxesParser<{ xmlns: false }>({ xmlns: false });
  parser.on('opentag', (tag) => reader.open(tag));
  parser.on('closetag', () => reader.close());
  try {
    parser.write(textOf(source.read(0, source.size))).close();
  } catch (cause) {
    if (cause instanceof FormatError) throw cause;
    throw new FormatError('bad-range', { what: 'mum.xml', sourceOffset: parser.position }, { cause });
  }
  return reader.manifest();
}

function textOf(bytes: Uint8Array): string {
  const isWide = bytes[0] === 0xff && bytes[1] === 0xfe;
  return new TextDecoder(isWide ? 'utf-16le' : 'utf-8').decode(bytes); // the byte order mark goes
}

/** Builds the manifest from tags as they come. */
class ManifestReader {
  readonly #path: string[] = [];
  #assembly: Readonly<Record<string, string>> | undefined;
  #package: Readonly<Record<string, string>> = {};
  #identity: PackageIdentity | undefined;
  readonly #parents: (PackageParent & { readonly packages: PackageIdentity[] })[] = [];
  readonly #packages: PackageIdentity[] = [];
  readonly #components: PackageIdentity[] = [];

  open(tag: SaxesTagPlain): void {
    if (this.#path.length >= DEPTH_MAX) throw failure('over-limit', 'mum.depth', `<= ${DEPTH_MAX}`, this.#path.length);
    this.#path.push(tag.name);
    const { attributes } = tag;
    switch (this.#path.join('/')) {
      case 'assembly':
        this.#assembly = attributes;
        break;
      case 'assembly/assemblyIdentity':
        this.#identity = identityOf(attributes);
        break;
      case 'assembly/package':
        this.#package = attributes;
        break;
      case 'assembly/package/parent':
        this.#parents.push(parentOf(attributes));
        break;
      case 'assembly/package/parent/assemblyIdentity':
        this.#parents[this.#parents.length - 1].packages.push(identityOf(attributes));
        break;
      case 'assembly/package/update/package/assemblyIdentity':
        this.#packages.push(identityOf(attributes));
        break;
      case 'assembly/package/update/component/assemblyIdentity':
        this.#components.push(identityOf(attributes));
        break;
      default: // the rest says how to install, not what
    }
  }

  close(): void {
    this.#path.pop();
  }

  /** @throws {FormatError} `bad-magic` */
  manifest(): PackageManifest {
    const assembly = this.#assembly;
    const identity = this.#identity;
    if (assembly === undefined || identity === undefined) {
      throw failure('bad-magic', 'mum.assembly', 'an assembly with its identity', 'none');
    }
    const own = this.#package;
    const text = (value: string | undefined) => value ?? null;
    return {
      identity,
      kb: kbOf(
        [own.identifier, identity.name, assembly.description, assembly.displayName],
        assembly.supportInformation,
      ),
      identifier: text(own.identifier),
      description: text(assembly.description),
      displayName: text(assembly.displayName),
      supportInformation: text(assembly.supportInformation),
      releaseType: text(own.releaseType),
      restart: text(own.restart),
      permanence: text(own.permanence),
      createdAt: text(assembly.creationTimeStamp),
      parents: this.#parents,
      packages: this.#packages,
      components: this.#components,
    };
  }
}

function identityOf(attributes: Readonly<Record<string, string>>): PackageIdentity {
  const { name = '', publicKeyToken = '', processorArchitecture = '', language = 'neutral', version = '' } = attributes;
  return { name, publicKeyToken, architecture: processorArchitecture, language, version };
}

function parentOf(
  attributes: Readonly<Record<string, string>>,
): PackageParent & { readonly packages: PackageIdentity[] } {
  const text = (name: string) => attributes[name] ?? null;
  return {
    disposition: text('disposition'),
    integrate: text('integrate'),
    buildCompare: text('buildCompare'),
    serviceCompare: text('serviceCompare'),
    packages: [],
  };
}

/** The first KB that is named, the package's own identifier before what only mentions it. */
function kbOf(texts: readonly (string | undefined)[], link: string | undefined): string | null {
  for (const text of texts) {
    const match = KB.exec(text ?? '');
    if (match !== null) return `KB${match[1] ?? match[2]}`;
  }
  const match = KB_LINK.exec(link ?? '');
  return match === null ? null : `KB${match[1]}`;
}

function failure(
  fault: 'over-limit' | 'bad-magic',
  what: string,
  expected: string,
  actual: string | number,
): FormatError {
  return new FormatError(fault, { what, sourceOffset: 0, expected, actual });
}
