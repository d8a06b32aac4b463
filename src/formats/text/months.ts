/**
 * Month names by the beginnings that tell them apart, January first, of the languages that write dates in words.
 * Longer beginnings come before shorter ones that they contain.
 */
const BEGINNINGS: readonly (readonly string[])[] = [
  [
    'jan',
    'gen',
    'ene',
    'janv',
    'sty',
    'led',
    'янв',
    'січ',
    'oca',
    'ιαν',
    'ינו',
    'يناي',
    'كانون الثاني',
    'tammi',
    'ian',
  ],
  ['feb', 'fév', 'fev', 'lut', 'úno', 'фев', 'лют', 'şub', 'φεβ', 'פבר', 'فبراي', 'شباط', 'helmi'],
  ['mar', 'mär', 'mrt', 'maa', 'bře', 'мар', 'бер', 'μαρ', 'μάρ', 'מרץ', 'مارس', 'آذار', 'már'],
  ['apr', 'avr', 'abr', 'kwi', 'dub', 'апр', 'кві', 'nis', 'απρ', 'אפר', 'أبري', 'ابري', 'نيسان', 'huhti', 'ápr'],
  [
    'may',
    'mai',
    'mag',
    'mei',
    'maj',
    'máj',
    'kvě',
    'мая',
    'май',
    'тра',
    'μαΐ',
    'μάι',
    'μαϊ',
    'מאי',
    'مايو',
    'أيار',
    'touko',
  ],
  ['juni', 'jun', 'giu', 'juin', 'cze', 'červn', 'июн', 'чер', 'haz', 'ιου', 'יונ', 'يوني', 'حزيران', 'kesä', 'jún'],
  ['juli', 'jul', 'lug', 'juil', 'lip', 'červenc', 'июл', 'лип', 'tem', 'ιουλ', 'יול', 'يولي', 'تموز', 'heinä', 'júl'],
  ['aug', 'ago', 'aoû', 'sie', 'srp', 'авг', 'сер', 'ağu', 'αυγ', 'אוג', 'أغسط', 'آب', 'elo'],
  ['sep', 'set', 'wrz', 'zář', 'сен', 'вер', 'eyl', 'σεπ', 'ספט', 'سبتم', 'أيلول', 'syys', 'sze'],
  ['oct', 'okt', 'ott', 'out', 'paź', 'říj', 'окт', 'жов', 'eki', 'οκτ', 'אוק', 'أكتوب', 'تشرين الأول', 'loka'],
  ['nov', 'lis', 'ноя', 'лис', 'kas', 'νοε', 'νοέ', 'נוב', 'نوفم', 'تشرين الثاني', 'marras'],
  ['dec', 'dez', 'dic', 'déc', 'gru', 'pro', 'дек', 'гру', 'ara', 'δεκ', 'דצמ', 'ديسم', 'كانون الأول', 'joulu'],
];

const LOOKUP: readonly (readonly [string, number])[] = BEGINNINGS.flatMap((names, month) =>
  names.map((name) => [name, month + 1] as const),
).sort((a, b) => b[0].length - a[0].length);

/** Month from 1 that a word names; `null` where it names none. */
export function monthOf(word: string): number | null {
  const plain = word.toLowerCase().replace(/^[וב](?=\p{Script=Hebrew}{3})/u, '');
  const exact = plain === 'listopad' || plain === 'listopadu' ? 11 : null; // November in Czech and Polish
  if (exact !== null) return exact;
  for (const [beginning, month] of LOOKUP) if (plain.startsWith(beginning)) return month;
  return null;
}
