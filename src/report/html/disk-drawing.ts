import type { DiskView, PartitionView } from '../../diagnosis/verdict.js';
import type { Words } from '../make-words.js';
import { type Phrase, phrase } from '../phrase.js';
import type { ReportWordId } from '../words.js';
import { type Html, html, scroller } from './markup.js';

const WIDTH = 760;
const BAR_HEIGHT = 44;
const BAR_TOP = 6;
const INSET_TOP = 92;
/** Partitions narrower than this on the whole disk are drawn again, enlarged. */
const SMALL_WIDTH_MAX = 54;
/** A bar narrower than this bears no text. */
const TEXT_WIDTH_MIN = 58;
const PARTITIONS_MAX = 128;

interface Block {
  readonly partition: PartitionView | null;
  readonly sizeBytes: number;
  readonly left: number;
  readonly width: number;
}

/** Draws one disk to scale, and its small partitions once more, enlarged. `null` where no size is known. */
export function drawDisk(disk: DiskView, name: string, words: Words): Html | null {
  const partitions = disk.partitions.filter(({ sizeBytes }) => sizeBytes > 0).slice(0, PARTITIONS_MAX);
  if (partitions.length === 0) return null;
  const blocks = blocksOf(partitions, disk.sizeBytes ?? 0);
  const small = blocks.filter(({ partition, width }) => partition !== null && width < SMALL_WIDTH_MAX);
  const isEnlarged = small.length > 0 && small.length < partitions.length;
  const height = isEnlarged ? INSET_TOP + BAR_HEIGHT + 6 : BAR_TOP + BAR_HEIGHT + 6;
  const described = words.say(
    phrase('report/page#disk-drawing', { disk: name, partitions: { phrases: partitions.map(partitionPhrase) } }),
  );
  return html`<svg class="disk-drawing" viewBox="0 0 ${WIDTH} ${height}" role="img" aria-label="${described}">
${blocks.map((block) => drawBlock(block, BAR_TOP, words))}
${isEnlarged ? drawInset(small, words) : null}
</svg>`;
}

/** `4 recovery 520 MB`. */
function partitionPhrase(partition: PartitionView): Phrase {
  const role = rolePhrase(partition);
  const size = { bytes: partition.sizeBytes };
  return partition.number === null
    ? phrase('report/disk#partition-unnumbered', { role, size })
    : phrase('report/disk#partition-numbered', { number: { shown: String(partition.number) }, role, size });
}

const ROLES = ['efi', 'msr', 'basic', 'recovery', 'oem', 'extended', 'other', 'unstated'] as const;

export function rolePhrase({ role }: PartitionView): Phrase {
  const known = ROLES.find((name) => name === role) ?? 'other';
  const id: ReportWordId = `report/disk#role-${known}`;
  return phrase(id);
}

/** Lays the partitions of a disk on the paper, with what lies between them. */
function blocksOf(partitions: readonly PartitionView[], diskBytes: number): readonly Block[] {
  const isPlaced = partitions.every(({ offsetBytes }) => offsetBytes !== null);
  const sorted = isPlaced ? [...partitions].sort((a, b) => (a.offsetBytes ?? 0) - (b.offsetBytes ?? 0)) : partitions;
  const pieces: { partition: PartitionView | null; sizeBytes: number }[] = [];
  let end = 0;
  for (const partition of sorted) {
    const gap = isPlaced ? (partition.offsetBytes ?? 0) - end : 0;
    if (gap > 0) pieces.push({ partition: null, sizeBytes: gap });
    pieces.push({ partition, sizeBytes: partition.sizeBytes });
    end = isPlaced ? Math.max(end, (partition.offsetBytes ?? 0) + partition.sizeBytes) : end + partition.sizeBytes;
  }
  if (diskBytes > end) pieces.push({ partition: null, sizeBytes: diskBytes - end });

  const total = pieces.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0);
  let left = 0;
  return pieces.map(({ partition, sizeBytes }) => {
    const width = (WIDTH * sizeBytes) / total;
    const block = { partition, sizeBytes, left, width };
    left += width;
    return block;
  });
}

function drawBlock({ partition, sizeBytes, left, width }: Block, top: number, words: Words): Html {
  const shown = Math.max(1, width - 1);
  const role = partition === null ? 'free-space' : partition.role;
  const name = partition === null ? words.say(phrase('report/drawing#unallocated')) : words.say(rolePhrase(partition));
  const size = words.say(phrase('report/fact#raw', { value: { bytes: sizeBytes } }));
  const title = [partition?.number ?? null, partition?.letter ? `${partition.letter}:` : null, name, size];
  const label = [partition?.number ?? null, partition?.letter ? `${partition.letter}:` : name];
  const text =
    width < TEXT_WIDTH_MIN
      ? null
      : html`<text class="on-block" x="${point(left + 8)}" y="${top + 19}">${spaced(label)}</text>
<text class="on-block small" x="${point(left + 8)}" y="${top + 35}">${size}</text>`;
  return html`<g><title>${spaced(title)}</title><rect class="block ${blockClass(role)}" x="${point(left)}" y="${top}" width="${point(shown)}" height="${BAR_HEIGHT}" rx="${width > 12 ? 4 : 1}"/>${
    partition?.freeBytes == null ? null : drawFree(partition, left, shown, top)
  }${text}</g>`;
}

/** The free part of a partition, at its end. */
function drawFree({ freeBytes, sizeBytes }: PartitionView, left: number, width: number, top: number): Html {
  const share = Math.min(1, Math.max(0, (freeBytes ?? 0) / sizeBytes));
  const free = width * share;
  return html`<rect class="free" x="${point(left + width - free)}" y="${top + BAR_HEIGHT - 6}" width="${point(free)}" height="6"/>`;
}

function drawInset(small: readonly Block[], words: Words): Html {
  const total = small.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0);
  let left = 0;
  const lines: Html[] = [];
  const blocks = small.map((block) => {
    const width = (WIDTH * block.sizeBytes) / total;
    const from = block.left + block.width / 2;
    lines.push(
      html`<path class="magnifier" d="M${point(from)} ${BAR_TOP + BAR_HEIGHT}L${point(left)} ${INSET_TOP}H${point(left + width)}Z"/>`,
    );
    const enlarged = { ...block, left, width };
    left += width;
    return enlarged;
  });
  const caption = words.say(phrase('report/page#enlarged'));
  return html`${lines}${blocks.map((block) => drawBlock(block, INSET_TOP, words))}<text class="axis" x="0" y="${INSET_TOP - 8}">${caption}</text>`;
}

/** Draws the recovery partition's used, free and needed space, where its free space is known. */
export function drawGauge(partition: PartitionView, words: Words): Html | null {
  const { sizeBytes, freeBytes, neededBytes } = partition;
  if (freeBytes === null || sizeBytes <= 0) return null;
  const scale = WIDTH / Math.max(sizeBytes, neededBytes ?? 0);
  const whole = sizeBytes * scale;
  const used = Math.max(0, Math.min(whole, (sizeBytes - freeBytes) * scale));
  const lacking = neededBytes === null ? 0 : roundedUp(Math.max(0, neededBytes - freeBytes));
  const caption = words.say(gaugePhrase(partition, lacking));
  const needed = neededBytes === null ? null : drawNeeded(whole, neededBytes * scale, lacking > 0, words);
  const label = (name: 'used' | 'free', x: number, width: number, bytes: number) =>
    width < 70
      ? null
      : html`<text class="on-block" x="${point(x + 8)}" y="27">${words.say(phrase(`report/detail#${name}`, { bytes: { bytes } }))}</text>`;
  const drawing = html`<svg class="gauge" viewBox="0 0 ${WIDTH} ${neededBytes === null ? 48 : 84}" role="img" aria-label="${caption}">
<rect class="gauge-free" x="0" y="4" width="${point(whole)}" height="36" rx="4"/>
<rect class="gauge-used" x="0" y="4" width="${point(used)}" height="36" rx="4"/>
${label('used', 0, used, sizeBytes - freeBytes)}${label('free', used, whole - used, freeBytes)}${needed}
</svg>`;
  return html`<figure><figcaption>${caption}</figcaption>${scroller(caption, drawing)}</figure>`;
}

/** A bracket below the bar, as long as the space that must be free, ending where the partition ends. */
function drawNeeded(whole: number, width: number, isLacking: boolean, words: Words): Html {
  const left = Math.max(0, whole - width);
  const right = Math.max(whole, width);
  const text = words.say(phrase('report/label#needed'));
  const name = isLacking ? 'needed lacking' : 'needed';
  return html`<path class="${name}" d="M${point(left)} 46V54H${point(right)}V46"/><text class="axis end" x="${point(right)}" y="74">${text}</text>`;
}

function gaugePhrase({ sizeBytes, freeBytes, neededBytes }: PartitionView, lacking: number): Phrase {
  const data = { free: { bytes: freeBytes ?? 0 }, size: { bytes: sizeBytes } };
  if (neededBytes === null) return phrase('report/drawing#gauge', data);
  const needed = { ...data, needed: { bytes: neededBytes } };
  if (lacking === 0) return phrase('report/drawing#gauge-needed', needed);
  return phrase('report/drawing#gauge-lacking', { ...needed, lacking: { bytes: lacking } });
}

/** Class of a partition: never a word of the evidence. */
function blockClass(role: string): string {
  return ['efi', 'msr', 'basic', 'recovery', 'oem', 'free-space'].includes(role) ? role : 'other';
}

/** To the tenth of a megabyte above: sizes are cut when they are shown, and this one must not be too small. */
const roundedUp = (bytes: number) => Math.ceil((bytes * 10) / 1_048_576) * (1_048_576 / 10);

const point = (number: number) => String(Math.round(number * 10) / 10);
const spaced = (parts: readonly (string | number | null)[]) => parts.filter((part) => part !== null).join(' ');
