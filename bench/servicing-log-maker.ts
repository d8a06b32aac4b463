/** Writes a log such as CBS.log, the same at each call: mostly lines that say nothing of use, here and there one that does. */
import { closeSync, openSync, writeSync } from 'node:fs';

const WRITE_CHARS = 8 << 20;
const LOG_START_MS = Date.UTC(2026, 0, 1);

/** Pseudo-random numbers below a bound: the constants are those of Numerical Recipes. */
function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 0x1_0000_0000) * below);
  };
}

export function writeServicingLog(path: string, sizeBytes: number): void {
  const draw = numbers(12345);
  const hex = (digits: number) => Array.from({ length: digits }, () => draw(16).toString(16)).join('');
  const session = () => `310${draw(99999)}_${draw(4_000_000_000)}`;
  const ordinary: readonly (() => string)[] = [
    () =>
      `CBS    Appl: Evaluating package applicability for package Package_${draw(9000)}_for_KB50${10000 + draw(89999)}~31bf3856ad364e35~amd64~~26100.${draw(9000)}.1.${draw(30)}, applicable state: Installed`,
    () =>
      `CBS    Appl: detect Parent, Package: Microsoft-Windows-Client-Features-Package~31bf3856ad364e35~amd64~~10.0.26100.${draw(9000)}, Parent: Microsoft-Windows-Foundation-Package~31bf3856ad364e35~amd64~~10.0.26100.1, Disposition = Detect, VersionComp: EQ, BuildComp: GE, RevisionComp: GE, Exist: present`,
    () => `CSI    ${hex(8)} Created NT transaction (seq ${draw(99)}) result 0x00000000, handle @0x${hex(3)}`,
    () =>
      `CSI    ${hex(8)}@2026/1/1:12:00:${draw(60)}.${draw(999)} CSI Transaction @0x${hex(11)} initialized for deployment engine {d16d444c-56d8-11d5-882d-0080c847b195} with flags 00000002 and client id [25]'TI3.31054623_2815331508:1/'`,
    () =>
      `CBS    Plan: Skipping package since its binary is not applicable, package: Package_for_DotNetRollup~31bf3856ad364e35~amd64~~10.0.9${draw(999)}.1`,
    () =>
      `CBS    Session: ${session()} initialized by client WindowsUpdateAgent, external staging directory: (null), external registry directory: (null)`,
    () => 'CBS    Failed to internally open package. [HRESULT = 0x800f0805 - CBS_E_INVALID_PACKAGE]',
    () => `CSI    ${hex(8)} [SR] Verifying 100 components`,
  ];
  const continued: readonly (() => string)[] = [
    () => '    applicable update count: 12',
    () => '  Entry in list, 4 of 9, flags (0)',
    () => `[l:118]"amd64_microsoft-windows-b..environment-windows_31bf3856ad364e35_10.0.26100.1742_none_${hex(16)}"`,
  ];
  const entry = (): string => {
    const chance = draw(100_000);
    if (chance === 0) {
      return 'Error                 CBS    Cannot Commit WinRE servicing [HRESULT = 0x80070070 - ERROR_DISK_FULL]';
    }
    if (chance < 20) {
      return `Info                  CBS    Session: ${session()} finalized. Reboot required: no [HRESULT = 0x00000000 - S_OK]`;
    }
    return `Info                  ${ordinary[draw(ordinary.length)]()}`;
  };

  const file = openSync(path, 'w');
  let at = LOG_START_MS;
  let lines: string[] = [];
  let pending = 0;
  for (let written = 0; written + pending < sizeBytes; ) {
    at += draw(30);
    const line = `${new Date(at).toISOString().slice(0, 19).replace('T', ' ')}, ${entry()}\r\n`;
    lines.push(line);
    pending += line.length;
    if (draw(4) === 0) {
      const more = `${continued[draw(continued.length)]()}\r\n`;
      lines.push(more);
      pending += more.length;
    }
    if (pending >= WRITE_CHARS) {
      writeSync(file, lines.join(''));
      written += pending;
      pending = 0;
      lines = [];
    }
  }
  writeSync(file, lines.join(''));
  closeSync(file);
}
