import { FormatError } from '../../../bytes/format-error.js';
import { type PackageManifest, packageNameOf, readMum } from '../../../formats/mum/mum.js';
import { plain } from '../../../report/plain.js';
import { counted } from '../counted.js';
import type { Contents, Describe } from './contents.js';

/** A manifest says what it is in its first lines. */
const HEAD_BYTES = 4096;
const MANIFEST = /<assembly[\s>]/;
const PARENTS_SHOWN_MAX = 10;

export const describeMum: Describe = (source): Contents | null => {
  const head = new TextDecoder('latin1').decode(source.read(0, Math.min(HEAD_BYTES, source.size))).replaceAll('\0', '');
  if (!MANIFEST.test(head)) return null;
  try {
    const manifest = readMum(source);
    return { kind: 'mum', facts: manifestFacts(manifest), lines: manifestLines(manifest) };
  } catch (error) {
    if (error instanceof FormatError && error.fault === 'bad-magic') return null; // another kind of assembly
    throw error;
  }
};

/** The whole manifest without the long lists of components, which are counted. */
export function manifestFacts({ components, ...rest }: PackageManifest): Record<string, unknown> {
  return { packageName: packageNameOf(rest.identity), ...rest, componentCount: components.length };
}

function manifestLines({
  identity,
  kb,
  releaseType,
  restart,
  parents,
  packages,
  components,
}: PackageManifest): string[] {
  const lines = [
    `package ${plain(packageNameOf(identity))}`,
    `${kb ?? 'no KB named'}, ${releaseType ?? 'no release type'}, restart ${restart ?? 'not stated'}`,
    `${counted(packages.length, 'package')} and ${counted(components.length, 'component')} inside`,
  ];
  for (const { packages: wanted, disposition } of parents.slice(0, PARENTS_SHOWN_MAX)) {
    const names = wanted.map(({ name, version }) => `${plain(name)} ${plain(version)}`);
    lines.push(`applies to ${names.slice(0, PARENTS_SHOWN_MAX).join(' or ')} (${disposition ?? 'any state'})`);
  }
  return lines;
}
