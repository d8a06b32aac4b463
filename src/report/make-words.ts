import type { When } from '../evidence/when.js';
import type { Locale } from '../locales/locale.js';
import { english } from '../locales/locales.js';
import { type Phrase, type PhraseValue, phrase } from './phrase.js';
import { plain } from './plain.js';
import { codeText, isoText, isShowable, scaleBytes, shapeOf } from './values.js';

/** How the text of one format is written: our own words, and values that come from the evidence. */
export interface Ink {
  text(words: string): string;
  value(evidence: string): string;
}

/** Plain text: for terminals, for JSON, and for pages that escape everything they are given. */
export const PLAIN_INK: Ink = { text: (words) => words, value: (evidence) => evidence };

/** Speaks one language. */
export interface Words {
  readonly locale: Locale;
  /** The words behind a message or phrase, its placeholders filled. */
  say(message: Phrase): string;
  has(id: string): boolean;
}

export interface WordsOptions {
  readonly ink?: Ink;
  /** Told of each word that is missing and each placeholder that nothing fills. Tests throw here. */
  readonly onGap?: (gap: string) => void;
}

const PLACEHOLDER = /\{\s*([A-Za-z][A-Za-z0-9-]*)\s*(?:,[^{}]*)?\}/;

const PLACEHOLDERS = new RegExp(PLACEHOLDER, 'g');
/** A part in double square brackets is left out where something in it is not known. */
const OPTIONAL = /\[\[(.*?)\]\]/;

/** Whether every placeholder of `text` has its value. */
function isFilled(text: string, { data }: Phrase): boolean {
  return [...text.matchAll(PLACEHOLDERS)].every(([, name]) => data[name] !== undefined);
}

/** Makes the words of one language, with English behind it. */
export function makeWords(locale: Locale, { ink = PLAIN_INK, onGap = () => {} }: WordsOptions = {}): Words {
  const tags = [locale.intlTag, 'en'];
  const numbers = new Intl.NumberFormat(tags, { maximumFractionDigits: 1 });
  const plurals = new Intl.PluralRules(tags);
  const lists = {
    and: new Intl.ListFormat(tags, { type: 'conjunction' }),
    comma: new Intl.ListFormat(tags, { type: 'unit', style: 'short' }),
  };

  const textOf = (id: string): string | undefined => locale.words[id] ?? english.words[id];

  /** The plural form of `id` that fits the placeholder `count`, where there is one. */
  const templateOf = ({ id, data }: Phrase): string => {
    const { count } = data;
    if (typeof count === 'object' && 'count' in count) {
      const form = textOf(`${id}.${plurals.select(count.count)}`);
      if (form !== undefined) return form;
    }
    const text = textOf(id);
    if (text === undefined) onGap(`no words for ${id}`);
    return text ?? id;
  };

  const joined = (list: Intl.ListFormat, parts: readonly string[]): string =>
    list
      .formatToParts(parts.map((_, index) => String(index)))
      .map(({ type, value }) => (type === 'element' ? parts[Number(value)] : ink.text(value)))
      .join('');

  const moment = (when: When): Phrase => {
    if (!isShowable(when)) return phrase('report/when#unknown');
    const local = when.local ?? when;
    const time = (ms: number) => ({
      shown: isoText(ms)
        .replace('T', ' ')
        .replace(/\.\d+Z$/, ''),
    });
    const day = (ms: number) => ({ shown: isoText(ms).split('T')[0] });
    switch (shapeOf(when)) {
      case 'exact':
        return phrase('report/when#utc', { time: time(when.fromMs) });
      case 'local':
        return phrase('report/when#local', { time: time(local.fromMs) });
      case 'day':
        return phrase('report/when#day', { day: day(local.fromMs) });
      case 'days':
        return phrase('report/when#days', { from: day(local.fromMs), to: day(local.toMs) });
      case 'interval':
        return phrase('report/when#between', { from: time(when.fromMs), to: time(when.toMs) });
    }
  };

  const shown = (value: PhraseValue): string => {
    if (typeof value === 'string') return ink.value(plain(value));
    if ('shown' in value) return ink.text(value.shown);
    if ('id' in value) return say(value);
    if ('phrases' in value) return joined(lists.comma, value.phrases.map(say));
    if ('list' in value)
      return joined(
        lists.and,
        value.list.map((item) => ink.value(plain(item))),
      );
    if ('bytes' in value) {
      const { unit, number } = scaleBytes(value.bytes);
      return say(phrase(`report/units#${unit}`, { number: { count: number } }));
    }
    if ('hresult' in value) return ink.text(codeText(value.hresult));
    if ('when' in value) return say(moment(value.when));
    return ink.text(numbers.format(value.count));
  };

  /** Fills the placeholders of a piece of text. */
  const filled = (text: string, { id, data }: Phrase): string => {
    let rest = text;
    let out = '';
    for (let hole = PLACEHOLDER.exec(rest); hole !== null; hole = PLACEHOLDER.exec(rest)) {
      const value: PhraseValue | undefined = data[hole[1]];
      if (value === undefined) onGap(`nothing fills {${hole[1]}} of ${id}`);
      out += ink.text(rest.slice(0, hole.index)) + (value === undefined ? ink.text('?') : shown(value));
      rest = rest.slice(hole.index + hole[0].length);
    }
    return out + ink.text(rest);
  };

  const say = (message: Phrase): string =>
    templateOf(message)
      .split(OPTIONAL)
      .map((part, index) => (index % 2 === 1 && !isFilled(part, message) ? '' : filled(part, message)))
      .join('');

  return { locale, say, has: (id) => textOf(id) !== undefined };
}
