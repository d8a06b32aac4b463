/** Debian's programs that make the disks, and how they are called. */
import { execFileSync, spawnSync } from 'node:child_process';

export const PROGRAMS: readonly string[] = [
  'sfdisk',
  'fdisk',
  'mkntfs',
  'ntfscp',
  'mkfs.fat',
  'mmd',
  'mcopy',
  'wimlib-imagex',
  'hivexsh',
  'qemu-img',
  'x86_64-w64-mingw32-windres',
  'x86_64-w64-mingw32-as',
  'x86_64-w64-mingw32-ld',
];

/** Programs that are not installed. */
export function missingPrograms(): string[] {
  return PROGRAMS.filter((program) => spawnSync('sh', ['-c', `command -v ${program}`]).status !== 0);
}

/** Runs a program to its end. @throws {Error} with what it said, if it fails. */
export function run(program: string, args: readonly string[], options: { cwd?: string; input?: string } = {}): void {
  try {
    execFileSync(program, args, { ...options, stdio: ['pipe', 'ignore', 'pipe'] });
  } catch (error) {
    const said = (error as { stderr?: Buffer }).stderr?.toString().slice(0, 600) ?? '';
    throw new Error(`${program} ${args.join(' ')}: ${said}`, { cause: error });
  }
}
