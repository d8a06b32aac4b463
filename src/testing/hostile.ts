/** Strings that try to be more than text, put wherever evidence can bring a string into a report. */

import type { Diagnosis } from '../diagnosis/verdict.js';
import { mapStrings } from '../report/redact/map-strings.js';

/** Each would show in a page or a ticket if it were taken for markup. The mark `evil` tells them from our own words. */
export const HOSTILE: readonly string[] = [
  '<script>evil()</script>',
  '"><img src=x onerror=evil()>',
  "' onmouseover='evil()",
  '</style><style>*{evil:1}</style>',
  '</title><x-evil>',
  '<!-- evil --><x-evil/>',
  '&lt;x-evil&gt;&#60;x-evil&#62;',
  '@evil #1 evil/evil#2 GH-3 https://evil.example www.evil.example evil@evil.example',
  '[evil](https://evil.example) ![evil](https://evil.example/a.png) <https://evil.example>',
  '`evil` ``evil`` ```evil``` *evil* _evil_ ~~evil~~ **evil** | evil |',
  '\n# evil\n\n- evil\n> evil\n```\n\n<x-evil>\n',
  '`',
  '``` \n<x-evil>',
  '\\`<x-evil>\\`',
  'evil\u202e\u001b[31m\u0000\ud800',
  'javascript:evil()',
  '{{evil}} {kb} [[{evil}]] %s $1 $&',
];

/** `diagnosis` with each string of evidence replaced by what `make` says. */
export function withStrings(diagnosis: Diagnosis, make: (index: number) => string): Diagnosis {
  let count = 0;
  return mapStrings(diagnosis, () => make(count++));
}

/** `diagnosis` with a hostile string in each place, another one each time; `shift` moves them round. */
export function hostileDiagnosis(diagnosis: Diagnosis, shift: number): Diagnosis {
  return withStrings(diagnosis, (index) => HOSTILE[(index + shift) % HOSTILE.length]);
}
