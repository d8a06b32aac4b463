/** How much room WinRE wants: the rules in circulation, the numbers the engine works with, and what each can prove. */
import { pointers, type SourceId } from './sources.js';
import { type Confidence, type Sourced, table } from './table.js';

const MIB = 1024 * 1024;
const GIB = 1024 * MIB;

export interface SpaceRuleRow extends Sourced {
  readonly id: string;
  /** Whose rule it is: layout guidance, Windows Setup, the articles of the updates, the servicing engine, the press. */
  readonly origin: 'layout-guidance' | 'setup' | 'update-articles' | 'engine' | 'press' | 'ours';
  /** Free bytes wanted, a size, or a margin on top of an image. */
  readonly measures: 'free' | 'size' | 'margin' | 'gap';
  /** On which volume. */
  readonly volume: 'recovery' | 'windows' | 'disk';
  readonly bytes: number;
  /** When the rule holds; `null`: always. */
  readonly when: string | null;
  readonly says: string;
  /**
   * What a device that misses the number shows: `proves` only where the engine itself reported its bytes,
   * `supports` a guess about a failure that did happen, `nothing` by itself.
   */
  readonly weight: 'proves' | 'supports' | 'nothing';
}

const rule = (
  id: string,
  origin: SpaceRuleRow['origin'],
  measures: SpaceRuleRow['measures'],
  volume: SpaceRuleRow['volume'],
  bytes: number,
  when: string | null,
  says: string,
  weight: SpaceRuleRow['weight'],
  source: SourceId,
  confidence: Confidence,
): SpaceRuleRow => ({
  id,
  origin,
  measures,
  volume,
  bytes,
  when,
  says,
  weight,
  source: pointers([source]),
  confidence,
  checked: '2026-11-20',
});

/**
 * Free bytes on the recovery partition that the articles call "250 MB". It is 250 MiB: the sample script writes
 * `250MB`, which PowerShell counts in units of 1024.
 */
export const WINRE_FREE_BYTES_MIN = 250 * MIB;
/** What "250 MB" means to somebody who counts in thousands. Between the two, say neither enough nor too little. */
export const WINRE_FREE_BYTES_DECIMAL = 250_000_000;
/** The engine replaces the image in place when free space exceeds the new image by more than this. */
const ENGINE_IN_PLACE_MARGIN_BYTES = 10 * MIB;
/** The smallest recovery partition that the engine makes. */
const ENGINE_PARTITION_BYTES_MIN = 450 * MIB;
/** A larger gap behind the partition makes the engine refuse to repartition. */
const ENGINE_GAP_BYTES_MAX = 100 * MIB;
/** What the engine wants free on the Windows volume besides its own peak. */
const ENGINE_WINDOWS_MARGIN_BYTES = GIB;
/** What Windows Setup wants free besides the size of the new image. */
const SETUP_MARGIN_BYTES = 52 * MIB;

export const SPACE_RULES = table<SpaceRuleRow>(
  'space-rules',
  (row) => row.id,
  () => [
    rule(
      'layout-small-partition',
      'layout-guidance',
      'free',
      'recovery',
      50 * MIB,
      'partition below 500 MB',
      'An old image of partition layouts: 50 MB free once the image is in',
      'nothing',
      'gpt-layout',
      'high',
    ),
    rule(
      'layout-large-partition',
      'layout-guidance',
      'free',
      'recovery',
      320 * MIB,
      'partition of 500 MB or more',
      'The same guidance for larger partitions: 320 MB free',
      'nothing',
      'gpt-layout',
      'high',
    ),
    rule(
      'layout-huge-partition',
      'layout-guidance',
      'free',
      'recovery',
      GIB,
      'partition above 1 GB',
      'The same guidance recommends about 1 GB free',
      'nothing',
      'gpt-layout',
      'high',
    ),
    rule(
      'setup-margin',
      'setup',
      'margin',
      'recovery',
      SETUP_MARGIN_BYTES,
      'during an upgrade of Windows',
      'Setup wants the size of the new image and 52 MiB; seen in one upgrade log',
      'nothing',
      'setup-log',
      'medium',
    ),
    rule(
      'article-free',
      'update-articles',
      'free',
      'recovery',
      WINRE_FREE_BYTES_MIN,
      'updates since January 2024',
      'Free space, not size, on the recovery partition, not on C:. The sample script compares with 262144000 bytes',
      'supports',
      'resize-help',
      'high',
    ),
    rule(
      'article-free-decimal',
      'update-articles',
      'free',
      'recovery',
      WINRE_FREE_BYTES_DECIMAL,
      'updates since January 2024, read in thousands',
      'The same number read as 250 million bytes; between it and 262144000 nothing is decided',
      'nothing',
      'resize-help',
      'medium',
    ),
    rule(
      'engine-in-place',
      'engine',
      'margin',
      'recovery',
      ENGINE_IN_PLACE_MARGIN_BYTES,
      null,
      'New image and 10 MiB free: the image is replaced in place',
      'proves',
      'engine-notes',
      'medium',
    ),
    rule(
      'engine-new-partition',
      'engine',
      'size',
      'recovery',
      ENGINE_PARTITION_BYTES_MIN,
      'when newer engines repartition',
      'The engine makes no partition below 450 MiB, and only whole MiB',
      'nothing',
      'engine-notes',
      'medium',
    ),
    rule(
      'engine-gap',
      'engine',
      'gap',
      'disk',
      ENGINE_GAP_BYTES_MAX,
      'when newer engines repartition',
      'More than 100 MiB unallocated beyond need makes the engine refuse',
      'proves',
      'engine-notes',
      'medium',
    ),
    rule(
      'engine-windows-volume',
      'engine',
      'margin',
      'windows',
      ENGINE_WINDOWS_MARGIN_BYTES,
      null,
      'The engine wants its estimated peak and 1 GiB free on the Windows volume, else 0x80073CF4',
      'proves',
      'engine-notes',
      'medium',
    ),
    rule(
      'press-partition-256',
      'press',
      'size',
      'recovery',
      256 * MIB,
      'March 2026, KB5075039',
      'One article gives a size of 256 MB where all pages give free space',
      'nothing',
      'bleeping-5075039',
      'low',
    ),
    rule(
      'oem-ceiling',
      'ours',
      'size',
      'recovery',
      2 * GIB,
      null,
      'Anything larger with the recovery type is taken for a factory image and left alone',
      'nothing',
      'general-knowledge',
      'medium',
    ),
    rule(
      'file-system-share',
      'ours',
      'margin',
      'recovery',
      30 * MIB,
      null,
      'What NTFS itself takes of a recovery partition, so that size less image is too hopeful',
      'nothing',
      'general-knowledge',
      'medium',
    ),
  ],
);
