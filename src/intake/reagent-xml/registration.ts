import { NIL_GUID } from '../../bytes/guid.js';
import type { WinReConfig, WinReLocation } from '../../evidence/kinds/winre.js';
import type { ReAgentXml } from '../../formats/reagent-xml/reagent-xml.js';

/** Operations that stand in ReAgent.xml of systems where none is scheduled. */
const IDLE_OPERATIONS = new Set([4, 5]);

/** What ReAgent.xml says of the registration. Enabled: it says so and names a boot entry. */
export function configOf(file: ReAgentXml): WinReConfig {
  const hasEntry = file.bcdId !== null && file.bcdId !== NIL_GUID;
  return {
    enabled: file.installed === null ? null : file.installed && hasEntry,
    location: placeOf(file),
    bcdId: file.bcdId,
    staged: file.staged,
    onOsVolume: null,
    // what the other numbers mean is not known
    operationScheduled: file.scheduledOperation !== null && IDLE_OPERATIONS.has(file.scheduledOperation) ? false : null,
  };
}

function placeOf({ location }: ReAgentXml): WinReLocation | 'none' | null {
  if (location === null) return null;
  if (location.path === '') return 'none';
  const { path, diskId, offsetBytes } = location;
  return { disk: null, partition: null, offsetBytes, diskId, letter: null, path };
}

/** The registration in one line, to be quoted. */
export function quoteOfConfig(file: ReAgentXml): string {
  const { location } = file;
  const place =
    location === null || location.path === '' ? 'no location' : `${location.path} at offset ${location.offsetBytes}`;
  return `InstallState ${file.installed === null ? 'missing' : Number(file.installed)}, ${place}`;
}
