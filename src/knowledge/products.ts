/** What else fails under 0x80070643: how each product is recognised, what proves it, and its own way out. */
import { PRODUCT_ROWS } from './products.data.js';
import { type Sourced, table } from './table.js';
import { isWinReUpdate, normaliseKb, UPDATES } from './updates.js';

export interface ProductProof {
  /** Where to look: a log, an event, a command. */
  readonly look: string;
  /** What is said by what stands there. */
  readonly says: string;
}

export interface ProductRow extends Sourced {
  readonly id: string;
  readonly name: string;
  /** KB numbers that are always this product. */
  readonly kbs: readonly string[];
  /** Codes that point to it by themselves, `0x800F0922`; never 0x80070643, which points to nothing. */
  readonly codes: readonly string[];
  /** Regular expressions for titles, without flags; they hold in every display language unless a language is in them. */
  readonly titles: readonly string[];
  /** Event providers that speak for it. */
  readonly providers: readonly string[];
  readonly proof: readonly ProductProof[];
  readonly usualReasons: readonly string[];
  readonly fix: readonly string[];
}

/** Rows stand in the order in which titles are tried: the narrower first. */
export const PRODUCTS = table<ProductRow>(
  'products',
  (row) => row.id,
  () => PRODUCT_ROWS(),
);

export const findProduct = (id: string, products = PRODUCTS): ProductRow | undefined => products.find(id);

/** "Recovery environment" in the display languages of Windows: titles are translated, numbers are not. */
const WINRE_TITLE = new RegExp(
  [
    'WinRE\\b',
    'Windows Recovery Environment',
    'Wiederherstellungsumgebung',
    'environnement de récupération',
    'entorno de recuperación',
    'ambiente (?:di )?ripristino',
    'ambiente de recupera[cç][aã]o',
    'herstelomgeving',
    'återställningsmiljö',
    'gjenopprettingsmiljø',
    'genoprettelsesmiljø',
    'palautusympäristö',
    'środowisk[ao] odzyskiwania',
    'prostředí (?:pro )?obnovení',
    'prostredi[ae] obnovenia',
    'helyreállítási környezet',
    'kurtarma ortam',
    'сред[аыеу] восстановления',
    'середовищ[еа] відновлення',
    '回復環境',
    '恢复环境',
    '修復環境',
    '복구 환경',
  ].join('|'),
  'iu',
);

/** Longer titles do not occur; what is longer is not searched. */
const TITLE_UNITS_MAX = 500;

/** Whether a title, in whatever language, names the recovery environment. */
export const isWinReTitle = (title: string): boolean => WINRE_TITLE.test(title.slice(0, TITLE_UNITS_MAX));

/** The KB number inside a title, `null` where there is none. */
export function kbInTitle(title: string): string | null {
  return normaliseKb(/\bKB\s?\d{6,7}\b/i.exec(title.slice(0, TITLE_UNITS_MAX))?.[0] ?? '');
}

const patterns = new Map<string, RegExp>();

/** A title pattern, made once. */
function compiled(pattern: string): RegExp {
  const known = patterns.get(pattern) ?? new RegExp(pattern, 'iu');
  patterns.set(pattern, known);
  return known;
}

export interface UpdateName {
  readonly kb?: string | null;
  readonly title?: string | null;
}

/**
 * Which product an update belongs to, by number first and title next.
 *
 * @returns `'winre'` for a WinRE update, the row of another product, or `null` where nothing tells.
 */
export function productOf(name: UpdateName, products = PRODUCTS, updates = UPDATES): ProductRow | 'winre' | null {
  const title = (name.title ?? '').slice(0, TITLE_UNITS_MAX);
  const kb = normaliseKb(name.kb ?? '') ?? kbInTitle(title);
  if (kb !== null && isWinReUpdate(kb, updates)) return 'winre';
  const byNumber = kb === null ? undefined : products.rows().find((row) => row.kbs.includes(kb));
  if (byNumber !== undefined) return byNumber;
  if (title === '') return null;
  if (isWinReTitle(title)) return 'winre';
  return products.rows().find((row) => row.titles.some((pattern) => compiled(pattern).test(title))) ?? null;
}
