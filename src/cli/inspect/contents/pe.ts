import { readPeImage, readPeVersion } from '../../../formats/pe/pe.js';
import { plain } from '../../../report/plain.js';
import type { Describe } from './contents.js';

const SHOWN = ['OriginalFilename', 'FileDescription', 'ProductName', 'CompanyName', 'FileVersion'] as const;

export const describePe: Describe = (source) => {
  const { machine, timestamp } = readPeImage(source);
  const version = readPeVersion(source);
  const numbers = version === null ? 'no version resource' : `file version ${version.fileVersion ?? 'only as text'}`;
  return {
    kind: 'pe',
    facts: {
      ...{ machine, timestamp, fileVersion: version?.fileVersion ?? null },
      ...{ productVersion: version?.productVersion ?? null, strings: version?.tables ?? [] },
    },
    lines: [
      `${machine}, ${numbers}`,
      ...SHOWN.flatMap((key) => (version?.strings[key] ? `${key}: ${plain(version.strings[key])}` : [])),
    ],
  };
};
