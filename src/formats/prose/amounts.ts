/** Sizes as people and programs write them, in the units and decimal marks of many languages. */

const KIB = 1024;

/** First letters of units, in every script that writes its own. */
const POWERS: readonly (readonly [prefixes: readonly string[], power: number])[] = [
  [['k', 'к'], 1],
  [['m', 'м', 'メ', '메'], 2],
  [['g', 'г', 'ギ', '기'], 3],
  [['t', 'т'], 4],
];

/** Above this no disk is meant: 64 TiB. */
const SIZE_BYTES_MAX = 64 * KIB ** 4;

/**
 * Reads an amount of storage. Windows counts in powers of 1024 whatever it prints, and people copy it.
 *
 * @param figures `1.024`, `1,5`, `1 024`, `500`.
 * @param unit Starts with the letter of its power; anything else is bytes.
 * @returns Whole bytes, or `null` where no disk is that large.
 */
export function parseAmount(figures: string, unit: string): number | null {
  const letter = unit.charAt(0).toLowerCase();
  const power = POWERS.find(([prefixes]) => prefixes.includes(letter))?.[1] ?? 0;
  const bytes = Math.round(figureOf(figures, power) * KIB ** power);
  return Number.isFinite(bytes) && bytes <= SIZE_BYTES_MAX ? bytes : null;
}

/** A lone mark before three digits groups thousands for megabytes and less; of gigabytes nobody has thousands. */
function figureOf(figures: string, power: number): number {
  const plain = figures.replace(/[ ']/g, '');
  const marks = plain.replace(/\d/g, '');
  if (marks === '') return Number(plain);
  const last = Math.max(plain.lastIndexOf('.'), plain.lastIndexOf(','));
  const decimals = plain.length - last - 1;
  const groups = decimals === 3 && (power < 3 || marks.length > 1);
  const whole = groups ? plain : plain.slice(0, last);
  const fraction = groups ? '' : plain.slice(last + 1);
  return Number(`${whole.replace(/[.,]/g, '')}.${fraction === '' ? '0' : fraction}`);
}
