import type { Certainty } from './verdict.js';

/** One line of the table: this cause, found at least so surely, decides before all lines below it. */
export interface Precedence {
  readonly rule: string;
  readonly atLeast: Exclude<Certainty, 'suspected'>;
  readonly reason: string;
}

/** Which finding outranks which. The first line that fits a finding decides. */
export const PRECEDENCE: readonly Precedence[] = [
  { rule: 'other-product', atLeast: 'supported', reason: 'The failure judged is not one of WinRE at all.' },
  {
    rule: 'bitlocker-in-the-way',
    atLeast: 'supported',
    reason: 'Nothing else can be mended while the volume may not be used.',
  },
  {
    rule: 'winre-image-missing',
    atLeast: 'supported',
    reason: 'Without an image nothing can be enabled, moved or updated.',
  },
  { rule: 'winre-image-corrupt', atLeast: 'supported', reason: 'A damaged image fails whatever room it is given.' },
  {
    rule: 'winre-registration-stale',
    atLeast: 'supported',
    reason: 'It explains why WinRE is off or not found, and enabling alone does not mend it.',
  },
  { rule: 'layout-blocks-resize', atLeast: 'proven', reason: 'The engine itself refused the layout.' },
  { rule: 'recovery-partition-too-small', atLeast: 'proven', reason: 'The engine itself ran out of room.' },
  { rule: 'windows-volume-full', atLeast: 'supported', reason: 'Servicing could not even begin.' },
  { rule: 'component-store-corrupt', atLeast: 'supported', reason: 'The code beneath names the store.' },
  { rule: 'update-files-corrupt', atLeast: 'supported', reason: 'The code beneath names the download.' },
  { rule: 'install-conflict', atLeast: 'supported', reason: 'The code beneath names a conflict.' },
  { rule: 'access-denied', atLeast: 'supported', reason: 'The code beneath names a refusal.' },
  {
    rule: 'recovery-partition-absent',
    atLeast: 'supported',
    reason: 'Enabling WinRE would put it on the Windows volume.',
  },
  { rule: 'winre-off-by-choice', atLeast: 'supported', reason: 'What is off by choice is not out of order.' },
  { rule: 'winre-disabled', atLeast: 'supported', reason: 'What is off cannot be updated.' },
  { rule: 'servicing-stuck', atLeast: 'supported', reason: 'Another restart would change nothing.' },
  {
    rule: 'restart-awaited',
    atLeast: 'supported',
    reason: 'Many cases end with the restart, and nothing may touch the disk before it.',
  },
  {
    rule: 'known-bad-payload',
    atLeast: 'supported',
    reason:
      'An update that broke WinRE is in: that it went in without an error is no comfort. A reason why its fix cannot go in comes before it.',
  },
  {
    rule: 'layout-blocks-resize',
    atLeast: 'supported',
    reason: 'Room is short by the published rule, and the usual resize would not work here.',
  },
  { rule: 'recovery-partition-too-small', atLeast: 'supported', reason: 'Room is short by the published rule.' },
  { rule: 'servicing-failed', atLeast: 'supported', reason: 'It did fail; why is not recorded.' },
  { rule: 'winre-level-outdated', atLeast: 'supported', reason: 'The failure is harmless, but fixes are missing.' },
  {
    rule: 'update-not-for-this-windows',
    atLeast: 'supported',
    reason: 'It was never tried here, and no trouble stands.',
  },
  { rule: 'newer-update-installed', atLeast: 'supported', reason: 'A later fix says more than the one it replaces.' },
  { rule: 'update-installed-after-failure', atLeast: 'supported', reason: 'Proved installed after the failure.' },
  { rule: 'update-installed-before', atLeast: 'supported', reason: 'It was in before it failed.' },
  { rule: 'winre-sound', atLeast: 'supported', reason: 'Nothing stands against it.' },
];

/**
 * Which suspicion is told where nothing is sure, the likeliest first. What a person only told of comes after
 * what something points to; harmless causes come last, since a suspicion must not soothe.
 */
export const SUSPICIONS: readonly string[] = [
  'known-bad-payload',
  'winre-image-missing',
  'winre-registration-stale',
  'bitlocker-in-the-way',
  'servicing-stuck',
  'restart-awaited',
  'layout-blocks-resize',
  'recovery-partition-absent',
  'winre-disabled',
  'winre-image-corrupt',
  'component-store-corrupt',
  'update-files-corrupt',
  'install-conflict',
  'windows-volume-full',
  'recovery-partition-too-small',
  'access-denied',
  'servicing-failed',
  'other-product',
  'winre-level-outdated',
];
