/** Longest piece of evidence that a sentence shows, in UTF-16 units. JSON reports have all of it. */
const SHOWN_UNITS_MAX = 600;

/** Controls, and marks that turn the direction of writing: in a terminal or a page they can forge what is read. */
const UNSAFE =
  /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]/g;

/**
 * Makes a piece of evidence fit to be shown in one line: no controls, no line breaks, no turning of direction, no
 * broken surrogates, and not endless.
 */
export function plain(text: string, unitsMax: number = SHOWN_UNITS_MAX): string {
  const cut = text.length > unitsMax ? `${text.slice(0, unitsMax - 1)}…` : text;
  return cut
    .replace(/[\t\n\v\f\r\u0085\u2028\u2029]+/g, ' ')
    .replace(UNSAFE, '\ufffd')
    .replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '\ufffd')
    .trim();
}

/** Makes a command fit to be copied out of a report: its lines stay, controls go. */
export function copyable(command: string): string {
  return command
    .split(/\r?\n/)
    .map((line) => line.replace(/\t/g, '    ').replace(UNSAFE, '\ufffd'))
    .join('\n');
}
