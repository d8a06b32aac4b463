import { Command, type CommanderError, Option } from 'commander';
import { EXPLAIN_HELP, EXPLAIN_SUMMARY } from './commands/explain-help.js';
import { EXIT, type Host } from './host.js';

/** The command was called wrongly, or only asked for help. */
export class WrongUse extends Error {
  readonly code: number;

  constructor(message: string, code: number = EXIT.usage) {
    super(message);
    this.code = code;
  }
}

const EXIT_HELP = `
Exit codes of diagnose:
   0  ignore: nothing to do
   1  repair: it is real, and this is why
   2  wrong use of the command
   3  ask: cannot tell from what was given
   4  nothing that was given could be read
   5  elsewhere: not a WinRE problem
   6  restart: a restart finishes it
  70  a failure of WinRE Doctor itself`;

const HELP_EXAMPLES = `
Examples:
  winre-doctor diagnose System.evtx CBS.log    what is wrong, and what to do now
  winre-doctor explain 0x80070643 KB5034441    what a code or an update means
  winre-doctor inspect Winre.wim               what is in one file

Every command reads only: nothing on the device is changed.
winre-doctor help diagnose (or explain, inspect) shows the options.`;

/** Builds the whole command line. Each command's code is loaded only when it is called. */
export function buildProgram(host: Host, done: (code: number) => void): Command {
  const program = new Command('winre-doctor')
    .description('Says whether Windows Update error 0x80070643 is real, why, and what to do now.')
    .version('0.1.0')
    .configureOutput({ writeOut: (text) => host.out(text), writeErr: (text) => host.err(text.trimEnd()) })
    .enablePositionalOptions()
    .exitOverride((error: CommanderError) => {
      throw new WrongUse('', error.exitCode === 0 ? EXIT.ignore : EXIT.usage);
    })
    .showHelpAfterError('(winre-doctor --help shows how to call it)')
    .addHelpText('after', HELP_EXAMPLES);

  program
    .command('diagnose')
    .summary('say what is wrong with a device, from what it left behind')
    .description(
      'Reads what a device left behind and answers: is it real, why, what now - with the evidence cited.\n' +
        'Give any mix of files, folders, archives and disk images, or - for text pasted to standard input.',
    )
    .argument('<path...>', 'file, folder, archive, or - for standard input')
    .addOption(
      new Option('--format <format>', 'how to show the answer')
        .choices(['text', 'json', 'html', 'markdown'])
        .default('text'),
    )
    .option('--json', 'short for --format json')
    .option('--output <file>', 'write there instead of to standard output')
    .option(
      '--lang <tag>',
      'language of the report, such as en; xx marks what is not translated (default: from the environment; JSON: en)',
    )
    .option('--kb <number>', 'judge this update, such as KB5057589')
    .option('--code <code>', 'what the person saw for it where the evidence shows no failure (with --kb: 0x80070643)')
    .option('--at <moment>', 'judge from this moment, such as 2025-04-20T10:00Z (default: the newest in the evidence)')
    .option('--redact', 'take out names, serial numbers, user paths and addresses (default in html and markdown)')
    .option('--no-redact', 'leave them in')
    .option('--knowledge <file>', 'more or newer knowledge, as JSON')
    .addHelpText(
      'after',
      `${EXIT_HELP}

Examples:
  winre-doctor diagnose System.evtx
  winre-doctor diagnose logs.zip --kb KB5034441 --format html --output report.html
  reagentc /info | winre-doctor diagnose -`,
    )
    .action(async (paths: string[], options) => {
      const { runDiagnose } = await import('./commands/diagnose.js');
      done(await runDiagnose(paths, options, host));
    });

  program
    .command('explain')
    .summary(EXPLAIN_SUMMARY)
    .description(
      'Says what a code, an update, an event or a cause means, with sources, and which claims about it are wrong.',
    )
    .argument('<term...>', '0x80070643, -2147023293, 3bc3, KB5034441, 4502, a symbol, a cause')
    .addOption(new Option('--format <format>', 'how to show it').choices(['text', 'json']).default('text'))
    .option('--json', 'short for --format json')
    .option('--lang <tag>', 'language of the labels, such as en; xx marks what is not translated')
    .option('--knowledge <file>', 'more or newer knowledge, as JSON')
    .addHelpText('after', EXPLAIN_HELP)
    .action(async (terms: string[], options) => {
      const { explainCommand } = await import('./commands/explain-command.js');
      done(await explainCommand(terms, options, host));
    });

  program
    .command('inspect')
    .summary('what is in a file: a disk, an image, an archive, a log')
    .description(
      'Shows what is in one file, and the facts that WinRE Doctor reads in it with their places. Lists and takes out what ' +
        'lies inside, through any number of containers: zip, cabinet, WIM, disk image (raw, VHD, VHDX), NTFS, FAT.',
    )
    .argument('<file>', 'file, folder, a path into a file, or - for standard input')
    .addOption(new Option('--format <format>', 'how to show it').choices(['text', 'json']).default('text'))
    .option('--json', 'short for --format json')
    .option('--ls [path]', 'list what is inside, with everything below, as one JSON object a line')
    .option('--hash', 'with --ls: the SHA-1 of each file')
    .option('--cat [path]', 'the bytes of a file inside')
    .option('--extract [path]', 'write a file or folder inside to --output; with / at its end, what is in it')
    .option('--output <folder>', 'where --extract writes to; nothing there is overwritten')
    .option('--records', 'every record of an event log or a trace (ETL) as one JSON object a line')
    .option('--provider <name>', 'only records of this provider')
    .option('--id <number>', 'only records of this event id')
    .option(
      '--key <path>',
      'a key of a registry hive with all below it, one JSON object a line; \\\\ for the whole hive',
    )
    .addHelpText(
      'after',
      `
Exit codes: 0 read, 2 wrong use of the command, 4 not found or not readable, 70 a failure of WinRE Doctor itself.

Examples:
  winre-doctor inspect Winre.wim
  winre-doctor inspect logs.zip --ls inner.cab
  winre-doctor inspect disk.vhdx --cat "partition 4/Recovery/WindowsRE/Winre.wim/1/Windows/System32/winpeshl.exe"
  winre-doctor inspect "disk.vhdx/partition 3/Windows/Logs" --extract --output logs`,
    )
    .action(async (file: string, options) => {
      const { runInspect } = await import('./commands/inspect.js');
      done(await runInspect(file, options, host));
    });

  return program;
}
