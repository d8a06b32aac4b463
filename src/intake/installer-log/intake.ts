import type { InstallerFailure } from '../../evidence/kinds/other.js';
import { readBurnLine } from '../../formats/burn-log/burn-log.js';
import { readKb } from '../../formats/cbs-log/cbs-log.js';
import type { LogStamp } from '../../formats/log-stamp/log-stamp.js';
import { readStamp } from '../../formats/log-stamp/log-stamp.js';
import { readMpSigStubLine } from '../../formats/mpsigstub-log/mpsigstub-log.js';
import { isMsiSuccess, readMsiLine } from '../../formats/msi-log/msi-log.js';
import { isDeviceInstall, readSetupApiLine } from '../../formats/setupapi-log/setupapi-log.js';
import { readSqlSummaryLine } from '../../formats/sql-summary/sql-summary.js';
import type { Line } from '../../formats/text/text.js';
import { productOf } from '../../knowledge/products.js';
import type { LogIntake, LogReading, Reading, TextSink } from '../intake.js';
import { isFailure, readingOf, whenOf } from '../log-reading.js';

/** ERROR_INSTALL_FAILURE as an exit code and as an HRESULT: a driver's section that ends so is of our concern, others are ordinary. */
const INSTALL_FAILURES = new Set([1603, 0x80070643]);
const FAILURES_MAX = 500;

/** Reads the logs of installers: Windows Installer, bundles, .NET, Defender, devices, SQL Server. */
export const installerLog: LogIntake = {
  id: 'installer-log',
  needles: [
    'return value 3',
    'mainenginethread is returning',
    'logging started: ',
    'product name: ',
    ' -- error 1',
    ' -- installation ',
    'e000: error 0x',
    'apply complete, result',
    'wixbundlename',
    'i001: burn v',
    'final result: ',
    'package name = ',
    '>>>  [device install',
    '>>>  [install driver',
    '>>>  section start',
    '[exit status: failure',
    'command: /stub ',
    'start time: 20',
    'exit code (decimal)',
    'error 0x8',
  ],
  begin: (sink) => new InstallerReading(sink),
};

/** What is known so far of the installation that a log is about. */
interface Run {
  name: string | null;
  innerCode: number | null;
  stamp: LogStamp | null;
  /** Where it failed, once it has. */
  reading: Reading | null;
  code: number | null;
}

const newRun = (): Run => ({ name: null, innerCode: null, stamp: null, reading: null, code: null });

class InstallerReading implements LogReading {
  readonly #sink: TextSink;
  #msi = newRun();
  #burn = newRun();
  #section: { title: string; stamp: LogStamp | null } | null = null;
  #stub: { stamp: LogStamp | null; program: string | null } | null = null;
  #sql: { line: Line; failed: boolean } | null = null;
  #told = 0;

  constructor(sink: TextSink) {
    this.#sink = sink;
  }

  line(line: Line): void {
    if (this.#told >= FAILURES_MAX) return;
    const known =
      this.#readMsi(line) ||
      this.#readBurn(line) ||
      this.#readDevice(line) ||
      this.#readDefender(line) ||
      this.#readSql(line);
    if (known) this.#sink.claim(line.number, line.number);
  }

  end(): void {
    this.#endMsi();
    this.#endBurn();
  }

  #readMsi(line: Line): boolean {
    const said = readMsiLine(line.text);
    if (said === null) return false;
    if (said.what === 'start') {
      this.#endMsi();
      this.#msi.stamp = readStamp(line.text);
    } else if (said.what === 'product') this.#msi.name ??= said.name;
    else if (said.what === 'error') this.#msi.innerCode ??= said.code;
    else if (said.what === 'action-failed') this.#msi.reading ??= this.#readingOf(line, this.#msi.stamp);
    else {
      if (said.what === 'status') this.#msi.name = said.name ?? this.#msi.name;
      if (!isMsiSuccess(said.code)) {
        this.#msi.code = said.code;
        this.#msi.reading = this.#readingOf(line, this.#msi.stamp);
      }
    }
    return true;
  }

  #endMsi(): void {
    const { name, innerCode, code, reading } = this.#msi;
    if (reading !== null) this.#tell(name, code, innerCode, 'msi', reading);
    this.#msi = newRun();
  }

  #readBurn(line: Line): boolean {
    const said = readBurnLine(line.text);
    if (said === null) return false;
    if (said.what === 'start') {
      this.#endBurn();
      this.#burn.name = said.path.replace(/^.*[\\/]/, '');
    } else if (said.what === 'name') this.#burn.name = said.name;
    else if (isFailure(said.code)) {
      const isInner = said.what === 'error' && !INSTALL_FAILURES.has(said.code);
      if (isInner) this.#burn.innerCode ??= said.code;
      if (said.what === 'end' || !isInner) {
        this.#burn.code = said.code;
        this.#burn.reading = this.#readingOf(line, said.stamp);
      }
    }
    return true;
  }

  #endBurn(): void {
    const { name, innerCode, code, reading } = this.#burn;
    if (reading !== null) this.#tell(name, code, innerCode === code ? null : innerCode, 'msi', reading);
    this.#burn = newRun();
  }

  #readDevice(line: Line): boolean {
    const said = readSetupApiLine(line.text);
    if (said === null) return false;
    if (said.what === 'section') this.#section = { title: said.title, stamp: null };
    else if (said.what === 'start' && this.#section !== null) this.#section.stamp = said.stamp;
    else if (said.what === 'failure' && this.#section !== null) {
      const { title, stamp } = this.#section;
      this.#section = null;
      if (isDeviceInstall(title) && INSTALL_FAILURES.has(said.code)) {
        this.#tell(title, said.code, null, 'driver', this.#readingOf(line, stamp), 'driver');
      }
    }
    return true;
  }

  #readDefender(line: Line): boolean {
    const said = readMpSigStubLine(line.text);
    if (said === null) return false;
    if (said.what === 'start') this.#stub = { stamp: said.stamp, program: null };
    else if (said.what === 'command') this.#stub = { stamp: this.#stub?.stamp ?? null, program: said.program };
    else if (this.#stub !== null && this.#stub.program !== null) {
      const name = this.#stub.program.replace(/^.*[\\/]/, '');
      this.#tell(name, said.code, null, 'defender', this.#readingOf(line, this.#stub.stamp), 'defender');
    } else return false;
    return true;
  }

  #readSql(line: Line): boolean {
    const said = readSqlSummaryLine(line.text);
    if (said === null) return false;
    if (said.what === 'result') this.#sql = { line, failed: said.failed };
    else if (this.#sql?.failed) {
      this.#tell('SQL Server', said.code, null, 'sql', this.#readingOf(this.#sql.line, null), 'sql');
      this.#sql = null;
    }
    return true;
  }

  #readingOf(line: Line, stamp: LogStamp | null): Reading {
    return readingOf('engine-log', line, whenOf(stamp));
  }

  /** `product`: where the kind of log tells; else the name decides, and `other` stands where it does not. */
  #tell(
    name: string | null,
    code: number | null,
    innerCode: number | null,
    other: string,
    reading: Reading,
    product?: string,
  ): void {
    this.#told++;
    const kb = name === null ? null : readKb(name);
    const failure: InstallerFailure = { product: product ?? productIn(name, kb) ?? other, name, code, innerCode, kb };
    this.#sink.add('installer-failure', failure, reading);
  }
}

/** The product that a name belongs to by the knowledge's titles. */
function productIn(name: string | null, kb: string | null): string | null {
  const row = productOf({ kb, title: name });
  return row === null || row === 'winre' ? null : row.id;
}
