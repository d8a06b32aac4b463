/** One language: data only. */
export interface Locale {
  /** BCP 47 tag, such as `it`. `xx` is the pseudo-locale, long and accented, which shows what is not translated. */
  readonly tag: string;
  /** Tag whose numbers, lists and plurals are used. */
  readonly intlTag: string;
  readonly direction: 'ltr' | 'rtl';
  /** Text by id. What is missing here is taken from English. */
  readonly words: Readonly<Record<string, string>>;
}
