/** What is known of the Windows installation. `null`: this witness does not say. */
export interface OsVersion {
  /** `Windows 10`, `Windows 11`, `Windows Server 2022`. */
  readonly product: string | null;
  /** `22H2`, `1809`. */
  readonly release: string | null;
  /** 19045 of 10.0.19045.4291. */
  readonly build: number | null;
  /** 4291 of 10.0.19045.4291. */
  readonly revision: number | null;
  readonly edition: string | null;
  readonly server: boolean | null;
  readonly architecture: string | null;
}

/** What tells one machine from another. */
export interface DeviceIdentity {
  readonly computerName: string | null;
  readonly machineGuid: string | null;
  /** GPT disk GUIDs or MBR signatures of the disks that this witness saw. */
  readonly diskIds: readonly string[];
}

export interface TimeZone {
  /** Local time minus UTC, in minutes, outside daylight saving. */
  readonly offsetMinutes: number;
}
