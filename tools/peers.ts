/** Programs of others that tests are held against, and the Debian packages that bring them. */
export interface Peer {
  readonly program: string;
  readonly package: string;
  /** What is skipped without it. */
  readonly witnesses: string;
}

export const PEERS: readonly Peer[] = [
  { program: 'evtxexport', package: 'libevtx-utils', witnesses: 'event logs, value by value' },
  { program: 'evtx_dump.py', package: 'python3-evtx', witnesses: 'event logs, a second opinion' },
  { program: 'hivexml', package: 'libhivex-bin', witnesses: 'registry hives' },
  { program: 'hivexregedit', package: 'libwin-hivex-perl', witnesses: 'registry hives that we make' },
  { program: 'regfexport', package: 'libregf-utils', witnesses: 'registry hives, a second opinion' },
  { program: 'reglookup', package: 'reglookup', witnesses: 'registry hives that hivex refuses' },
  { program: 'wimlib-imagex', package: 'wimtools', witnesses: 'WIM files and their codecs' },
  { program: 'mkntfs', package: 'ntfs-3g', witnesses: 'NTFS volumes' },
  { program: 'fls', package: 'sleuthkit', witnesses: 'NTFS and FAT listings' },
  { program: 'cabextract', package: 'cabextract', witnesses: 'cabinets' },
  { program: 'gcab', package: 'gcab', witnesses: 'cabinets that we make' },
  { program: 'qemu-img', package: 'qemu-utils', witnesses: 'VHD and VHDX' },
  { program: 'sgdisk', package: 'gdisk', witnesses: 'GPT' },
  { program: 'sfdisk', package: 'fdisk', witnesses: 'partition tables that we make' },
  { program: 'mcopy', package: 'mtools', witnesses: 'FAT' },
  { program: 'mkfs.vfat', package: 'dosfstools', witnesses: 'FAT volumes that we make' },
  { program: 'vhdiinfo', package: 'libvhdi-utils', witnesses: 'VHDX, a second opinion' },
  { program: 'zstd', package: 'zstd', witnesses: 'packed samples' },
  { program: 'x86_64-w64-mingw32-windres', package: 'binutils-mingw-w64-x86-64', witnesses: 'version resources' },
  { program: 'cmark-gfm', package: 'cmark-gfm', witnesses: 'the Markdown report, as ticket systems render it' },
  { program: 'chromium', package: 'chromium', witnesses: 'the HTML report in a browser' },
];
