export interface RegistryValue {
  /** Empty for the default value. */
  readonly name: string;
  /** As `REG_SZ` and so on. */
  readonly type: string;
  /** Text; numbers in decimal; the strings of a list joined by line ends; other bytes in hex. */
  readonly text: string;
  readonly line: number;
}

/** One key as a text shows it. */
export interface RegistryReading {
  /** From `HKEY_...` on, as printed. */
  readonly key: string;
  /** `absent`: it was asked for and is not there. */
  readonly state: 'present' | 'absent' | 'removed';
  /** Where a value of the key was asked for and is not there: its name. The key itself may then be there. */
  readonly absentValue: string | null;
  readonly values: readonly RegistryValue[];
  /** Numbers of the lines it was read from, both inclusive. */
  readonly firstLine: number;
  readonly lastLine: number;
}

/** Values of one key. */
export const VALUES_MAX = 10_000;
