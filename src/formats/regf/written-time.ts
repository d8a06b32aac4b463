import { filetimeToIso } from '../../bytes/filetime.js';
import type { JsonSink } from '../evtx/json-sink.js';

/** 2^32 ticks of 100 ns are 429 seconds and this many ticks. */
const TICKS_OVER = 4_967_296;
const SECONDS_OF_HIGH = 429;
const TICKS_PER_SECOND = 10_000_000;
const SECONDS_PER_DAY = 86_400;
/** Days from 1601-01-01 to 1970-01-01. */
const DAYS_TO_1970 = 134_774;
/** The upper half of a FILETIME of the year 9999, roughly. */
const HIGH_MAX = 0x2400_0000;
const MS_PER_DAY = 86_400_000;

/** Writes FILETIMEs as `2025-04-08T17:02:11.1234567Z`: what `filetimeToIso` says, without big integers. */
export class WrittenTimes {
  #day = -1;
  #date = '';

  write(sink: JsonSink, high: number, low: number): void {
    if (high > HIGH_MAX) {
      sink.plain(filetimeToIso((BigInt(high) << 32n) | BigInt(low)));
      return;
    }
    const over = high * TICKS_OVER + low;
    const wholeSeconds = high * SECONDS_OF_HIGH + Math.floor(over / TICKS_PER_SECOND);
    const day = Math.floor(wholeSeconds / SECONDS_PER_DAY);
    if (day !== this.#day) {
      this.#day = day;
      this.#date = `${new Date((day - DAYS_TO_1970) * MS_PER_DAY).toISOString().slice(0, 10)}T`;
    }
    const second = wholeSeconds - day * SECONDS_PER_DAY;
    sink.plain(this.#date);
    digits(sink, Math.floor(second / 3600), 2, ':');
    digits(sink, Math.floor(second / 60) % 60, 2, ':');
    digits(sink, second % 60, 2, '.');
    digits(sink, over % TICKS_PER_SECOND, 7, 'Z');
  }
}

const ZERO = 0x30;

function digits(sink: JsonSink, value: number, count: number, suffix: string): void {
  sink.reserve(count + 1);
  let rest = value;
  for (let at = sink.size + count - 1; at >= sink.size; at--) {
    sink.bytes[at] = ZERO + (rest % 10);
    rest = Math.floor(rest / 10);
  }
  sink.bytes[sink.size + count] = suffix.charCodeAt(0);
  sink.size += count + 1;
}
