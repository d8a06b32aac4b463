import type { EvidenceLoss } from '../../evidence/kinds/other.js';
import { type Command, commandOf, undress } from '../../formats/text/text.js';
import type { TextIntake } from '../intake.js';

/** Commands that take evidence away or make it, and what of them names the thing. */
const TRACES: readonly { readonly what: EvidenceLoss['what']; readonly form: RegExp }[] = [
  {
    what: 'flags-deleted',
    form: /^(?:reg(?:\.exe)?\s+delete|Remove-Item(?:Property)?|ri|del|rm)\b.*\b(RebootPending|RebootInProgress|PackagesPending|RebootRequired|PostRebootReporting|PendingFileRenameOperations)\b/i,
  },
  {
    what: 'version-value-set-by-hand',
    form: /^(?:reg(?:\.exe)?\s+add|Set-ItemProperty|New-ItemProperty|sp)\b.*\b(WinREVersion)\b/i,
  },
  {
    what: 'event-log-cleared',
    form: /^(?:wevtutil(?:\.exe)?\s+(?:cl|clear-log)|Clear-EventLog(?:\s+-LogName)?|Clear-WinEvent)\s+"?([\w/-]+)/i,
  },
  {
    what: 'history-wiped',
    form: /^(?:rd|rmdir|del|erase|ren|rename|move|Remove-Item|Rename-Item|Move-Item|ri|rm|mv)\b.*\b(SoftwareDistribution(?:\\DataStore)?)\b/i,
  },
];

/** What was typed at a prompt that took evidence away. A command that somebody only recommends has no prompt. */
export const typedCommandsIntake: TextIntake = {
  id: 'typed-commands',
  read(lines, sink) {
    for (const { text, number } of undress(lines)) {
      if (!text.includes('>') || text.length > 1000) continue;
      const command = commandOf(text);
      if (command === null || command.prompt === 'none' || command.prompt === 'diskpart') continue;
      const trace = traceOf(command);
      if (trace === null) continue;
      sink.add('evidence-loss', trace, { witness: 'windows-output', at: { line: number }, quote: command.text });
      sink.claim(number, number);
    }
  },
};

function traceOf(command: Command): EvidenceLoss | null {
  for (const { what, form } of TRACES) {
    const match = form.exec(command.text);
    if (match !== null) return { what, subject: match[1] };
  }
  return null;
}
