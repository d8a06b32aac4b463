/** What other programs read from an event log, as events to compare with ours. */

import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SaxesParser } from 'saxes';
import type { EvtxRecord } from '../formats/evtx/evtx.js';
import { SYSTEM_PATHS, type SystemField } from '../formats/evtx/program.js';

const CACHE = join(import.meta.dirname, '..', '..', '.cache', 'peers');

export const EVTX_PEERS = {
  evtxexport: ['evtxexport', '-f', 'xml'],
  python: ['evtx_dump.py'],
} as const;
export type EvtxPeer = keyof typeof EVTX_PEERS;

/** An event as XML says it: `System` by path below it, and everything else by name, in document order. */
export interface PeerEvent {
  readonly system: ReadonlyMap<string, string>;
  readonly data: readonly (readonly [name: string, value: string])[];
}

/** Runs a peer over a log and gives its events. The output is kept, since some peers need a minute for a log. */
export function peerEvents(peer: EvtxPeer, log: Uint8Array): PeerEvent[] {
  const xml = peerOutput(peer, log);
  return (xml.match(/<Event[ >][\s\S]*?<\/Event>/g) ?? []).map(parseEvent).filter((event) => event.system.size > 0);
}

function peerOutput(peer: EvtxPeer, log: Uint8Array): string {
  mkdirSync(CACHE, { recursive: true });
  const kept = join(CACHE, `${peer}-${createHash('sha256').update(log).digest('hex')}.xml`);
  if (existsSync(kept)) return readFileSync(kept, 'utf8');
  const folder = mkdtempSync(join(tmpdir(), 'evtx-peer-'));
  try {
    const file = join(folder, 'log.evtx');
    writeFileSync(file, log);
    const [program, ...options] = EVTX_PEERS[peer];
    const run = spawnSync(program, [...options, file], { maxBuffer: 1 << 30, encoding: 'utf8' });
    writeFileSync(kept, run.stdout);
    return run.stdout;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

interface Open {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  text: string;
  childCount: number;
}

const HOLDERS = new Set(['Event', 'Event/System', 'Event/EventData', 'Event/UserData']);

function parseEvent(xml: string): PeerEvent {
  const parser = new SaxesParser({ fragment: true });
  const system = new Map<string, string>();
  const data: [string, string][] = [];
  const open: Open[] = [];
  const pathOf = () => open.map((element) => element.name).join('/');
  let unnamed = 0;
  parser.on('error', () => {}); // peers write characters that XML forbids: what is well formed counts
  parser.on('opentag', ({ name, attributes }) => {
    const parent = open.at(-1);
    if (parent !== undefined) parent.childCount++;
    open.push({ name, attributes: attributes as Record<string, string>, text: '', childCount: 0 });
    const path = pathOf();
    for (const [key, value] of Object.entries(attributes as Record<string, string>)) {
      if (key.startsWith('xmlns')) continue;
      if (path.startsWith('Event/System/')) system.set(`${path.slice(13)}@${key}`, value);
      else if (key !== 'Name' || !/(^|\/)(Complex)?Data$/.test(path)) data.push([below(`${path}@${key}`), value]);
    }
  });
  const addText = (text: string) => {
    const element = open.at(-1);
    if (element !== undefined) element.text += text;
  };
  parser.on('text', addText);
  parser.on('cdata', addText);
  parser.on('closetag', () => {
    const path = pathOf();
    const element = open.pop() as Open;
    if (path.startsWith('Event/System/')) system.set(path.slice(13), element.text);
    else if (element.childCount === 0) addElement(path, element);
  });
  const addElement = (path: string, { attributes, text }: Open) => {
    const name = attributes.Name;
    if (/(^|\/)(Complex)?Data$/.test(path) && name !== undefined) data.push([name, text]);
    else if (path === 'Event/EventData/Data') {
      for (const value of unnamedValues(text)) data.push([`param${++unnamed}`, value]);
    } else if (HOLDERS.has(path)) {
      return;
    } else if (text !== '' || !Object.keys(attributes).some((key) => !key.startsWith('xmlns'))) {
      if (text !== '' || !/^Event\/UserData\/[^/]*$/.test(path)) data.push([below(path), text]);
    }
  };
  parser.write(xml);
  return { system, data };
}

/** The path below `EventData`, below the one element of `UserData`, or else below `Event`. */
function below(path: string): string {
  const names = path.split('/').slice(1);
  if (names[0] === 'EventData') return names.slice(1).join('/');
  if (names[0]?.startsWith('EventData@')) return names[0].slice('EventData'.length);
  if (names[0] === 'UserData') return names.length === 2 ? names[1] : names.slice(2).join('/');
  return names.join('/');
}

/** python-evtx shows an array of strings as one text with tags of its own making. */
function unnamedValues(text: string): string[] {
  const tagged = [...text.matchAll(/<string>([\s\S]*?)<\/string>\n?/g)];
  return tagged.length > 0 ? tagged.map((match) => match[1]) : [text];
}

/** What a peer says otherwise than we: every difference that format.md, "Where the peers differ", does not explain. */
export function differences(record: EvtxRecord, event: PeerEvent, peer: EvtxPeer): string[] {
  const wrong: string[] = [];
  for (const field of Object.keys(SYSTEM_PATHS) as SystemField[]) {
    const theirs = event.system.get(SYSTEM_PATHS[field]) ?? '';
    const ours = field === 'time' ? record.timeIso : (record.system(field) ?? '');
    if (!same(ours, theirs, peer)) wrong.push(`${field}: ours ${ours}, theirs ${theirs}`);
  }
  const data = record.data();
  // python-evtx splits an array of strings wrongly where one of them is empty, and shows optional values that are null
  if (peer === 'python' && data.some(({ name, value }) => name === 'param1' && value === '')) return wrong;
  const ours = peer === 'python' ? data.filter(({ value }) => value !== '') : data;
  const theirs = peer === 'python' ? event.data.filter(([, value]) => value.trim() !== '') : event.data;
  if (theirs.some(([name]) => name.includes('/System/'))) return wrong; // libevtx gave up on this event, and the next runs into it
  if (ours.length !== theirs.length) {
    wrong.push(`data: ours ${JSON.stringify(ours)}, theirs ${JSON.stringify(theirs)}`);
    return wrong;
  }
  ours.forEach(({ name, value }, index) => {
    const [theirName, theirValue] = theirs[index];
    if (peer === 'evtxexport' && name !== theirName) wrong.push(`data ${index}: ours ${name}, theirs ${theirName}`);
    if (!same(value, theirValue, peer)) wrong.push(`${name}: ours ${value}, theirs ${theirValue}`);
  });
  return wrong;
}

/** SYSTEMTIME, which python-evtx shows with its milliseconds taken for microseconds. */
const MILLISECONDS = /^(\S+)T(\S+)\.(\d{3})Z$/;

/** Whether two texts show one value: by the differences in form that format.md lists. */
function same(ours: string, theirs: string, peer: EvtxPeer): boolean {
  const lines = ours.replace(/\r\n?/g, '\n'); // every reader of XML does this
  if (lines === theirs) return true;
  if (MILLISECONDS.test(ours)) return theirs === (peer === 'python' ? ours.replace(MILLISECONDS, '$1 $2.000$3') : ours);
  if (/^\d{4}-\d\d-\d\dT/.test(ours)) return sameTime(ours, theirs, peer);
  if (/^0x/.test(ours) && /^0x/.test(theirs)) return BigInt(ours) === BigInt(theirs);
  // libevtx gets characters past U+FFFF wrong
  if (peer === 'evtxexport' && /[\ud800-\udfff]/.test(ours)) return ours.length === theirs.length;
  if (peer === 'evtxexport') return /^-\d+$/.test(ours) && /^-\d+$/.test(theirs); // it prints negative numbers wrong
  if (/^\{/.test(ours)) return ours.toLowerCase() === theirs;
  if (/^(true|false)$/.test(ours)) return ours === theirs.toLowerCase();
  if (/^[0-9A-F]+$/.test(ours)) return Buffer.from(ours, 'hex').toString('base64') === theirs;
  return lines.trim() === theirs.trim();
}

function sameTime(ours: string, theirs: string, peer: EvtxPeer): boolean {
  if (peer === 'evtxexport') return theirs === `${ours.slice(0, -1)}00Z`;
  // python-evtx reckons with floating point seconds, a few microseconds off
  const ms = Date.parse(`${theirs.replace(' ', 'T').slice(0, 19)}Z`);
  const micros = Number((theirs.split('.')[1] ?? '').padEnd(6, '0'));
  const ourMs = Date.parse(`${ours.slice(0, 19)}Z`);
  return Math.abs((ourMs - ms) * 1000 + Number(ours.slice(20, 27)) / 10 - micros) <= 5;
}
