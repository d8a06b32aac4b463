import type { Command } from '../text/text.js';
import type { DiskDetail, DiskpartReading, PartitionDetail } from './reading.js';
import type { DiskRow, PartitionRow, VolumeRow } from './rows.js';

const SELECT_DISK = /^sel(?:ect)?\s+dis(?:k)?\s*=?\s*(\d{1,4})/i;
const SELECT_PARTITION = /^sel(?:ect)?\s+par(?:t(?:ition)?)?\s*=?\s*(\d{1,4})/i;
const SELECT_OTHER = /^sel(?:ect)?\s/i;
const DELETE_PARTITION = /^del(?:ete)?\s+par(?:t(?:ition)?)?\b/i;

/** Words in sentences that say that diskpart did what it was told, in the languages that we know. */
const DONE =
  /success|erfolgreich|réussi|correctement|avec succès|correctamente|correttamente|completat|sucesso|êxito|voltooid|met succes|verwijderd|pomyślnie|powodzeniem|úspěšn|úspešn|sikeres|успешн|успішн|başarı|επιτυχ|成功|正常に|성공|삭제했|בהצלחה|بنجاح|lykke|onnistu|vellyk|lyckad/i;

interface Deletion {
  readonly line: number;
  readonly disk: number | null;
  readonly number: number | null;
  readonly list: readonly PartitionRow[] | null;
}

/** What was selected and listed so far, and what was read from it. */
export class Session {
  readonly #readings: DiskpartReading[] = [];
  #disk: number | null = null;
  #partition: number | null = null;
  /** The newest list of the selected disk. */
  #list: readonly PartitionRow[] | null = null;
  #onlyDisk: number | null = null;
  #deletion: Deletion | null = null;

  command(command: Command, line: number): void {
    this.#deletion = null;
    const disk = SELECT_DISK.exec(command.text);
    const partition = SELECT_PARTITION.exec(command.text);
    if (disk !== null) {
      this.#disk = Number(disk[1]);
      this.#partition = null;
      this.#list = null;
    } else if (partition !== null) this.#partition = Number(partition[1]);
    else if (SELECT_OTHER.test(command.text)) this.#partition = null;
    else if (DELETE_PARTITION.test(command.text)) {
      this.#deletion = { line, disk: this.#disk, number: this.#partition, list: this.#list };
    }
    if (command.prompt === 'diskpart') this.#readings.push({ kind: 'understood', firstLine: line, lastLine: line });
  }

  /** A line that is neither a command nor part of an answer that is read: what diskpart says to a deletion. */
  said(text: string, line: number): void {
    const deletion = this.#deletion;
    if (deletion === null || text.trim() === '') return;
    if (!DONE.test(text)) {
      if (line - deletion.line > 4) this.#deletion = null;
      return;
    }
    this.#deletion = null;
    const row = deletion.list?.find(({ number }) => number === deletion.number) ?? null;
    const others = deletion.list?.filter((other) => other.word === 'recovery' && other.number !== deletion.number);
    this.#readings.push({
      kind: 'deleted-partition',
      disk: deletion.disk,
      number: deletion.number,
      word: row?.word ?? null,
      sizeBytes: row?.size.bytes ?? null,
      otherRecoveryCount: others?.length ?? null,
      firstLine: deletion.line,
      lastLine: line,
    });
    this.#list = this.#list?.filter(({ number }) => number !== deletion.number) ?? null;
    this.#partition = null;
  }

  disks(disks: readonly DiskRow[], firstLine: number, lastLine: number): void {
    this.#onlyDisk = disks.length === 1 ? disks[0].number : null;
    this.#readings.push({ kind: 'disks', disks, firstLine, lastLine });
  }

  partitions(partitions: readonly PartitionRow[], isWhole: boolean, firstLine: number, lastLine: number): void {
    this.#list = partitions;
    const selected = partitions.find(({ isSelected }) => isSelected);
    if (selected !== undefined) this.#partition = selected.number;
    const disk = this.#disk ?? this.#onlyDisk;
    this.#readings.push({ kind: 'partitions', disk, partitions, isWhole, firstLine, lastLine });
  }

  volumes(volumes: readonly VolumeRow[], firstLine: number, lastLine: number): void {
    const detail = this.#readings.at(-1);
    const isDetail = detail?.kind === 'partition-detail' && firstLine - detail.lastLine <= 4 && volumes.length === 1;
    const of = isDetail ? { disk: detail.disk, partition: detail.number } : null;
    this.#readings.push({ kind: 'volumes', volumes, of, firstLine, lastLine });
  }

  detail(detail: PartitionDetail | DiskDetail): void {
    if (detail.kind === 'partition-detail') this.#partition = detail.number;
    this.#readings.push({ ...detail, disk: this.#disk ?? this.#onlyDisk });
  }

  finish(): DiskpartReading[] {
    return this.#readings;
  }
}
