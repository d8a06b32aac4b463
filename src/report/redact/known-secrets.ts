import type { Diagnosis } from '../../diagnosis/verdict.js';
import { mapStrings } from './map-strings.js';
import type { SecretKind } from './pseudonyms.js';

/** Fields that hold a secret whole. */
const SECRET_FIELDS: Readonly<Record<string, SecretKind>> = {
  computerName: 'computer',
  machineGuid: 'machine-guid',
  diskId: 'disk-id',
  diskIds: 'disk-id',
  partitionId: 'disk-id',
};

/** Names that every Windows has; they say nothing of a person. */
const COMMON_NAMES: ReadonlySet<string> = new Set([
  'public',
  'default',
  'default user',
  'all users',
  'defaultuser0',
  'administrator',
  'system',
  'user',
  'users',
  'windows',
  'recovery',
  'update',
  'admin',
  'null',
  'localhost',
]);

/** A name in a path of a profile: up to the next separator, or, at the end, the words that look like a name. */
const PROFILE =
  /[\\/](?:Users|Documents and Settings|home)[\\/]+(?:([^\\/:*?"<>|\r\n]{1,64})(?=[\\/])|([\p{L}\p{N}._-]+(?: \p{Lu}[\p{L}\p{N}._-]*)*))/giu;
/** A computer named behind a label, as XML, JSON, `systeminfo` and PowerShell show it. */
const LABELLED_COMPUTER =
  /(?:<Computer>|\b(?:Host ?Name|(?:PS)?ComputerName|Computer Name|CSName|MachineName|Computer)["']?\s*[:=]\s*["']?)([\p{L}\p{N}][\p{L}\p{N}._-]*)/giu;
const LABELLED_USER =
  /\b(?:User ?Name|Account Name|Logon Name|Registered Owner|SubjectUserName|TargetUserName)["']?\s*[:=]\s*["']?(?:([\p{L}\p{N}._-]+)\\)?([\p{L}\p{N}._-]+(?: \p{Lu}[\p{L}\p{N}._-]*)*)/giu;

/** Collects what the diagnosis itself shows to be a name of a person, a machine or a domain. */
export function knownSecrets(diagnosis: Diagnosis): ReadonlyMap<string, SecretKind> {
  const found = new Map<string, SecretKind>();
  const learn = (kind: SecretKind, secret: string | undefined) => {
    const name = secret?.trim().toLowerCase() ?? '';
    if (name === '' || COMMON_NAMES.has(name) || found.has(name)) return;
    found.set(name, kind);
  };
  const learnComputer = (name: string | undefined) => {
    const [host, ...domain] = (name ?? '').split('.');
    learn('computer', host);
    if (domain.length > 0) learn('domain', domain.join('.'));
  };

  for (const { device } of diagnosis.devices) learnComputer(device.name ?? undefined);
  mapStrings(diagnosis, (text, field) => {
    const kind = SECRET_FIELDS[field];
    if (kind === 'computer') learnComputer(text);
    else if (kind !== undefined) learn(kind, text);
    for (const [, inside, atEnd] of text.matchAll(PROFILE)) learn('user', inside ?? atEnd);
    for (const [, name] of text.matchAll(LABELLED_COMPUTER)) learnComputer(name);
    for (const [, domain, user] of text.matchAll(LABELLED_USER)) {
      learn('domain', domain);
      learn('user', user);
    }
    return text;
  });
  return found;
}
