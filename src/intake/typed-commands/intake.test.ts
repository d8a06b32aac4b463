import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readText } from '../../testing/text-reading.js';
import { typedCommandsIntake } from './intake.js';

const lossOf = (text: string) => readText(typedCommandsIntake, text).values('evidence-loss');

describe('typed commands', () => {
  it('that take evidence away are told', () => {
    for (const [text, what, subject] of [
      [
        'C:\\>reg delete "HKLM\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Component Based Servicing\\RebootPending" /f',
        'flags-deleted',
        'RebootPending',
      ],
      [
        "PS C:\\> Remove-Item 'HKLM:\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\WindowsUpdate\\Auto Update\\RebootRequired'",
        'flags-deleted',
        'RebootRequired',
      ],
      [
        'C:\\>reg add "HKLM\\SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion" /v WinREVersion /d 10.0.19041.3920 /f',
        'version-value-set-by-hand',
        'WinREVersion',
      ],
      ['C:\\Windows\\system32>wevtutil cl System', 'event-log-cleared', 'System'],
      ['PS C:\\> Clear-EventLog -LogName System', 'event-log-cleared', 'System'],
      ['C:\\>ren C:\\Windows\\SoftwareDistribution SoftwareDistribution.old', 'history-wiped', 'SoftwareDistribution'],
      [
        '> PS C:\\> Remove-Item C:\\Windows\\SoftwareDistribution\\DataStore -Recurse',
        'history-wiped',
        'SoftwareDistribution\\DataStore',
      ],
    ] as const) {
      expect([text, lossOf(text)]).toEqual([text, [{ what, subject }]]);
    }
  });

  it('that are only recommended, or look, tell nothing', () => {
    for (const text of [
      'Run: ren C:\\Windows\\SoftwareDistribution SoftwareDistribution.old',
      'wevtutil cl System',
      'C:\\>dir C:\\Windows\\SoftwareDistribution',
      'C:\\>reg query HKLM\\SOFTWARE\\X\\RebootPending',
    ]) {
      expect([text, lossOf(text)]).toEqual([text, []]);
    }
  });

  it('of any text never throw', () => {
    fc.assert(fc.property(fc.string({ maxLength: 60 }), (text) => void lossOf(`C:\\>${text}`)));
  });
});
