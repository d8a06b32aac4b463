import type { Diagnosis } from '../../diagnosis/verdict.js';
import { knownSecrets } from './known-secrets.js';
import { mapStrings } from './map-strings.js';
import { RECOVERY_KEY, withoutShapes } from './patterns.js';
import { Pseudonyms, type SecretKind } from './pseudonyms.js';

/** The diagnosis without BitLocker recovery keys: nobody has a use for them in a report. */
export function withoutKeys(diagnosis: Diagnosis): Diagnosis {
  const names = new Pseudonyms();
  return mapStrings(diagnosis, (text) => withoutRecoveryKeys(text, names));
}

/**
 * The diagnosis without what names a person, a machine or a network: names, user paths, serial numbers, identifiers,
 * addresses and keys. Each is replaced by one stand-in wherever it appears, in values, quotes and names of sources.
 */
export function redacted(diagnosis: Diagnosis): Diagnosis {
  const names = new Pseudonyms();
  const known = knownSecrets(diagnosis);
  for (const [name, kind] of known) names.of(kind, name); // the device itself is computer-1
  const pattern = anyOf([...known.keys()]);
  return mapStrings(diagnosis, (text, field) => {
    const withoutNames = withoutRecoveryKeys(text, names).replace(pattern, (name) =>
      names.of(kindOf(known, name), name),
    );
    return withoutShapes(withoutNames, field, names);
  });
}

function withoutRecoveryKeys(text: string, names: Pseudonyms): string {
  return text.replace(RECOVERY_KEY, (key) => names.of('recovery-key', key));
}

function kindOf(known: ReadonlyMap<string, SecretKind>, name: string): SecretKind {
  return known.get(name.toLowerCase()) ?? 'user';
}

/** Matches any of `names` where it stands alone, the longest first. */
function anyOf(names: readonly string[]): RegExp {
  if (names.length === 0) return /(?!)/g;
  const escaped = [...names]
    .sort((a, b) => b.length - a.length || (a < b ? -1 : 1))
    .map((name) => name.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&'));
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${escaped.join('|')})(?![\\p{L}\\p{N}])`, 'giu');
}
