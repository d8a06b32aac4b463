/** The state that WinRE servicing keeps in `C:\$WinREAgent`. */

export { type RollbackInfo, readRollbackInfo } from './rollback-info.js';
export {
  readServicingManager,
  type ServicingManager,
  type ServicingOperation,
  type ServicingPlace,
} from './servicing-manager.js';
