/** Holds the tree to `rooms.ts` and to the habits that a machine can check. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join, relative, sep } from 'node:path';
import { describe, expect, it } from 'vitest';
import { generate } from './generate.js';
import { FRONT_DOORS, HOST_ROOMS, ROOMS } from './rooms.js';

const SRC = join(import.meta.dirname, '..', 'src');
const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.tsx?$/.test(name) && !name.endsWith('.d.ts'))
  .map((name) => join(SRC, name));

const isTest = (file: string) => /\.(test|bench|conformance)\.ts$/.test(file) || /\/(kernel|samples)\//.test(file);
const roomOf = (file: string) => relative(SRC, file).split(sep)[0] ?? '';

/** Module names that a file imports, with the line each stands in. */
function importsOf(file: string): { name: string; line: number }[] {
  const found: { name: string; line: number }[] = [];
  readFileSync(file, 'utf8')
    .split('\n')
    .forEach((text, index) => {
      const match =
        /^\s*(?:import|export)\b.*?\bfrom '([^']+)'|^\s*import '([^']+)'|\bimport\('([^']+)'\)|^\} from '([^']+)'/.exec(
          text,
        );
      const name = match?.[1] ?? match?.[2] ?? match?.[3] ?? match?.[4];
      if (name !== undefined) found.push({ name, line: index + 1 });
    });
  return found;
}

describe('rooms', () => {
  it('import only what tools/rooms.ts allows', () => {
    const wrong: string[] = [];
    for (const file of files) {
      const room = roomOf(file);
      const allowed = ROOMS[room];
      if (allowed === undefined) {
        wrong.push(`${relative(SRC, file)}: no such room`);
        continue;
      }
      for (const { name, line } of importsOf(file)) {
        if (!name.startsWith('.')) continue;
        const target = roomOf(join(dirname(file), name));
        if (target === room || allowed.includes('*') || allowed.includes(target)) continue;
        if (isTest(file) && (target === 'testing' || target === 'hosts')) continue;
        wrong.push(`${relative(SRC, file)}:${line} imports ${target}`);
      }
    }
    expect(wrong).toEqual([]);
  });

  it('never import a front door', () => {
    const shipped = files.filter((file) => !isTest(file) && roomOf(file) !== 'testing'); // tests go in by the front door
    const wrong = shipped.flatMap((file) =>
      importsOf(file)
        .filter(({ name }) => name.startsWith('.'))
        .map(({ name, line }) => ({ line, target: roomOf(join(dirname(file), name)) }))
        .filter(({ target }) => (FRONT_DOORS as readonly string[]).includes(target) && target !== roomOf(file))
        .filter(({ target }) => !(isTest(file) && target === 'testing'))
        .map(({ line, target }) => `${relative(SRC, file)}:${line} imports ${target}`),
    );
    expect(wrong).toEqual([]);
  });

  it('know where they run only in host rooms', () => {
    const wrong: string[] = [];
    for (const file of files) {
      if (isTest(file) || (HOST_ROOMS as readonly string[]).includes(roomOf(file))) continue;
      readFileSync(file, 'utf8')
        .split('\n')
        .forEach((text, index) => {
          if (/^\s*(\/?\*|\/\/)/.test(text)) return;
          if (
            /'node:|\bBuffer\.|\bprocess\.|\bDate\.now\(|\bnew Date\(\)|\bMath\.random\(|\bperformance\.now/.test(text)
          ) {
            wrong.push(`${relative(SRC, file)}:${index + 1} ${text.trim().slice(0, 80)}`);
          }
        });
    }
    expect(wrong).toEqual([]);
  });
});

describe('folders', () => {
  const whole = (room: string, wanted: readonly string[]) => {
    const folder = join(SRC, room);
    if (!existsSync(folder)) return [];
    return readdirSync(folder, { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .flatMap((entry) =>
        wanted
          .map((name) => name.replace('<id>', entry.name))
          .filter((name) => !existsSync(join(folder, entry.name, name)))
          .map((name) => `${room}/${entry.name} lacks ${name}`),
      );
  };

  it('of rules are whole', () => {
    expect(whole('rules', ['rule.ts', 'rule.md', 'rule.test.ts', 'words.ts'])).toEqual([]);
  });

  it('of formats have a face and a format.md', () => {
    expect(whole('formats', ['<id>.ts', 'format.md'])).toEqual([]);
  });

  it('of witnesses are whole: a reader, what it leans on, and a test', () => {
    const folder = join(SRC, 'intake');
    const untested = readdirSync(folder, { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .filter((entry) => !readdirSync(join(folder, entry.name)).some((name) => name.endsWith('.test.ts')))
      .map((entry) => `intake/${entry.name} lacks a test`);
    expect([...whole('intake', ['intake.ts', 'intake.md']), ...untested]).toEqual([]);
  });

  it('bear kebab-case names', () => {
    const wrong = files
      .map((file) => basename(file))
      .filter((name) => !/^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]+)*\.tsx?$/.test(name));
    expect(wrong).toEqual([]);
  });
});

describe('text', () => {
  it('names no evidence sample and no silenced check', () => {
    const wrong: string[] = [];
    for (const file of files) {
      readFileSync(file, 'utf8')
        .split('\n')
        .forEach((text, index) => {
          if (/@ts-(ignore|expect-error|nocheck)|\bas any\b|: any\b/.test(text))
            wrong.push(`${relative(SRC, file)}:${index + 1}`);
          if (!isTest(file) && /\.\.\/shared|\bcorpus\//.test(text))
            wrong.push(`${relative(SRC, file)}:${index + 1} ${text.trim()}`);
        });
    }
    expect(wrong).toEqual([]);
  });

  it('stays under 400 lines a source file', () => {
    const long = files
      .filter((file) => !isTest(file) && !file.endsWith('.generated.ts') && roomOf(file) !== 'knowledge')
      .map((file) => ({ file: relative(SRC, file), lines: readFileSync(file, 'utf8').split('\n').length }))
      .filter(({ lines }) => lines > 400);
    expect(long).toEqual([]);
  });
});

describe('generated files', () => {
  it('are fresh: `npm run gen` would change none', async () => {
    const stale = [...(await generate())]
      .filter(
        ([name, text]) => !existsSync(join(SRC, '..', name)) || readFileSync(join(SRC, '..', name), 'utf8') !== text,
      )
      .map(([name]) => name);
    expect(stale).toEqual([]);
  });
});
