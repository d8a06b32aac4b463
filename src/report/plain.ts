/** Longest piece of evidence that a sentence shows, in UTF-16 units. JSON reports have all of it. */
const SHOWN_UNITS_MAX = 600;

/** Controls, and marks that turn the direction of writing: in a terminal or a page they can forge what is read. */
const UNSAFE =
  /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]/g;

/** Halves of surrogate pairs that stand alone. */
const BROKEN = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/**
 * Makes a piece of evidence fit to be shown in one line: no controls, no line breaks, no turning of direction, no
 * broken surrogates, and not endless.
 */
export function plain(text: string, unitsMax: number = SHOWN_UNITS_MAX): string {
  const cut = text.length > unitsMax ? `${text.slice(0, unitsMax - 1)}…` : text;
  return cut
    .replace(/[\t\n\v\f\r\u0085\u2028\u2029]+/g, ' ')
    .replace(UNSAFE, '\ufffd')
    .replace(BROKEN, '\ufffd')
    .trim();
}

/** Makes text of several lines fit to be shown: its lines stay, controls and turns of direction go. */
export function copyable(text: string): string {
  return text
    .split(/\r?\n/)
    .map((line) => line.replaceAll('\t', '    ').replace(UNSAFE, '\ufffd').replace(BROKEN, '\ufffd'))
    .join('\n');
}
