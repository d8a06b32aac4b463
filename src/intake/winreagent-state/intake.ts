import { FormatError } from '../../bytes/format-error.js';
import type { WinReSpaceCheck } from '../../evidence/kinds/winre.js';
import {
  type RollbackInfo,
  readRollbackInfo,
  readServicingManager,
  type ServicingManager,
} from '../../formats/winreagent-state/winreagent-state.js';
import { headText, smallText } from '../head-text.js';
import type { Artefact, Intake, Sink } from '../intake.js';

const MANAGER = /<ResetSession[\s>]/;
const ROLLBACK = /<RollbackHelper[\s/>]/;
const INI = /^\s*\[GeneralInfo\][\s\S]{0,4000}WimPath=/im;
const ROOT_AT_MAX = 512;

/** What `C:\$WinREAgent` holds: WinREServicingManager.xml, RollbackInfo.ini, Rollback.xml. */
export const winreagentStateIntake: Intake = {
  id: 'winreagent-state',
  recognises: (head) => kindOf(headText(head.subarray(0, 4096))) !== null,
  read(artefact, sink) {
    const text = smallText(artefact.bytes);
    const kind = kindOf(text.slice(0, 4096));
    if (kind === 'manager') addManager(readServicingManager(text), rollbackBeside(artefact), sink);
    else if (kind === 'ini') addRollback(readRollbackInfo(text), managerBeside(artefact), sink);
    // Rollback.xml: what its checkpoints mean is not known
  },
};

function kindOf(head: string): 'manager' | 'ini' | 'rollback' | null {
  if (isNear(head.search(MANAGER)) && head.includes('Executor')) return 'manager';
  if (isNear(head.search(ROLLBACK))) return 'rollback';
  return isNear(head.search(INI)) ? 'ini' : null;
}

function isNear(at: number): boolean {
  return at >= 0 && at <= ROOT_AT_MAX;
}

function rollbackBeside(artefact: Artefact): RollbackInfo | null {
  const source = artefact.beside?.get('rollbackinfo.ini');
  return source === undefined ? null : readRollbackInfo(smallText(source));
}

function managerBeside(artefact: Artefact): ServicingManager | null {
  const source = artefact.beside?.get('winreservicingmanager.xml');
  if (source === undefined) return null;
  try {
    return readServicingManager(smallText(source));
  } catch (error) {
    if (error instanceof FormatError) return null; // its own reading tells of the damage
    throw error;
  }
}

function addManager(manager: ServicingManager, rollback: RollbackInfo | null, sink: Sink): void {
  const reading = (key: string, quote: string) => ({ witness: 'state-file', at: { key }, quote }) as const;
  const kb = kbOf(manager);
  const awaits = awaitsCommit(manager);
  if (awaits !== null) {
    const agrees = rollback !== null && (rollback.commitCompleted !== true) === awaits;
    sink.add(
      'pending-restart',
      {
        indicator: 'winreagent-commit',
        present: awaits,
        strength: agrees ? 'strong' : 'weak',
        detail: kb === null ? 'staged' : `staged ${kb}`,
      },
      reading(
        'ResetSession',
        `Staged ${manager.staged}, ${executed(manager)} of ${commits(manager).length} commit operations executed`,
      ),
    );
  }
  if (manager.staged) {
    sink.add(
      'winre-servicing',
      { what: 'started', version: null, phase: 1, code: null, kb },
      reading('ResetSession', 'Staged="True"'),
    );
  }
  if (awaits === false && rollback?.commitCompleted === true) {
    sink.add(
      'winre-servicing',
      { what: 'succeeded', version: null, phase: 3, code: null, kb },
      reading('CommitOperation', 'all commit operations executed, CommitComplete=Yes'),
    );
  }
  const scenario = scenarioOf(manager);
  if (scenario !== null)
    sink.add('winre-space-check', { ...NO_MEASURES, scenario }, reading('CommitOperation', scenario));
  addPlaces(manager, sink);
}

const NO_MEASURES: WinReSpaceCheck = {
  totalBytes: null,
  freeBytes: null,
  imageBytes: null,
  targetImageBytes: null,
  requiredBytes: null,
  scenario: null,
  refusal: null,
  disk: null,
  partition: null,
};

function addPlaces(manager: ServicingManager, sink: Sink): void {
  const reading = { witness: 'state-file', at: { key: 'ExecutionContext' } } as const;
  if (manager.target !== null && manager.target.diskId !== null) {
    sink.add('device-identity', { computerName: null, machineGuid: null, diskIds: [manager.target.diskId] }, reading);
  }
  if (manager.image === null) return;
  const device = /harddisk(\d{1,4})\\partition(\d{1,4})\\/i.exec(manager.currentImage ?? '');
  sink.add(
    'winre-config',
    {
      enabled: manager.winReAvailable,
      location: {
        disk: device === null ? null : Number(device[1]),
        partition: device === null ? null : Number(device[2]),
        offsetBytes: manager.image.offsetBytes,
        diskId: manager.image.diskId,
        letter: null,
        path: manager.image.path.replace(/\\[^\\]*\.wim$/i, '') || null,
      },
      bcdId: null,
      staged: null,
      onOsVolume: manager.target === null ? null : isSamePlace(manager),
      operationScheduled: null,
    },
    reading,
  );
}

/** Whether the recovery image lies on the partition of Windows; `null` where a place is not told. */
function isSamePlace({ target, image }: ServicingManager): boolean | null {
  if (target?.offsetBytes == null || image?.offsetBytes == null) return null;
  return target.offsetBytes === image.offsetBytes && target.diskId === image.diskId;
}

function addRollback(rollback: RollbackInfo | null, manager: ServicingManager | null, sink: Sink): void {
  if (rollback === null || rollback.commitStarted === null) return;
  const present = rollback.commitCompleted !== true;
  const agrees = manager !== null && awaitsCommit(manager) === present;
  sink.add(
    'pending-restart',
    { indicator: 'winreagent-commit', present, strength: agrees ? 'strong' : 'weak', detail: 'RollbackInfo.ini' },
    {
      witness: 'state-file',
      at: { key: 'ExecutionInfo', value: 'CommitComplete' },
      quote: `CommitStart=${answer(rollback.commitStarted)}, CommitComplete=${answer(rollback.commitCompleted)}`,
    },
  );
}

function answer(value: boolean | null): string {
  return value === null ? '(missing)' : value ? 'Yes' : 'No';
}

function commits(manager: ServicingManager) {
  return manager.operations.filter((operation) => operation.phase === 'commit');
}

function executed(manager: ServicingManager): number {
  return commits(manager).filter((operation) => operation.executed).length;
}

/** By this file alone: whether the commit is still to come; `null` where nothing was staged. */
function awaitsCommit(manager: ServicingManager): boolean | null {
  if (!manager.staged || commits(manager).length === 0) return null;
  return executed(manager) < commits(manager).length;
}

function scenarioOf(manager: ServicingManager): WinReSpaceCheck['scenario'] {
  for (const { type } of commits(manager)) {
    if (type === 'UpdateInPartition' || type === 'ReplaceInPlace' || type === 'Repartition') return type;
  }
  return null;
}

/** The update that is serviced in: the servicing stack that comes before it is another. */
function kbOf(manager: ServicingManager): string | null {
  for (const path of manager.packages) {
    const match = /\bKB(\d{6,8})(?!\d)/i.exec(path);
    if (match !== null && !/\bSSU\b/i.test(path)) return `KB${match[1]}`;
  }
  return null;
}
