import { type ByteSource, headOf } from '../bytes/byte-source.js';
import { FormatError } from '../bytes/format-error.js';
import { decodeBytes, detectEncoding } from '../formats/text/text.js';

/** The start of a text, whatever its encoding; empty where it is none that we read. */
export function headText(head: Uint8Array): string {
  try {
    const encoding = detectEncoding(head);
    const whole = head.length - ((head.length - encoding.markBytes) % encoding.unitBytes);
    return decodeBytes(head.subarray(encoding.markBytes, whole), encoding);
  } catch (error) {
    if (!(error instanceof FormatError)) throw error;
    return ''; // an encoding that nobody writes state files in
  }
}

/** A small file as text; of a larger one the first `bytesMax`. */
export function smallText(source: ByteSource, bytesMax = 1 << 20): string {
  return headText(headOf(source, bytesMax));
}
