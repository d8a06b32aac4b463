/**
 * Which machine a clause speaks of. What fails on one and went in on another is no false alarm, so words for machines
 * need only be told apart, not understood: a name, a label before a line, a kind of machine, a count of several.
 */

import type { Atom } from '../../formats/prose/prose.js';
import { type Clause, isSeen } from './clauses.js';

/** Kinds of machine, in folded letters. Who writes of a laptop and of a desktop writes of two. */
const KINDS: readonly (readonly [kind: string, words: RegExp])[] = [
  ['portable', /\b(?:laptop\w*|notebook\w*|portable|portatil\w*|dizustu\w*|przenosn\w*|prenosn\w*|ноутбук\w*)/u],
  ['portable', /ноутбук|ノート|笔记本|筆電|筆記型|노트북/u],
  ['desktop', /\b(?:desktop(?!-)|tower|poste fixe|le fixe|sobremesa|pc fisso|masaustu\w*|stacjonarn\w*|stolni\w*)/u],
  ['desktop', /стационарн|настольн|デスクトップ|台式|桌機|桌上型|桌電|데스크[톱탑]/u],
  ['tablet', /\b(?:tablet|surface)\b|планшет|タブレット|平板|태블릿/u],
  ['workstation', /\bworkstation\w*/u],
  ['virtual', /\b(?:vms?|virtual machine|virtuelle maschine|machine virtuelle)\b/u],
];

const MAKERS = /\b(?:dell|hp|lenovo|acer|asus|toshiba|fujitsu|medion|samsung|thinkpad|optiplex|elitebook|latitude)\b/gu;

/** A word for any machine with what tells it from the next: `PC 2`, `Server B`, `Rechner1`, `サーバー2`. */
const LABELLED =
  /(?:\b(?:pc|computer|machine|device|server|client|host|laptop|rechner|geraet|maschine|poste|machine|ordinateur|serveur|appareil|equipo|ordenador|servidor|maquina|komputer|serwer|pocitac|компьютер|сервер|пк|комп|bilgisayar|sunucu)|电脑|電腦|服务器|伺服器|机器|パソコン|サーバー?|컴퓨터|서버) ?(?:#|no\.? ?|nr\.? ?)?(\d{1,3}|[a-h])(?![\p{L}\d.])/gu;

/** More than one machine: a plural, or a count. */
const SEVERAL = new RegExp(
  [
    '\\b(?:machines|pcs|computers|devices|servers|laptops|notebooks|vms|clients|hosts|workstations|endpoints)\\b',
    "\\bpc's\\b|\\b(?:ordinateurs|postes|serveurs|appareils|equipos|ordenadores|computadoras|computadores|servidores|maquinas|dispositivos|apparaten|computern|rechnern|geraete|geraeten|servern|macchine|dispositivi)\\b",
    '\\b(?:\\d{1,6}|zwei|drei|vier|beiden?|mehreren?|einigen?|alle[nr]?) (?:\\w+ )?(?:rechner|pcs?|computer|server|clients)\\b',
    '\\b(?:due|tre|entrambi) (?:pc|computer|server)\\b|\\b(?:twee|drie|beide) (?:pc|computers|servers)\\b',
    '\\b(?:komputery|komputerow|serwery|serwerow|pocitace|pocitacu|bilgisayarlar\\w*)\\b',
    'компьютер(?:ы|ов|ах)|сервер(?:ы|ов|ах)|машин(?:ы|ах)\\b|\\b\\d{1,6} (?:пк|машин)',
    "комп'?ютер(?:и|ів|ах)|сервер(?:и|ів)",
    '(?:[2-9]|\\d{2,6}|[二三四五两兩几幾多]) ?台|(?:[2-9]|\\d{2,6}|두|세|네|여러) ?대',
  ].join('|'),
  'u',
);

/** A name before what is said of it: `SRV01 - `, `PC-7: `, `| WS0042 |`; not a name of an update or of Windows. */
const LINE_LABEL =
  /^[\s>|*#•-]{0,8}(?!KB|Win|0x)([A-Za-z][A-Za-z0-9]{0,14}(?:[-_ ][A-Za-z0-9]{1,15}){0,2}\d[A-Za-z0-9]{0,6})\s{0,3}(?:[:|\t=]|[-\u2013\u2014] | {2,}|$)/;

/** `Computer: WS-0042`, `Hostname = srv7`. */
const NAMED_LINE =
  /^\W{0,8}(?:computer|pc|machine|host|device|server|client|rechner|ger(?:ä|ae)t|ordinateur|poste|equipo|dispositivo)[- ]?(?:name)?\s{0,3}[:=]\s{0,3}([\w.-]{2,40})\s{0,9}(?:$|[,;|])/i;

/** The machines that each clause speaks of, by its index: its own words for them, else those last named. */
export interface Machines {
  readonly several: boolean;
  readonly of: readonly ReadonlySet<string>[];
}

export function machinesOf(clauses: readonly Clause[]): Machines {
  const of: ReadonlySet<string>[] = [];
  let current: ReadonlySet<string> = new Set();
  let several = false;
  let line = -1;
  for (const clause of clauses) {
    const text = textOf(clause.atoms);
    several ||= isSeen(clause) && SEVERAL.test(text);
    const own = namesIn(text);
    if (clause.segment.line !== line) {
      line = clause.segment.line;
      const label = (NAMED_LINE.exec(clause.quote) ?? LINE_LABEL.exec(clause.quote))?.[1];
      if (label !== undefined) own.add(label.toLowerCase());
    }
    if (own.size > 0) current = own;
    of[clause.index] = current;
  }
  return { several, of };
}

function namesIn(text: string): Set<string> {
  const names = new Set<string>();
  for (const [kind, words] of KINDS) if (words.test(text)) names.add(kind);
  for (const match of text.matchAll(MAKERS)) names.add(match[0]);
  for (const match of text.matchAll(LABELLED)) names.add(match[0].replace(/[^\p{L}\d]/gu, ''));
  return names;
}

/** Tells, for any number of clauses, whether one may speak of another machine than some of `others`. */
export function apartFrom({ several, of }: Machines, others: readonly Clause[]): (clause: Clause) => boolean {
  const none: ReadonlySet<string> = new Set();
  const named = new Set(others.map(({ index }) => of[index] ?? none)); // clauses that follow one another share theirs
  return ({ index }) => {
    const own = of[index] ?? none;
    for (const other of named) {
      const known = own.size > 0 && other.size > 0;
      if (known ? ![...own].some((name) => other.has(name)) : several) return true;
    }
    return false;
  };
}

function textOf(atoms: readonly Atom[]): string {
  return atoms.map(({ text, spaced }) => (spaced ? ` ${text}` : text)).join('');
}
