/** Programs other than WinRE servicing that somebody names as what fails. */

import type { Atom } from '../../formats/prose/prose.js';
import { productOf } from '../../knowledge/products.js';
import { isWinReUpdate } from '../../knowledge/updates.js';
import { type Clause, has, isMeant, named, type Told } from './clauses.js';

/** 0x80070643, and the 1603 beneath it: what any installer may end with. */
const INSTALL_FAILURES: readonly number[] = [0x80070643, 0x643, 1603];
/** Codes of Windows Installer that say more than 1603. */
const INNER_CODES: readonly number[] = [1602, 1605, 1612, 1618, 1619, 1620, 1622, 1625, 1632, 1635, 1638, 1642];

/** Products whose name alone is not enough: their words also describe a machine. */
const NEEDS_MORE: ReadonlySet<string> = new Set(['firmware', 'driver', 'msi', 'esp-full', 'os-servicing']);

export function readProducts(clauses: readonly Clause[]): Told[] {
  const kbs = clauses.flatMap((clause) => clause.kbs);
  if (kbs.some((kb) => isWinReUpdate(kb))) return []; // the update named is what fails
  const meant = clauses.filter(
    (clause) => isMeant(clause) && !named(clause, 'winre') && !named(clause, 'recovery-partition'),
  );
  const found = meant.flatMap((clause) => say(clause, clauses, namedProduct(clause)));
  if (found.length > 0 || kbs.length > 0 || clauses.some(({ aboutWinRe }) => aboutWinRe)) return found;
  const other = meant.flatMap((clause) => say(clause, clauses, otherProgram(clause)));
  return other.length > 0 ? other.slice(0, 2) : only(meant, clauses);
}

/** No sentence names both; but one product is spoken of, and one failure. */
function only(meant: readonly Clause[], clauses: readonly Clause[]): Told[] {
  if (codeIn(meant) === null) return [];
  const spoken = meant.flatMap((clause) => {
    const product = listed(clause);
    return product === null ? [] : [{ clause, product }];
  });
  const [first] = spoken;
  const single = new Set(spoken.map(({ product }) => product.id)).size === 1;
  return first !== undefined && single ? say(first.clause, clauses, first.product) : [];
}

function say(clause: Clause, clauses: readonly Clause[], product: Named | null): Told[] {
  if (product === null) return [];
  const inner = clause.atoms.find(({ kind, value }) => kind === 'number' && INNER_CODES.includes(value));
  const value = {
    product: product.id,
    name: product.name,
    code: codeIn([clause]) ?? codeIn(meantBeside(clause)) ?? codeIn(clauses.filter(isMeant)),
    innerCode: inner?.value ?? null,
    kb: clause.kbs[0] ?? null,
  };
  return [
    { kind: 'installer-failure', value, clause },
    { kind: 'statement', value: { claim: 'product-named', kb: value.kb }, clause },
  ];
}

interface Named {
  readonly id: string;
  readonly name: string | null;
}

/** A product that the knowledge lists, said to fail in this clause or under the code of this sentence. */
function namedProduct(clause: Clause): Named | null {
  const driver = driverTitle(clause);
  if (driver !== null) return codeIn(meantBeside(clause)) === null ? null : { id: 'driver', name: driver };
  if (!failsHere(clause)) return null;
  if (boots(clause)) return { id: 'esp-full', name: null };
  const product = listed(clause);
  if (product !== null) return product;
  if (has(clause, 'driver') && (codeIn([clause]) !== null || has(clause, 'install', 'windows-update', 'installer')))
    return { id: 'driver', name: null };
  return null;
}

/** How Windows Update names a driver in every language: `Maker - Class - 10.1.18.2`, with a date before the version in old ones. */
const DRIVER_TITLE =
  /(?:^|[\s"'«»„“”(:>])((?!.{0,80}windows)[A-Z][\w.,& ()]{1,50}? [-\u2013] [A-Za-z][A-Za-z ]{1,30} [-\u2013] (?:\d{1,2}\/\d{1,2}\/\d{4} [\d: APM]{4,12} [-\u2013] )?\d{1,6}(?:\.\d{1,6}){2,3})(?![\d.]*\w)/i;

function driverTitle({ quote }: Clause): string | null {
  return DRIVER_TITLE.exec(quote)?.[1] ?? null;
}

function listed(clause: Clause): Named | null {
  const product = productOf({ kb: clause.kbs[0] ?? null, title: textOf(clause.atoms) });
  if (product === null || product === 'winre' || NEEDS_MORE.has(product.id)) return null;
  return { id: product.id, name: product.name };
}

/** "could not update the system reserved partition", "the EFI partition is full". */
function boots(clause: Clause): boolean {
  return named(clause, 'boot-partition') && has(clause, 'full', 'small', 'cannot');
}

function failsHere(clause: Clause): boolean {
  if (has(clause, 'fail', 'useless', 'cannot') || codeIn([clause]) !== null) return true;
  if (named(clause, 'boot-partition') && has(clause, 'full', 'small')) return true;
  return false;
}

function meantBeside(clause: Clause): Clause[] {
  return clause.beside.filter(isMeant);
}

function codeIn(clauses: readonly Clause[]): number | null {
  for (const { atoms } of clauses) {
    const code = atoms.find(
      ({ kind, value }) => (kind === 'code' || kind === 'number') && INSTALL_FAILURES.includes(value),
    );
    if (code !== undefined) return code.value;
  }
  return null;
}

/** A line of the log of a bundle: `[0A3C:1B2D][2024-01-10T10:00:00]e000: Error 0x80070643`. */
const BUNDLE_LOG = /\][eiw]\d{3}: /;

/** A program that nobody listed: its installer is named, or its name stands as what fails under the code. */
function otherProgram(clause: Clause): Named | null {
  const sentence = meantBeside(clause);
  const code = codeIn([clause]) ?? codeIn(sentence);
  if (code === null || sentence.some((other) => has(other, 'windows-update'))) return null;
  if (BUNDLE_LOG.test(clause.quote)) return { id: 'msi', name: null };
  const name = nameIn(clause);
  const installer =
    has(clause, 'installer') ||
    (PROGRAM.test(clause.quote) && !OF_WINDOWS.test(clause.quote)) ||
    clause.atoms.some(({ text }) => /^(msiexec|msi)$|(setup|install|msi)\.?(exe|msi)$/.test(text));
  if (installer && (name !== null || clause.atoms.some(({ text }) => /msi/.test(text)))) return { id: 'msi', name };
  return name === null || codeIn([clause]) === null ? null : { id: 'other', name };
}

/** Words that say of the name beside them that it is a program. */
const PROGRAM =
  /(?<!\p{L})(?:apps?|applications?|anwendung|programm?e?|launcher|prerequisites?|plugin|add-?in|logiciel|aplicaci[oó]n|programa|aplicativo|applicazione|aplikac\p{L}{1,3}|приложени\p{L}{1,2}|программ\p{L}{1,2}|програм\p{L}{1,2}|uygulama\p{L}{0,4})(?!\p{L})|アプリ|ソフト|软件|軟體|程序|應用程式|앱|프로그램/iu;

/** Programs of Windows that only show the code: the settings, the troubleshooter, the Insider programme. */
const OF_WINDOWS =
  /settings|insider|einstellung|parametres|paramètres|configuraci|configuraç|impostazion|instellingen|ustawieni|nastaven|параметр|настройк|налаштуван|ayarlar|設定|设置|設置|설정|troubleshoot|problembehandlung|windows/iu;

/** Words with a capital that name no program of their own. */
const COMMON_NAMES = new Set(
  (
    'windows update microsoft pc error errors kb server pro home enterprise win admin administrator cmd powershell usb ssd hdd bios uefi gpt mbr ' +
    'dism sfc cbs log gui vm vmware hyper virtualbox dell hp lenovo acer asus intel amd surface thinkpad elitebook optiplex latitude ' +
    'hresult id ok wsus sccm intune ansible http https www com msi exe setup installer wim re tpm ram cpu os it code exit fatal download hi hello ' +
    'thanks please problem question help status version build x64 x86 error_install_failure result restart none failed failure wine linux ubuntu ntfs'
  ).split(' '),
);

/** A name: letters in an unusual case, a name before a version number, or Latin letters in a text of another script. */
function nameIn(clause: Clause): string | null {
  const { atoms } = clause;
  const foreign = atoms.some(({ kind, text }) => kind === 'word' && !/[a-z]/.test(text) && /\p{L}/u.test(text));
  const isProgram = PROGRAM.test(clause.quote) && !OF_WINDOWS.test(clause.quote);
  const mentioned = (at: number) =>
    clause.segment.mentions.some(
      ({ first, last }) => first - clause.segment.first <= at && at <= last - clause.segment.first,
    );
  for (let at = 0; at < atoms.length; at++) {
    const atom = atoms[at] as Atom;
    if (!isName(atom) || mentioned(at)) continue;
    let end = at + 1;
    while (end < atoms.length && end - at < 4 && continues(atoms[end] as Atom) && !mentioned(end)) end++;
    const versioned = atoms.slice(at + 1, end).some(({ kind }) => kind === 'number' || kind === 'version');
    if (foreign || versioned || isShout(atom) || has(clause, 'installer') || isProgram)
      return textOf(atoms.slice(at, end)).trim();
  }
  return null;
}

function isName({ kind, shown, text, spaced }: Atom): boolean {
  return (
    kind === 'word' &&
    spaced &&
    /^([A-Z][A-Za-z0-9_]+|[a-z]{1,3}[A-Z][A-Za-z0-9]+)$/.test(shown) &&
    !COMMON_NAMES.has(text)
  );
}

function continues({ kind, shown, text }: Atom): boolean {
  if (kind === 'number' || kind === 'version') return !INNER_CODES.includes(Number(text)) && text !== '1603';
  return kind === 'word' && /^[A-Z]/.test(shown) && !COMMON_NAMES.has(text);
}

/** All capitals, or a capital inside the word: `HLAE`, `QuickBooks`. */
function isShout({ shown }: Atom): boolean {
  return /^[A-Z][A-Z0-9]{2,}$/.test(shown) || /^[A-Z]?[a-z0-9]+[A-Z]/.test(shown);
}

function textOf(atoms: readonly Atom[]): string {
  return atoms.map(({ shown, spaced }) => (spaced ? ` ${shown}` : shown)).join('');
}
