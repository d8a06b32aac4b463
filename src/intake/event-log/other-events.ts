import type { InstalledPackage } from '../../evidence/kinds/updates.js';
import { productOf } from '../../knowledge/products.js';
import type { Sink } from '../intake.js';
import { cleanValue, codeOf, type EventRecord, kbIn, namedValue, readCode, valueLike } from './event.js';
import { readingOf } from './reading.js';

/** Result of an installer that was called off or ended well: not a failure. */
const FINE = new Set([0, 1602, 1641, 3010]);

/** Windows Installer: which product failed with which result. */
export function intakeMsiEvent(event: EventRecord, sink: Sink): void {
  const isFailure = [1023, 1024, 11708, 11725, 11728, 11729, 10005, 1013].includes(event.id);
  const isEnd = [1033, 1034, 1035, 1036, 1037].includes(event.id);
  if (!isFailure && !isEnd) return;
  const code = msiCode(event);
  if (isEnd && (code === null || FINE.has(code))) return;
  if (code !== null && FINE.has(code)) return;
  const name = productName(event);
  const product = productId(name, event);
  const kb = kbIn(event.data.map(({ value }) => value).join(' ')) ?? kbIn(event.message);
  sink.add('installer-failure', { product, name, code, innerCode: null, kb }, readingOf(event, name));
}

/** Unnamed values are product, version, language, result, maker; a message says them in this order. */
function msiCode(event: EventRecord): number | null {
  for (const { value } of event.data) {
    const plain = cleanValue(value);
    if (/^(?:0|1[26]\d\d|3010)$/.test(plain)) return Number(plain);
  }
  const message = event.message ?? event.data.map(({ value }) => value).join(' ');
  const found = [...message.matchAll(/(?<![\d.])(0|1[26]\d\d|3010)(?![\d.]\d|\d)/g)].at(-1);
  return found === undefined ? null : Number(found[1]);
}

function productName(event: EventRecord): string | null {
  const first = event.data
    .map(({ value }) => cleanValue(value))
    .find((value) => value !== '' && !/^[\d.]+$|^\(NULL\)$/i.test(value));
  const text = (first ?? event.message ?? '').slice(0, 500);
  const labelled = /[:：]\s*([^:：.]+?(?:\.\w[^:：.]*?)*?)(?:\s*--|\s+-\s|[.。,]\s|[.。]?$)/u.exec(text);
  const name =
    first !== undefined && !/\s--\s/.test(first)
      ? first
      : (/^(?:Product|Produkt)?[:：]?\s*(.+?)\s+--\s/.exec(text)?.[1] ?? labelled?.[1] ?? text);
  const trimmed = name.replace(/^\w+[:：]\s*/, '').trim();
  return trimmed === '' ? null : trimmed.slice(0, 200);
}

function productId(name: string | null, event: EventRecord): string {
  const found = productOf({ title: name, kb: kbIn(name) ?? kbIn(event.message) });
  return found === null || found === 'winre' ? 'msi' : found.id;
}

/** States of a package as the servicing stack numbers them. */
const STATES: Readonly<Record<string, InstalledPackage['state']>> = {
  installed: 'installed',
  '5112': 'installed',
  '112': 'installed',
  staged: 'staged',
  '5064': 'staged',
  absent: 'absent',
  '5000': 'absent',
};

/** The servicing stack, in the Setup log. */
export function intakeServicingEvent(event: EventRecord, sink: Sink): void {
  if (![1, 2, 3, 4].includes(event.id)) return;
  const text = `${event.data.map(({ value }) => value).join(' ')} ${event.message ?? ''}`;
  const kb = kbIn(text);
  const name = namedValue(event, /package_?identifier|package_?name/i) ?? kb;
  const intended = namedValue(event, /intended_?package_?state(?:_?textized)?/i);
  const state = intended === null ? stateInMessage(event.message) : (STATES[intended.toLowerCase()] ?? 'other');
  if (event.id === 2) sink.add('installed-package', { kb, name, version: null, state }, readingOf(event));
  else if (event.id === 4) {
    const isInstall = state === 'installed';
    sink.add(
      'installed-package',
      { kb, name, version: null, state: isInstall ? 'install-pending' : 'uninstall-pending' },
      readingOf(event),
    );
    const sign = { indicator: 'restart-event', present: true, strength: 'strong', detail: name } as const;
    sink.add('pending-restart', sign, readingOf(event));
  } else if (event.id === 3) {
    const code = codeOf(event);
    const error = { component: 'cbs', code, symbol: null, kb, aboutWinRe: false, weight: 'error' } as const;
    sink.add('servicing-error', error, readingOf(event));
  }
}

function stateInMessage(message: string | null): InstalledPackage['state'] {
  if (message === null) return 'other';
  if (
    /\bInstalled\b|installiert|installé|instalad|installat|installato|zainstal|установ|インストール|已安装|已安裝|설치/i.test(
      message,
    )
  )
    return 'installed';
  if (/\bAbsent\b/i.test(message)) return 'absent';
  return /\bStaged\b/i.test(message) ? 'staged' : 'other';
}

/** Defender's own updates that failed. */
export function intakeDefenderEvent(event: EventRecord, sink: Sink): void {
  if (![2001, 2003, 2004, 2006].includes(event.id)) return;
  const code = codeOf(event) ?? readCode(valueLike(event, /\b(0x[0-9a-f]{8})\b/i));
  const failure = { product: 'defender', name: 'Microsoft Defender', code, innerCode: null, kb: kbIn(event.message) };
  sink.add('installer-failure', failure, readingOf(event));
}

/** Disks and file systems that report trouble: servicing fails on them for reasons of their own. */
export function intakeStorageEvent(event: EventRecord, sink: Sink): void {
  const source = event.provider.replace(/^Microsoft-Windows-/i, '').toLowerCase();
  const isTrouble =
    (source === 'disk' && [7, 11, 51, 153].includes(event.id)) || (source.startsWith('ntfs') && event.id === 55);
  if (!isTrouble) return;
  const weight = event.id === 55 || event.id === 7 ? 'error' : 'warning';
  const error = {
    component: 'other',
    code: null,
    symbol: `${source}-${event.id}`,
    kb: null,
    aboutWinRe: false,
    weight,
  } as const;
  sink.add('servicing-error', error, readingOf(event));
}
