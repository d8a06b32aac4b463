import { nodeHost } from '../hosts/node/node-host.js';
import { EXIT, type Host } from './host.js';
import { buildProgram, WrongUse } from './program.js';

/** The command. Everything that a person may meet ends in an exit code; a failure of our own ends in 70, never in 1. */
export async function main(argv: readonly string[] = process.argv.slice(2), host: Host = nodeHost()): Promise<void> {
  process.exitCode = await run(argv, host);
}

/** Runs one command line and returns its exit code. */
export async function run(argv: readonly string[], host: Host): Promise<number> {
  let code: number = EXIT.ignore;
  try {
    await buildProgram(host, (result) => {
      code = result;
    }).parseAsync(argv, { from: 'user' });
    return code;
  } catch (error) {
    if (error instanceof WrongUse) {
      if (error.message !== '') host.err(error.message);
      return error.code;
    }
    host.err(`WinRE Doctor failed: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
    host.err('This is a fault of WinRE Doctor, not of your device. Nothing was changed.');
    return EXIT.ours;
  }
}
