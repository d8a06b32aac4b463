import type { BootEntry } from '../../evidence/kinds/winre.js';
import { type PrintedBootObject, plainId, readBcdedit } from '../../formats/bcdedit/bcdedit.js';
import type { TextIntake } from '../intake.js';

/** Output of `bcdedit /enum`: which loader recovers into which image. */
export const bcdeditIntake: TextIntake = {
  id: 'bcdedit',
  read(lines, sink) {
    const objects = readBcdedit(lines);
    const manager = objects.find(({ id }) => id === 'bootmgr');
    const defaultId = manager?.elements.get('default');
    for (const object of objects) {
      sink.claim(object.firstLine, object.lastLine);
      const entry = entryOf(object, defaultId === undefined ? null : plainId(defaultId));
      if (entry === null) continue;
      const quote = `{${entry.id}} ${entry.device ?? ''}`.trim();
      sink.add('boot-entry', entry, { witness: 'windows-output', at: { line: object.firstLine }, quote });
    }
  },
};

function entryOf({ id, elements }: PrintedBootObject, defaultId: string | null): BootEntry | null {
  const device = elements.get('osdevice') ?? elements.get('device') ?? null;
  const isRecovery = /ramdisk=.*winre\.wim/i.test(device ?? '');
  const isLoader = elements.has('osdevice') || /winload/i.test(elements.get('path') ?? '');
  if (!isRecovery && !isLoader) return null;
  const sequence = elements.get('recoverysequence');
  const path = isRecovery ? /\](\\[^,]*)/.exec(device ?? '')?.[1] : elements.get('path');
  return {
    id,
    role: isRecovery ? 'recovery-loader' : 'os-loader',
    isDefault: defaultId === null ? (id === 'default' ? true : null) : id === defaultId || id === 'default',
    recoverySequence: sequence === undefined ? null : plainId(sequence),
    recoveryEnabled: booleanOf(elements.get('recoveryenabled')),
    device,
    diskId: null,
    partitionId: null,
    offsetBytes: null,
    path: path ?? null,
  };
}

const YES = /^(?:yes|ja|oui|s[ií]|sim|tak|ano|áno|igen|да|так|evet|ναι|はい|是|예|כן|نعم)$/i;
const NO = /^(?:no|nein|non|nee|não|nie|ne|nem|нет|ні|hayır|όχι|いいえ|否|아니요|לא|لا)$/i;

function booleanOf(text: string | undefined): boolean | null {
  if (text === undefined) return null;
  return YES.test(text) ? true : NO.test(text) ? false : null;
}
