/** One thing that happened to one update. */
export interface UpdateEvent {
  readonly what:
    | 'install-started'
    | 'install-succeeded'
    | 'install-failed'
    | 'install-succeeded-with-errors'
    | 'download-started'
    | 'downloaded'
    | 'download-failed'
    | 'uninstall-succeeded'
    | 'uninstall-failed'
    | 'restart-required'
    | 'ready-to-install'
    | 'offered'
    | 'not-offered'
    | 'scan-succeeded'
    | 'scan-failed'
    | 'in-progress'
    | 'aborted';
  /** `KB5034441`, from the title or a field of its own. */
  readonly kb: string | null;
  readonly title: string | null;
  /** Update identifier, a GUID in lower case without braces. */
  readonly updateId: string | null;
  /** HRESULT, unsigned. */
  readonly code: number | null;
  /** How many updates a scan found. */
  readonly count: number | null;
}

/** Windows started, stopped or woke. */
export interface Restart {
  readonly what: 'start' | 'shutdown' | 'restart' | 'unexpected-stop' | 'resume';
  /** `full`: kernel started anew; `fast-startup`, `hibernate`: it did not; `null`: not recorded. */
  readonly bootType: 'full' | 'fast-startup' | 'hibernate' | null;
}

/** An error that a servicing component wrote down. */
export interface ServicingError {
  readonly component: 'cbs' | 'dism' | 'winreagent' | 'reagent' | 'setup' | 'windows-update' | 'store' | 'other';
  /** HRESULT, unsigned; `null` where only words stand. */
  readonly code: number | null;
  readonly symbol: string | null;
  readonly kb: string | null;
  /** It speaks of the recovery environment itself, not of servicing in general. */
  readonly aboutWinRe: boolean;
  /** `error`: an operation ended so; `noise`: a line of a kind that healthy logs are full of. */
  readonly weight: 'error' | 'warning' | 'noise';
}

/** A package or hotfix that is on the device. */
export interface InstalledPackage {
  readonly kb: string | null;
  readonly name: string | null;
  readonly version: string | null;
  readonly state: 'installed' | 'install-pending' | 'staged' | 'superseded' | 'uninstall-pending' | 'absent' | 'other';
}
