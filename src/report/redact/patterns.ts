import type { Pseudonyms, SecretKind } from './pseudonyms.js';

/** A secret that shows by its shape. The last group is the secret; what the groups before it match stays. */
interface SecretShape {
  readonly kind: SecretKind;
  readonly shape: RegExp;
  /** Fields in which the shape means something else. */
  readonly except?: readonly string[];
}

const OCTET = '(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)';
const HEX_GROUP = '[0-9a-f]{1,4}';
const GUID = '[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}';

/**
 * A BitLocker recovery key: eight groups of six digits, or what is left of one that was cut short. It opens the disk, so
 * it is never shown.
 */
export const RECOVERY_KEY =
  /\d{6}(?:[-\u2010-\u2015\u2212]\d{6}){2,}(?:[-\u2010-\u2015\u2212]\d{1,6})?|\b\d{6}(?: \d{6}){7}\b|\b\d{48}\b/g;

/** In the order they are taken out. Every repetition is bounded: the text may be long, and made to be slow. */
const SECRET_SHAPES: readonly SecretShape[] = [
  { kind: 'email', shape: /()([\p{L}\p{N}._%+-]{1,64}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){1,8})/gu },
  { kind: 'sid', shape: /()\b(S-1-(?:5-21|12-1)(?:-\d+)+)\b/gi },
  { kind: 'product-key', shape: /()\b((?:[A-Z0-9]{5}-){4}[A-Z0-9]{5})\b/g },
  { kind: 'machine-guid', shape: new RegExp(`(MachineGuid[^0-9a-z]{0,8}(?:REG_SZ\\s+)?\\{?)(${GUID})`, 'gi') },
  { kind: 'computer', shape: /()\b((?:DESKTOP|LAPTOP|WIN)-[A-Z0-9]{5,12})\b/gi },
  { kind: 'computer', shape: /(\\\\)(?![.?]\\)([\p{L}\p{N}][\p{L}\p{N}._-]{0,62})(?=\\)/gu },
  { kind: 'domain', shape: /()\b((?:[a-z0-9-]{1,63}\.){1,8}(?:local|lan|corp|internal|intranet|localdomain))\b/gi },
  { kind: 'address', shape: /()(?<![\p{L}\p{N}])((?:[0-9a-f]{2}[:-]){5}[0-9a-f]{2})(?![\p{L}\p{N}:-])/giu },
  {
    kind: 'address',
    shape: new RegExp(`()(?<![\\w.])(?<!version:? )(${OCTET}(?:\\.${OCTET}){3})(?![\\w]|\\.\\d)`, 'gi'),
    except: ['version', 'targetVersion'],
  },
  {
    kind: 'address',
    shape: new RegExp(
      `()(?<![\\w:])((?:${HEX_GROUP}:){7}${HEX_GROUP}|(?=[0-9a-f:]*\\d)(?:${HEX_GROUP}:){1,6}(?::${HEX_GROUP}){1,6})(?![\\w:])`,
      'gi',
    ),
  },
  { kind: 'serial', shape: /(\bserial\s*(?:number|no\.?)?(?:\s+is)?\s*[:=]?\s*"?)((?=[\w-]*\d)[\w-]{4,})/gi },
];

/** Takes out of `text` what shows by its shape. */
export function withoutShapes(text: string, field: string, names: Pseudonyms): string {
  let left = text;
  for (const { kind, shape, except } of SECRET_SHAPES) {
    if (except?.includes(field) === true) continue;
    left = left.replace(shape, (_, before: string, secret: string) => before + names.of(kind, secret));
  }
  return left;
}
