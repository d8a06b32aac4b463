import type { DeviceDiagnosis, DiskView, Finding, UpdateView, Verdict, Wish } from '../../diagnosis/verdict.js';
import type { AnyFact } from '../../evidence/model.js';
import { describeClaim } from '../describe-fact.js';
import { updateName } from '../facts/update-facts.js';
import type { Words } from '../make-words.js';
import { type Phrase, phrase, raw } from '../phrase.js';
import {
  buildName,
  causeList,
  commandHint,
  distinct,
  findingPhrase,
  otherFindings,
  windowsName,
  wishPhrase,
} from '../view.js';
import type { ReportWordId } from '../words.js';
import { drawDisk, drawGauge, rolePhrase } from './disk-drawing.js';
import type { EvidenceList } from './evidence-list.js';
import { type Html, heading, html, scroller } from './markup.js';

/** What every section of one device needs. */
export interface SectionJob {
  readonly device: DeviceDiagnosis;
  readonly words: Words;
  readonly evidence: EvidenceList;
  /** Before every anchor: several devices share a page. */
  readonly prefix: string;
  /** Level of the headings of sections. */
  readonly level: number;
}

type HeadingName = 'because' | 'contradicting' | 'rejected' | 'missing' | 'updates' | 'findings' | 'device' | 'disks';

/** A section with its heading, named by it. */
export function section(job: SectionJob, name: HeadingName | 'timeline' | 'checks', content: Html): Html {
  const id = `${job.prefix}${name}`;
  return html`<section aria-labelledby="${id}">${heading(job.level, id, say(job, `report/heading#${name}`))}
${content}</section>`;
}

type LabelName =
  | 'update'
  | 'answer'
  | 'cause'
  | 'certainty'
  | 'events'
  | 'partition'
  | 'role'
  | 'size'
  | 'free'
  | 'needed'
  | 'rule'
  | 'outcome'
  | 'fact';

/** A table with a row of labels at its top. */
export function table(words: Words, name: string, columns: readonly LabelName[], rows: readonly Html[]): Html {
  const head = columns.map((column) => html`<th scope="col">${words.say(phrase(`report/label#${column}`))}</th>`);
  return scroller(name, html`<table><thead><tr>${head}</tr></thead><tbody>${rows}</tbody></table>`);
}

const say = ({ words }: SectionJob, id: ReportWordId, data: Phrase['data'] = {}) => words.say(phrase(id, data));

/** A fact with who says it and the link to where. */
export function claim({ words, evidence }: SectionJob, fact: AnyFact): Html {
  const witness = words.say(phrase(`report/witness#${fact.witness}`));
  return html`<span class="who">${witness}:</span> ${words.say(describeClaim(fact))} ${evidence.link(fact)}`;
}

export function factsSection(
  job: SectionJob,
  name: 'because' | 'contradicting',
  given: readonly AnyFact[],
): Html | null {
  const facts = distinct(given);
  if (facts.length === 0) return null;
  return section(job, name, html`<ul>${facts.map((fact) => html`<li>${claim(job, fact)}</li>`)}</ul>`);
}

export function rejectedSection(job: SectionJob): Html | null {
  const { rejected } = job.device.verdict;
  if (rejected.length === 0) return null;
  const items = rejected.map(({ cause, why, facts }: Verdict['rejected'][number]) => {
    const links = facts.map((fact) => job.evidence.link(fact));
    return html`<li><strong>${say(job, `report/cause#${cause}`)}</strong>: ${job.words.say(why)} ${links}</li>`;
  });
  return section(job, 'rejected', html`<ul>${items}</ul>`);
}

/** The one thing that would settle it, the block that gathers all, and the others one by one behind a click. */
export function missingSection(job: SectionJob): Html | null {
  const { missing, gather } = job.device.verdict;
  if (missing.length === 0) return null;
  const [first, ...others] = missing.map((wish) => wishItem(job, wish));
  const block =
    gather === null
      ? null
      : html`${heading(job.level + 1, null, say(job, 'report/heading#gather'))}<p>${say(job, 'report/page#gather-hint')}</p><pre><code>${gather}</code></pre>`;
  const rest =
    others.length === 0
      ? null
      : html`<details><summary>${say(job, 'report/page#more-to-look-at', { count: { count: others.length } })}</summary><ol start="2">${others}</ol></details>`;
  return section(job, 'missing', html`<ol>${first}</ol>${block}${rest}`);
}

function wishItem(job: SectionJob, wish: Wish): Html {
  const { words } = job;
  const settles =
    wish.settles.length === 0
      ? null
      : html`<br><span class="small">${say(job, 'report/page#settles', { causes: causeList(wish.settles) })}</span>`;
  return html`<li>${say(job, 'report/page#look-for', { what: wishPhrase(wish, words) })}${settles}
<br><span class="small">${words.say(commandHint(wish))}</span><pre><code>${wish.how.command}</code></pre></li>`;
}

export function updatesSection(job: SectionJob): Html | null {
  const { updates } = job.device;
  if (updates.length === 0) return null;
  const columns = ['update', 'answer', 'cause', 'certainty', 'events'] as const;
  const rows = updates.map((update) => updateRow(job, update));
  return section(job, 'updates', table(job.words, say(job, 'report/heading#updates'), columns, rows));
}

function updateRow(job: SectionJob, update: UpdateView): Html {
  return html`<tr><th scope="row">${job.words.say(updateName(update))}</th>
<td>${say(job, `report/answerShort#${update.answer}`)}</td><td>${say(job, `report/cause#${update.cause}`)}</td>
<td>${say(job, `report/certainty#${update.certainty}`)}</td><td>${update.attempts.map((fact) => job.evidence.link(fact))}</td></tr>`;
}

export function findingsSection(job: SectionJob): Html | null {
  const findings = otherFindings(job.device);
  if (findings.length === 0) return null;
  const items = findings.map((finding: Finding) => {
    const links = finding.outcome === 'found' ? finding.because.map((fact) => job.evidence.link(fact)) : [];
    return html`<li>${job.words.say(findingPhrase(finding))} ${links}</li>`;
  });
  return section(job, 'findings', html`<ul>${items}</ul>`);
}

export function systemSection(job: SectionJob): Html | null {
  const { device } = job.device;
  const { winre } = device;
  const enabled = winre.enabled ? 'report/label#enabled' : 'report/label#disabled';
  const rows: readonly (readonly [ReportWordId, string | null])[] = [
    ['report/label#computer', device.name],
    ['report/label#windows', windowsName(device)],
    ['report/label#build', buildName(device)],
    ['report/label#winre', winre.enabled === null ? null : say(job, enabled)],
    ['report/label#version', winre.version],
    ['report/label#target-version', winre.targetVersion],
    ['report/label#location', winre.location],
  ];
  const known = rows.filter(([, value]) => value !== null);
  if (known.length === 0) return null;
  const list = known.map(([id, value]) => html`<dt>${say(job, id)}</dt><dd>${job.words.say(raw(value ?? ''))}</dd>`);
  return section(job, 'device', html`<dl>${list}</dl>`);
}

export function disksSection(job: SectionJob): Html | null {
  const { disks } = job.device.device;
  if (disks.length === 0) return null;
  return section(job, 'disks', html`${disks.map((disk) => diskPart(job, disk))}`);
}

function diskPart(job: SectionJob, disk: DiskView): Html {
  const { words } = job;
  const number = disk.disk === null ? null : { shown: String(disk.disk) };
  const named =
    number === null
      ? phrase('report/drawing#disk-unnumbered')
      : phrase('report/drawing#disk-numbered', { disk: number });
  const title =
    disk.sizeBytes === null
      ? named
      : phrase('report/drawing#disk-of', { disk: named, size: { bytes: disk.sizeBytes } });
  const drawing = drawDisk(disk, disk.disk === null ? '?' : String(disk.disk), words);
  const gauges = disk.partitions.filter(({ active }) => active).map((partition) => drawGauge(partition, words));
  return html`${heading(job.level + 1, null, words.say(title))}
${drawing === null ? null : scroller(words.say(title), drawing)}
${gauges}
${partitionTable(job, disk)}`;
}

function partitionTable(job: SectionJob, { partitions }: DiskView): Html {
  const columns = ['partition', 'role', 'size', 'free', 'needed'] as const;
  const size = (bytes: number | null) => (bytes === null ? '' : job.words.say(raw({ bytes })));
  const rows = partitions.map((partition) => {
    const names = [
      partition.letter === null ? null : `${partition.letter}:`,
      partition.label,
      partition.active ? say(job, 'report/drawing#active') : null,
    ].filter((name) => name !== null);
    const role = job.words.say(rolePhrase(partition));
    return html`<tr><th scope="row">${partition.number ?? '?'}</th><td>${[role, ...names].join(', ')}</td>
<td class="number">${size(partition.sizeBytes)}</td><td class="number">${size(partition.freeBytes)}</td><td class="number">${size(partition.neededBytes)}</td></tr>`;
  });
  return table(job.words, say(job, 'report/heading#disks'), columns, rows);
}
