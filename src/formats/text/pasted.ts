import type { Line } from './lines.js';

const dressed = new WeakMap<readonly Line[], readonly Line[]>();

/**
 * Takes off what web pages, mail and chat put around pasted output: quoting, fences, table bars, marks of
 * writing direction, no-break spaces. Numbers stay, so that a citation names the line of the original.
 */
export function undress(lines: readonly Line[]): readonly Line[] {
  const known = dressed.get(lines);
  if (known !== undefined) return known;
  const plain = lines.map((line) => {
    const text = undressText(line.text);
    return text === line.text ? line : { number: line.number, text };
  });
  dressed.set(lines, plain);
  dressed.set(plain, plain);
  return plain;
}

/** See `undress`. */
function undressText(original: string): string {
  let text = original;
  if (/[^\x20-\x7e]/.test(text)) {
    text = text
      .replace(/[\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff\u00ad\x00-\x08\x0b-\x1f]/g, '')
      .replace(/[\u00a0\u2007\u202f]/g, ' ')
      .replace(/[\uff1a\ufe13]/g, ':');
  }
  if (text.includes('>')) text = text.replace(/^(?:\s{0,3}>)+ ?/, '');
  if (text.includes('`')) text = text.replace(/^\s*```.*$/, '').replaceAll('`', '');
  if (text.includes('|') && text.length < 2000 && /^\s*\|.*\|\s*$/.test(text))
    text = text.replace(/\s*\|\s*/g, '   ').replace(/:?(-{3,}):?/g, '$1');
  if (text.includes('**')) text = text.replaceAll('**', '');
  return text.includes('&') ? unescapeMarkup(text) : text;
}

function unescapeMarkup(text: string): string {
  return text
    .replaceAll('&nbsp;', ' ')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&');
}

/** What was typed at a prompt, and at which. */
export interface Command {
  /** As typed, trimmed, without the prompt. */
  readonly text: string;
  readonly prompt: 'cmd' | 'powershell' | 'diskpart' | 'none';
}

const PROMPTS: readonly (readonly [Command['prompt'], RegExp])[] = [
  ['diskpart', /^\s*DISKPART>\s*(.*)$/i],
  ['powershell', /^\s*(?:\[[^\]]*\]:\s*)?PS(?:\s+[^<>|?*"]{1,200})?>\s*(.*)$/],
  ['cmd', /^\s*[A-Za-z]:\\[^<>|?*"]{0,200}>\s*(.*)$/],
];

/** Programs and verbs that stand at the start of a line where somebody left the prompt out. */
const BARE =
  /^\s*(?:[$#]\s+)?((?:reagentc(?:\.exe)?|manage-bde(?:\.exe)?|bcdedit(?:\.exe)?|dism(?:\.exe)?|wmic|fsutil|mountvol|systeminfo|reg(?:\.exe)? query|wevtutil|Get-[A-Z]\w+)(?:\s+[/\-|\w{].*)?|(?:list|lis) (?:disk|partition|part|volume|vol)|(?:select|sel|detail|det) (?:disk|partition|part|volume|vol)\b.*|delete partition.*|diskpart)\s*$/i;

/** The command in a line, or `null` where the line is none. */
export function commandOf(text: string): Command | null {
  for (const [prompt, pattern] of PROMPTS) {
    const match = pattern.exec(text);
    if (match !== null) return { text: match[1].trim(), prompt };
  }
  const bare = text.length > 300 ? null : BARE.exec(text);
  return bare === null || isSentence(bare[1]) ? null : { text: bare[1].trim(), prompt: 'none' };
}

/** Programs whose arguments are switches, paths and values, never plain words. */
const SWITCHES_ONLY = /^(?:reagentc|manage-bde|dism|mountvol|systeminfo)(?:\.exe)?\b/i;

/** "reagentc /info tells me that it is off": somebody's words that begin with a command. */
function isSentence(text: string): boolean {
  const typed = text.split(/[|>&]/)[0];
  if (/[.,;:!?]\s+\p{L}|[^\x00-\x7f]/u.test(typed)) return true;
  const words = typed.trim().split(/\s+/).slice(1);
  const plain = words.filter((word) => /^[a-z']{2,}[.,;!?]?$/i.test(word)).length;
  return SWITCHES_ONLY.test(text) ? plain > 0 : plain > 4;
}

/** `label: value`, as almost all outputs print; `null` where the line is not of that form. */
export function labelled(text: string): { label: string; value: string; indent: number } | null {
  const colon = text.indexOf(':');
  if (colon <= 0) return null;
  const label = text.slice(0, colon).trim();
  if (label === '' || label.length > 90 || (label.length === 1 && /[A-Za-z]/.test(label) && text[colon + 1] === '\\'))
    return null;
  return { label, value: text.slice(colon + 1).trim(), indent: text.length - text.trimStart().length };
}
