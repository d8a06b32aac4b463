/** Makes text of the pseudo-locale: still readable, but accented, longer, and in brackets. */

const PLAIN = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const ACCENTED = [...'ÅƁÇÐÉƑĜĤÎĴĶĻṀÑÖÞǪŔŠŢÛṼŴẊÝŽåƀçðéƒĝĥîĵķļɱñöþǫŕšţûṽŵẋýž'];
/** How much longer than English a translation may well be. */
const GROWTH = 0.35;

/** Placeholders, and what stands in backticks, are left as they are. */
const KEPT = /(\{[^{}]*\}|`[^`]*`)/;

export function pseudo(text: string): string {
  const accented = text
    .split(KEPT)
    .map((part) => (KEPT.test(part) ? part : part.replace(/[A-Za-z]/g, (letter) => ACCENTED[PLAIN.indexOf(letter)])))
    .join('');
  const letters = text.replace(/\{[^{}]*\}/g, '').length;
  return `⟦${accented}${'~'.repeat(Math.ceil(letters * GROWTH))}⟧`;
}
