import type { DeviceDiagnosis, Diagnosis, Finding } from '../../diagnosis/verdict.js';
import type { SourceRecord } from '../../evidence/model.js';
import type { Words } from '../make-words.js';
import { phrase, raw } from '../phrase.js';
import { findingPhrase, isForSeveral, sourcePhrase } from '../view.js';
import { answerCard } from './answer-card.js';
import { anchorOf, EvidenceList } from './evidence-list.js';
import { Html, heading, html } from './markup.js';
import {
  disksSection,
  factsSection,
  findingsSection,
  missingSection,
  rejectedSection,
  type SectionJob,
  section,
  systemSection,
  table,
  updatesSection,
} from './sections.js';
import { STYLE, STYLE_HASH } from './style.generated.js';
import { timelineSection } from './timeline-section.js';

/** Nothing is loaded and nothing is run: not even a hole in the escaping could. */
const POLICY = `default-src 'none'; style-src '${STYLE_HASH}'; base-uri 'none'; form-action 'none'`;

/** Everything of one device behind its answer, in the order of the page. */
const SECTIONS: readonly ((job: SectionJob) => Html | null)[] = [
  (job) => factsSection(job, 'because', job.device.verdict.because),
  (job) => factsSection(job, 'contradicting', job.device.verdict.contradicting),
  missingSection,
  disksSection,
  timelineSection,
  updatesSection,
  findingsSection,
  rejectedSection,
  systemSection,
  checksSection,
];

/** Writes the report as one page that needs nothing else: no scripts, no pictures, no fonts from elsewhere. */
export function renderHtml(diagnosis: Diagnosis, words: Words, options: { readonly redacted: boolean }): string {
  const several = isForSeveral(diagnosis);
  const evidence = new EvidenceList(words, diagnosis.sources);
  const devices = diagnosis.devices.map((device, index) => {
    const prefix = several ? `d${index + 1}-` : '';
    const job: SectionJob = { device, words, evidence, prefix, level: several ? 3 : 2 };
    return several ? deviceArticle(job, index, diagnosis.devices.length) : deviceParts(job, 1);
  });
  const title = words.say(phrase('report/heading#report'));
  const answer = words.say(phrase(`report/answer#${diagnosis.devices[0].verdict.answer}`));
  const judged =
    diagnosis.at === null
      ? phrase('report/page#judged-without-time')
      : phrase('report/page#judged-at', { when: { when: diagnosis.at } });

  return html`<!doctype html>
<html lang="${words.locale.tag}" dir="${words.locale.direction}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${new Html(POLICY)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="color-scheme" content="light dark">
<title>${answer} · ${title}</title>
<style>${new Html(STYLE)}</style>
</head>
<body>
<a class="skip" href="#${several ? 'd1-' : ''}answer">${words.say(phrase('report/page#skip'))}</a>
<header class="brand">${several ? heading(1, null, title, 'name') : html`<p class="name">${title}</p>`}<p>${words.say(judged)}</p></header>
<main>
${devices}
${evidence.isEmpty() ? null : endSection('evidence', words, evidence.entries())}
${diagnosis.sources.length === 0 ? null : endSection('sources', words, sourceList(diagnosis.sources, words))}
</main>
<footer><p>${words.say(phrase('report/page#knowledge', { date: { shown: diagnosis.knowledgeDate } }))}</p>${
    options.redacted ? html`<p>${words.say(phrase('report/page#redacted'))}</p>` : null
  }</footer>
</body>
</html>
`.markup;
}

function deviceArticle(job: SectionJob, index: number, total: number): Html {
  const name = job.device.device.name ?? phrase('report/page#nameless');
  const numbers = { number: { count: index + 1 }, total: { count: total } };
  const id = `${job.prefix}device-name`;
  const title = job.words.say(phrase('report/page#device', { ...numbers, name }));
  return html`<article aria-labelledby="${id}">${heading(2, id, title)}${deviceParts(job, 3)}</article>`;
}

function deviceParts(job: SectionJob, answerLevel: number): Html {
  return html`${answerCard(job.device.verdict, job.words, job.prefix, answerLevel)}${SECTIONS.map((make) => make(job))}`;
}

/** What every rule said, for who wants to know why the others did not decide. */
function checksSection(job: SectionJob): Html | null {
  const { findings }: DeviceDiagnosis = job.device;
  if (findings.length === 0) return null;
  const { words } = job;
  const row = (finding: Finding) => {
    const links = 'because' in finding ? finding.because.map((fact) => job.evidence.link(fact)) : [];
    const said = finding.outcome === 'found' || finding.outcome === 'crashed' ? words.say(findingPhrase(finding)) : '';
    return html`<tr><th scope="row"><code>${finding.rule}</code></th><td>${words.say(phrase(`report/outcome#${finding.outcome}`))}</td><td>${said} ${links}</td></tr>`;
  };
  const columns = ['rule', 'outcome', 'fact'] as const;
  const rows = table(words, words.say(phrase('report/heading#checks')), columns, findings.map(row));
  const count = phrase('report/page#rules', { count: { count: findings.length } });
  return section(job, 'checks', html`<details><summary>${words.say(count)}</summary>${rows}</details>`);
}

function endSection(name: 'evidence' | 'sources', words: Words, content: Html): Html {
  return html`<section aria-labelledby="${name}">${heading(2, name, words.say(phrase(`report/heading#${name}`)))}
${content}</section>`;
}

function sourceList(sources: readonly SourceRecord[], words: Words): Html {
  const items = sources.map((source) => {
    const hash =
      source.sha256 === null ? null : html`<br><code class="hash">SHA-256 ${words.say(raw(source.sha256))}</code>`;
    return html`<li id="source-${anchorOf(source.id)}">${words.say(sourcePhrase(source, words))}${hash}</li>`;
  });
  return html`<ul>${items}</ul>`;
}
