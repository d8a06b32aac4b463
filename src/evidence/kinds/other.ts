/** An installer other than WinRE servicing failed; `product` is an id of `knowledge/products`. */
export interface InstallerFailure {
  readonly product: string;
  /** As the evidence names it, for the reader. */
  readonly name: string | null;
  /** Exit code or HRESULT shown, unsigned. */
  readonly code: number | null;
  /** The code beneath, such as 1612 or 1618. */
  readonly innerCode: number | null;
  readonly kb: string | null;
}

/** Evidence that once was there and was taken away. */
export interface EvidenceLoss {
  readonly what:
    | 'event-log-cleared'
    | 'history-wiped'
    | 'flags-deleted'
    | 'log-rolled-over'
    | 'clock-changed'
    | 'version-value-set-by-hand';
  /** Which log, store or key. */
  readonly subject: string;
}

/** Something a person says that no measured kind holds. */
export interface Statement {
  readonly claim: StatementId;
  readonly kb: string | null;
}

export type StatementId =
  | 'asks-about-failure' //              an update failed, nothing more is told
  | 'restarted' //                       restarted since the failure
  | 'restarted-several-times'
  | 'restart-awaited' //                 another update waits for a restart
  | 'update-installed' //                says the update is in
  | 'still-offered' //                   it is offered again
  | 'recovery-partition-absent'
  | 'recovery-partition-removed'
  | 'recovery-partition-too-small' //    says it is too small
  | 'enlarged-and-solved'
  | 'enlarged-without-success'
  | 'shrink-refused' //                  Windows volume cannot be shrunk
  | 'partition-in-the-way'
  | 'partition-table-full' //            four primary partitions
  | 'winre-on-os-volume'
  | 'winre-off-by-choice'
  | 'winre-enable-fails'
  | 'winre-broken' //                    WinRE does not start or does not take input
  | 'recovery-environment-not-found' //  "could not find the recovery environment"
  | 'image-missing'
  | 'image-corrupt'
  | 'layout-changed' //                  cloned, converted, moved, merged
  | 'converted-mbr-to-gpt'
  | 'bitlocker-refuses'
  | 'os-volume-full'
  | 'store-corrupt' //                   SFC or DISM found damage
  | 'store-clean' //                     SFC and DISM found none
  | 'history-reset' //                   SoftwareDistribution deleted or renamed
  | 'manual-install-works'
  | 'antivirus-blocks'
  | 'not-elevated'
  | 'servicing-stuck' //                 the same restart is asked for again and again
  | 'product-named'; //                  failing product is named (see installer-failure)
