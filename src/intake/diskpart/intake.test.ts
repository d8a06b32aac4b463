import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeText, displayWidth } from '../../formats/text/text.js';
import { readText, SPOILINGS } from '../../testing/text-reading.js';
import { diskpartIntake } from './intake.js';

const MIB = 1024 ** 2;
const GIB = 1024 ** 3;

/** Words that diskpart prints: column heads, the numbered noun, system, reserved, primary, recovery, and the units. */
const LANGUAGES: Record<
  string,
  { noun: string; types: readonly string[]; heads: readonly string[]; units: readonly string[] }
> = {
  en: {
    noun: 'Partition',
    types: ['System', 'Reserved', 'Primary', 'Recovery'],
    heads: ['Partition ###', 'Type', 'Size', 'Offset'],
    units: ['KB', 'MB', 'GB'],
  },
  de: {
    noun: 'Partition',
    types: ['System', 'Reserviert', 'Primär', 'Wiederherstellun'],
    heads: ['Partition ###', 'Typ', 'Größe', 'Offset'],
    units: ['KB', 'MB', 'GB'],
  },
  fr: {
    noun: 'Partition',
    types: ['Système', 'Réservé', 'Principale', 'Récupération'],
    heads: ['N° partition', 'Type', 'Taille', 'Décalage'],
    units: ['K', 'M', 'G'],
  },
  'fr octets': {
    noun: 'Partition',
    types: ['Système', 'Réservé', 'Principale', 'Récupération'],
    heads: ['N° partition', 'Type', 'Taille', 'Décalage'],
    units: ['Ko', 'Mo', 'Go'],
  },
  es: {
    noun: 'Partición',
    types: ['Sistema', 'Reservado', 'Principal', 'Recuperación'],
    heads: ['Núm Partición', 'Tipo', 'Tamaño', 'Desplazamiento'],
    units: ['KB', 'MB', 'GB'],
  },
  it: {
    noun: 'Partizione',
    types: ['Sistema', 'Riservato', 'Primario', 'Ripristino'],
    heads: ['Partizione ###', 'Tipo', 'Dim.', 'Offset'],
    units: ['KB', 'MB', 'GB'],
  },
  pl: {
    noun: 'Partycja',
    types: ['System', 'Zarezerwowany', 'Podstawowy', 'Odzyskiwanie'],
    heads: ['Partycja ###', 'Typ', 'Rozmiar', 'Przesunięcie'],
    units: ['KB', 'MB', 'GB'],
  },
  cs: {
    noun: 'Oddíl',
    types: ['Systémový', 'Rezervováno', 'Primární', 'Obnovení'],
    heads: ['Oddíl ###', 'Typ', 'Velikost', 'Posunutí'],
    units: ['kB', 'MB', 'GB'],
  },
  ru: {
    noun: 'Раздел',
    types: ['Системный', 'Зарезервирован', 'Основной', 'Восстановление'],
    heads: ['Раздел    ###', 'Тип', 'Размер', 'Смещение'],
    units: ['Кб', 'Mб', 'Gб'],
  },
  'ru cyrillic units': {
    noun: 'Раздел',
    types: ['Системный', 'Зарезервирован', 'Основной', 'Восстановление'],
    heads: ['Раздел    ###', 'Тип', 'Размер', 'Смещение'],
    units: ['КБ', 'МБ', 'ГБ'],
  },
  tr: {
    noun: 'Bölüm',
    types: ['Sistem', 'Ayrılmış', 'Birincil', 'Kurtarma'],
    heads: ['Bölüm ###', 'Tür', 'Boyut', 'Göreli Konum'],
    units: ['KB', 'MB', 'GB'],
  },
  el: {
    noun: 'Διαμέρισμα',
    types: ['Σύστημα', 'Δεσμευμένο', 'Πρωτεύον', 'Αποκατάσταση'],
    heads: ['Διαμέρ.', 'Τύπος', 'Μέγεθος', 'Μετατόπιση'],
    units: ['KB', 'MB', 'GB'],
  },
  ja: {
    noun: 'Partition',
    types: ['システム', '予約', 'プライマリ', '回復'],
    heads: ['Partition ###', 'Type', 'Size', 'Offset'],
    units: ['KB', 'MB', 'GB'],
  },
  'zh-CN': {
    noun: '分区     ',
    types: ['系统', '保留', '主要', '恢复'],
    heads: ['分区 ###', '类型', '大小', '偏移量'],
    units: ['KB', 'MB', 'GB'],
  },
  'zh-TW': {
    noun: '磁碟分割 ',
    types: ['系統', '保留', '主要', '修復'],
    heads: ['磁碟分割 ###', '類型', '大小', '位移'],
    units: ['KB', 'MB', 'GB'],
  },
  ko: {
    noun: '파티션',
    types: ['시스템', '예약됨', '주', '복구'],
    heads: ['파티션 ###', '종류', '크기', '오프셋'],
    units: ['KB', 'MB', 'GB'],
  },
};

const pad = (text: string, width: number) => text + ' '.repeat(Math.max(0, width - displayWidth(text)));
const padLeft = (text: string, width: number) => ' '.repeat(Math.max(0, width - displayWidth(text))) + text;

function listPartition({ noun, types, heads, units: [k, m, g] }: (typeof LANGUAGES)[string], selected = 0): string {
  const rows = [
    [1, types[0], `100 ${m}`, `1024 ${k}`],
    [2, types[1], `16 ${m}`, `101 ${m}`],
    [3, types[2], `475 ${g}`, `117 ${m}`],
    [4, types[3], `990 ${m}`, `475 ${g}`],
  ] as const;
  return [
    `  ${pad(heads[0], 13)}  ${pad(heads[1], 16)}  ${pad(heads[2], 7)}  ${heads[3]}`,
    `  ${'-'.repeat(13)}  ${'-'.repeat(16)}  ${'-'.repeat(7)}  ${'-'.repeat(7)}`,
    ...rows.map(
      ([number, type, size, offset]) =>
        `${number === selected ? '* ' : '  '}${pad(`${noun} ${number}`, 13)}  ${pad(type, 16)}  ${padLeft(size, 7)}  ${padLeft(offset, 7)}`,
    ),
  ].join('\n');
}

describe('list partition', () => {
  for (const [language, words] of Object.entries(LANGUAGES)) {
    for (const [spoiling, spoil] of Object.entries(SPOILINGS)) {
      it(`is read in ${language}, ${spoiling}`, () => {
        const text = spoil(
          `DISKPART> select disk 1\n\nDISKPART> list partition\n\n${listPartition(words)}\n\nDISKPART> exit\n`,
        );
        const layouts = readText(diskpartIntake, text).values('disk-layout');
        expect(layouts).toMatchObject([{ disk: 1, style: 'gpt', complete: true }]);
        expect(layouts[0].partitions.map((p) => [p.number, p.role, p.sizeBytes, p.offsetBytes])).toEqual([
          [1, 'efi', 100 * MIB, MIB],
          [2, 'msr', 16 * MIB, 101 * MIB],
          [3, 'basic', 475 * GIB, 117 * MIB],
          [4, 'recovery', 990 * MIB, 475 * GIB],
        ]);
        expect(layouts[0].partitions[3]).toMatchObject({ sizeErrorBytes: MIB, offsetErrorBytes: GIB });
      });
    }
  }

  it('leaves the role open for words that nobody thought of, and never guesses', () => {
    const words = { ...LANGUAGES.en, types: ['Ŝïŝţ', 'Řęŝ', 'Þŗïm', 'Ķęķ'] };
    const [layout] = readText(diskpartIntake, listPartition(words)).values('disk-layout');
    expect(layout.partitions.map((p) => p.role)).toEqual(['unstated', 'unstated', 'unstated', 'unstated']);
  });

  it('is read from a Markdown table and from rows without their heads', () => {
    const table =
      '| Partition ### | Type | Size | Offset |\n|---|---|---|---|\n| Partition 1 | System | 260 MB | 1024 KB |\n| Partition 2 | Recovery | 508 MB | 476 GB |';
    expect(
      readText(diskpartIntake, table)
        .values('disk-layout')[0]
        .partitions.map((p) => p.role),
    ).toEqual(['efi', 'recovery']);
    const rows = 'My disk:\nPartition 1 System 260 MB 1024 KB\nPartition 2 Recovery 508 MB 476 GB\nthanks';
    const [layout] = readText(diskpartIntake, rows).values('disk-layout');
    expect(layout).toMatchObject({ complete: false, disk: null });
    expect(layout.partitions.map((p) => p.role)).toEqual(['efi', 'recovery']);
  });
});

describe('list disk', () => {
  const LIST = [
    '  Disk ###  Status         Size     Free     Dyn  Gpt',
    '  --------  -------------  -------  -------  ---  ---',
    '  Disk 0    Online          476 GB  1024 KB        *',
    '* Disk 1    Online          931 GB      0 B',
    '  Disk 2    Online         1863 GB      0 B   *',
  ].join('\n');

  it('tells style and free space by column', () => {
    expect(readText(diskpartIntake, LIST).values('disk-layout')).toMatchObject([
      { disk: 0, style: 'gpt', dynamic: false, sizeBytes: 476 * GIB, unallocatedBytes: MIB },
      { disk: 1, style: 'mbr', dynamic: false, unallocatedBytes: 0 },
      { disk: 2, style: 'mbr', dynamic: true },
    ]);
  });

  it('leaves open which column a star stood in once white space is flattened', () => {
    const flat = SPOILINGS['runs of spaces collapsed and lines trimmed'](LIST);
    expect(readText(diskpartIntake, flat).values('disk-layout')).toMatchObject([
      { disk: 0, style: null, sizeBytes: 476 * GIB },
      { disk: 1, style: 'mbr' },
      { disk: 2, style: null },
    ]);
  });

  it('lends its numbers to the partitions of the only disk', () => {
    const one = LIST.split('\n').slice(0, 3).join('\n');
    const text = `DISKPART> list disk\n\n${one}\n\nDISKPART> sel disk 0\n\nDISKPART> list part\n\n${listPartition(LANGUAGES.en)}`;
    const layouts = readText(diskpartIntake, text).values('disk-layout');
    expect(layouts).toMatchObject([
      { disk: 0, style: 'gpt', sizeBytes: 476 * GIB, unallocatedBytes: MIB, complete: true },
    ]);
  });
});

describe('list volume', () => {
  const LIST = [
    '  Volume ###  Ltr  Label        Fs     Type        Size     Status     Info',
    '  ----------  ---  -----------  -----  ----------  -------  ---------  --------',
    '  Volume 0     D                       DVD-ROM         0 B  No Media',
    '  Volume 1     C   Windows SSD  NTFS   Partition    475 GB  Healthy    Boot',
    '  Volume 2         SYSTEM       FAT32  Partition    100 MB  Healthy    System',
    '  Volume 3         WinRE        NTFS   Partition    990 MB  Healthy    Hidden',
  ].join('\n');

  for (const [spoiling, spoil] of Object.entries(SPOILINGS)) {
    it(`is read ${spoiling}`, () => {
      expect(readText(diskpartIntake, spoil(LIST)).values('volume')).toMatchObject([
        { letter: 'D', label: null, fileSystem: null, sizeBytes: 0, role: null },
        { letter: 'C', label: 'Windows SSD', fileSystem: 'NTFS', sizeBytes: 475 * GIB, role: 'os' },
        { letter: null, label: 'SYSTEM', fileSystem: 'FAT32', sizeBytes: 100 * MIB, role: 'efi' },
        { letter: null, label: 'WinRE', fileSystem: 'NTFS', sizeBytes: 990 * MIB, role: null },
      ]);
    });
  }
});

describe('a session', () => {
  it('tells of a recovery partition that was deleted', () => {
    for (const said of [
      'DiskPart successfully deleted the selected partition.',
      'DiskPart hat die ausgewählte Partition erfolgreich gelöscht.',
      'DiskPart 成功地删除了所选分区。',
      'DiskPart は選択されたパーティションを正常に削除しました。',
      'DiskPart: удаление выбранного раздела успешно выполнено.',
    ]) {
      const text = `DISKPART> sel disk 0\nDISKPART> list par\n${listPartition(LANGUAGES.en)}\nDISKPART> select partition 4\nPartition 4 is now the selected partition.\nDISKPART> delete partition override\n\n${said}\n`;
      expect(readText(diskpartIntake, text).values('recovery-partition-claim')).toMatchObject([
        { exists: false, removed: true, count: 0, sizeBytes: 990 * MIB },
      ]);
    }
  });

  it('tells nothing of a deletion that was refused, or of another partition', () => {
    const before = `DISKPART> list par\n${listPartition(LANGUAGES.en)}\n`;
    const refused = `${before}DISKPART> select partition 4\nDISKPART> delete partition\n\nVirtual Disk Service error:\nCannot delete a protected partition without the force protected parameter set.\n`;
    expect(readText(diskpartIntake, refused).values('recovery-partition-claim')).toEqual([]);
    const other = `${before}DISKPART> select partition 3\nDISKPART> delete partition\nDiskPart successfully deleted the selected partition.\n`;
    expect(readText(diskpartIntake, other).values('recovery-partition-claim')).toEqual([]);
  });

  it('shows type, attributes and offset of one partition', () => {
    const text = `DISKPART> select disk 0
DISKPART> list partition
${listPartition(LANGUAGES.de, 4)}
DISKPART> detail partition

Partition 4
Typ            : de94bba4-06d1-4d40-a16a-bfd50179d6ac
Versteckt      : Ja
Erforderlich   : Ja
Attribute      : 0X8000000000000001
Offset in Byte : 511062310912

  Volume ###  Bst  Bezeichnung  DS     Typ         Größe    Status     Info
  ----------  ---  -----------  -----  ----------  -------  ---------  --------
* Volume 3         WINRE        NTFS   Partition    990 MB  Fehlerfre  Versteck
`;
    const sink = readText(diskpartIntake, text);
    expect(sink.values('disk-layout')[1]).toMatchObject({
      disk: 0,
      style: 'gpt',
      complete: false,
      partitions: [
        {
          number: 4,
          role: 'recovery',
          typeId: 'de94bba4-06d1-4d40-a16a-bfd50179d6ac',
          attributes: '0x8000000000000001',
          offsetBytes: 511062310912,
          offsetErrorBytes: 0,
        },
      ],
    });
    expect(sink.values('volume')).toMatchObject([{ label: 'WINRE', disk: 0, partition: 4 }]);
  });

  it('shows the identity of a disk', () => {
    const detail = (id: string) =>
      `DISKPART> select disk 0\nDISKPART> detail disk\n\nSamsung SSD 970 EVO\nDisk ID: ${id}\nType   : NVMe\nStatus : Online\nPath   : 0\nTarget : 0\nLUN ID : 0\nLocation Path : PCIROOT(0)#PCI(1D00)\n`;
    expect(
      readText(diskpartIntake, detail('{1CB3EEB3-FD89-4FC4-A7D5-34F852F5AA52}')).values('device-identity'),
    ).toMatchObject([{ diskIds: ['1cb3eeb3-fd89-4fc4-a7d5-34f852f5aa52'] }]);
    expect(readText(diskpartIntake, detail('0000A1B2')).values('disk-layout')).toMatchObject([
      { disk: 0, style: 'mbr', diskId: '41394' },
    ]);
  });
});

describe('other text', () => {
  it('is left alone', () => {
    for (const text of [
      'I have 2 disks, 500 GB and 1 TB',
      'Number Friendly Name  Total Size Partition Style\n------ -------------  ---------- ---------------\n0      Samsung SSD    476 GB     GPT',
      'Step 1 shrink 500 MB 250 MB',
    ]) {
      expect([text, readText(diskpartIntake, text).facts]).toEqual([text, []]);
    }
  });

  it('of any kind never throws', () => {
    const piece = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 30 }),
      fc.constantFrom(
        'DISKPART> ',
        '  ---  ---  ---  ---\n',
        'Partition 1 Recovery 500 MB 476 GB\n',
        '\n',
        ' 16 MB',
        'delete partition\n',
        '* Disk 0 ',
      ),
    );
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 30 }),
        (pieces) => void readText(diskpartIntake, decodeText(pieces.join(''))),
      ),
      { numRuns: 300 },
    );
  });
});
