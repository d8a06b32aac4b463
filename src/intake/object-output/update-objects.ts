import type { InstalledPackage, UpdateEvent } from '../../evidence/kinds/updates.js';
import type { When } from '../../evidence/when.js';
import type { ObjectRecord } from '../../formats/object-output/object-output.js';
import { type DateOrder, readTime } from '../../formats/text/text.js';
import { kbIn, readCode } from '../event-log/event.js';
import { whenOf } from '../event-log/printed-when.js';
import type { TextSink } from '../intake.js';
import { packageStateOf, packageVersionOf } from '../packages.js';
import { hasField, readingOf, textOf } from './fields.js';

export function isHotfix(record: ObjectRecord): boolean {
  return hasField(record, 'hotfixid');
}

/** Get-HotFix and `wmic qfe`. */
export function addHotfix(record: ObjectRecord, order: DateOrder | null, sink: TextSink): void {
  const kb = kbIn(textOf(record, 'hotfixid'));
  if (kb === null) return;
  const when = timeOf(record, order, 'installedon');
  const value: InstalledPackage = { kb, name: textOf(record, 'description'), version: null, state: 'installed' };
  sink.add('installed-package', value, {
    ...readingOf(record, `${kb} ${textOf(record, 'installedon') ?? ''}`.trim()),
    when,
  });
}

export function isPackage(record: ObjectRecord): boolean {
  return hasField(record, 'packagename') && (record.fields.has('packagestate') || record.fields.has('state'));
}

/** Get-WindowsPackage. */
export function addPackage(record: ObjectRecord, order: DateOrder | null, sink: TextSink): void {
  const name = textOf(record, 'packagename');
  const state = packageStateOf(textOf(record, 'packagestate', 'state') ?? '');
  if (name === null || state === null) return;
  const when = timeOf(record, order, 'installtime');
  const value = { kb: kbIn(name), name, version: packageVersionOf(name), state };
  sink.add('installed-package', value, { ...readingOf(record, name), when });
}

export function isUpdateHistory(record: ObjectRecord): boolean {
  const hasResult = ['result', 'resultcode', 'hresult', 'status', 'operationname'].some((name) =>
    record.fields.has(name),
  );
  return hasField(record, 'title') && (hasField(record, 'date') || hasField(record, 'installdate')) && hasResult;
}

const RESULTS: Readonly<Record<string, UpdateEvent['what']>> = {
  succeeded: 'install-succeeded',
  installed: 'install-succeeded',
  '2': 'install-succeeded',
  succeededwitherrors: 'install-succeeded-with-errors',
  '3': 'install-succeeded-with-errors',
  failed: 'install-failed',
  '4': 'install-failed',
  aborted: 'aborted',
  '5': 'aborted',
  inprogress: 'in-progress',
  '1': 'in-progress',
};

/** Get-WUHistory and scripts over IUpdateSearcher.QueryHistory. */
export function addUpdateHistory(record: ObjectRecord, order: DateOrder | null, sink: TextSink): void {
  const title = textOf(record, 'title');
  const result = (textOf(record, 'result', 'resultcode', 'status') ?? '').toLowerCase().replace(/\s|orc/g, '');
  const code = readCode(textOf(record, 'hresult', 'errorcode', 'unmappedresultcode'));
  const isRemoval = /^(?:2|uninstall)/i.test(textOf(record, 'operation', 'operationname') ?? '');
  const told = RESULTS[result] ?? (code !== null && code >= 0x8000_0000 ? 'install-failed' : null);
  if (told === null || title === null) return;
  const what = !isRemoval
    ? told
    : told === 'install-succeeded'
      ? 'uninstall-succeeded'
      : told === 'install-failed'
        ? 'uninstall-failed'
        : told;
  const updateId = /([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})/i.exec(
    textOf(record, 'updateid', 'updateidentity') ?? '',
  );
  const value: UpdateEvent = {
    what,
    kb: kbIn(title) ?? kbIn(textOf(record, 'kb', 'kbarticleids')),
    title,
    updateId: updateId === null ? null : updateId[1].toLowerCase(),
    code: code === 0 ? null : code,
    count: null,
  };
  const when = historyTime(record, order);
  sink.add('update-event', value, { witness: 'update-log', at: { line: record.firstLine }, when, quote: title });
}

/** The store keeps dates in UTC; scripts print them as they come, or turned to local time. */
function historyTime(record: ObjectRecord, order: DateOrder | null): When | undefined {
  return timeOf(record, order, 'date', 'installdate');
}

export function isUpdateOffer(record: ObjectRecord): boolean {
  return hasField(record, 'title', 'kb') && hasField(record, 'size') && !hasField(record, 'date');
}

/** Get-WUList: what is offered now, or what a run did with it. */
export function addUpdateOffer(record: ObjectRecord, sink: TextSink): void {
  const title = textOf(record, 'title');
  const kb = kbIn(textOf(record, 'kb')) ?? kbIn(title);
  if (title === null && kb === null) return;
  const result = (textOf(record, 'result') ?? '').toLowerCase();
  const what = RESULTS[result] ?? 'offered';
  const value = { what, kb, title, updateId: null, code: null, count: null };
  sink.add('update-event', value, {
    witness: 'update-log',
    at: { line: record.firstLine },
    quote: title ?? kb ?? undefined,
  });
}

function timeOf(record: ObjectRecord, order: DateOrder | null, ...names: readonly string[]): When | undefined {
  const text = textOf(record, ...names);
  return text === null ? undefined : (whenOf(readTime(text, order)) ?? undefined);
}
