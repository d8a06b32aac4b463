/** What is easily misheard: denials, advice, plans, order, other machines, other things with the same words. */
import { describe, expect, it } from 'vitest';
import { said } from '../../testing/prose-hearing.js';

const TICKETS: readonly (readonly [text: string, heard: readonly string[]])[] = [
  // Sizes
  [
    'My recovery partition (529MB, 66MB free) sits in front of C:, so I cannot extend it.',
    ['recovery position=before-windows', 'recovery size=529 free=66'],
  ],
  ['The recovery partition is 990 MB; 757 MB of it are used.', ['recovery size=990 used=757']],
  ['The recovery partition is not full, it has 600 MB free.', ['recovery free=600']],
  ['The recovery partition has 12 of 500 MB free.', ['recovery size=500']],
  ['You need at least 250 MB free in the recovery partition.', []],
  ['C: has only 2 GB free.', ['volume letter=C free=2048 error=102 role=os']],
  ['Die WinRE-Partition hat 1.024 MB, davon sind 42,5 MB frei.', ['recovery size=1024 free=43']],
  ['回復パーティションは５００ＭＢで、空き容量は１３ＭＢです。', ['recovery size=500 free=13']],
  // Order and doubt
  ['Before the restart another update was pending.', []],
  ['I have not restarted yet.', []],
  [
    'After the restart KB5057589 shows as installed successfully.',
    ['says restarted', 'says update-installed', 'succeeded KB5057589'],
  ],
  [
    'KB5057589 says it is installed, but it fails again every day with 0x80070643.',
    ['failed KB5057589 80070643', 'says asks-about-failure'],
  ],
  [
    'KB5063523 is installed, but the history still lists KB5057589 as failed with 0x80070643.',
    ['failed KB5057589 80070643', 'says update-installed', 'succeeded KB5063523'],
  ],
  ['Windows Update says the update is installed, but it gets offered again every day.', ['says still-offered']],
  [
    'KB5034441 failed on a freshly installed Windows 10.',
    ['failed KB5034441', 'os-version product=Windows 10 server=false'],
  ],
  [
    'KB5034441 falló ayer, pero hoy después de reiniciar se instaló correctamente.',
    ['failed KB5034441', 'says restarted', 'says update-installed', 'succeeded KB5034441'],
  ],
  ['KB5034441 fails, but all other updates were installed.', ['failed KB5034441']],
  ['KB5034441 fails, the cumulative update was installed.', ['failed KB5034441']],
  ['KB5034441 ist laut Verlauf fehlgeschlagen.', ['failed KB5034441']],
  ['KB5034441 schlägt fehl, seit ich Visual Studio installiert habe.', ['failed KB5034441']],
  ['KB5034441 が失敗します。他の更新は正常にインストールされました。', ['failed KB5034441']],
  ['KB5034441 失败，其他更新都安装成功了。', ['failed KB5034441']],
  ['KB5034441 не устанавливается, все остальные обновления установлены успешно.', ['failed KB5034441']],
  ['I hope KB5034441 is installed now.', []],
  [
    'KB5034441 could not be installed even though the history says it was installed.',
    ['failed KB5034441', 'says asks-about-failure'],
  ],
  // Advice, hearsay, plans
  ['Someone on Reddit said a restart fixed it for him.', []],
  ['According to the article the recovery partition is too small.', []],
  ['> I enlarged the recovery partition and it worked.', []],
  ['Should I delete the recovery partition?', []],
  ['How can I know if the recovery partition is full?', []],
  ['Microsoft says KB5063523 is installed automatically.', []],
  ['If WinRE is disabled, the update is not offered.', []],
  // What was done, and what came of it
  [
    'I enlarged the recovery partition from 500 MB to 1 GB and KB5034441 went through.',
    ['says enlarged-and-solved', 'says update-installed', 'succeeded KB5034441'],
  ],
  [
    'To be safe I enlarged the recovery partition; KB5034441 still fails.',
    ['failed KB5034441', 'says enlarged-without-success'],
  ],
  ['I shrank C: by 500 MB and recreated the recovery partition, that worked.', ['says enlarged-and-solved']],
  ['I extended C: and it worked.', []],
  [
    'I deleted SoftwareDistribution and restarted three times without success.',
    ['says history-reset', 'says restarted-several-times'],
  ],
  ["J'ai réduit C: et recréé la partition de récupération, l'erreur a disparu.", ['says enlarged-and-solved']],
  // Events
  [
    'Event 4501 shows version 10.0.19041.5965 after the failure.',
    ['winre-servicing what=succeeded version=10.0.19041.5965'],
  ],
  ['There is no event 4501 in the log.', []],
  [
    'Event 4502 with ErrorPhase 2 and error code 0x80070070.',
    ['failed 80070070', 'winre-servicing what=failed phase=2 code=80070070'],
  ],
  // WinRE
  [
    'I do not have a recovery partition, reagentc /info shows Disabled.',
    ['recovery exists=false', 'says recovery-partition-absent', 'winre-config enabled=false'],
  ],
  [
    'BitLocker is disabled and WinRE is enabled.',
    ['volume-encryption letter=C role=os state=unknown protection=off', 'winre-config enabled=true'],
  ],
  [
    'reagentc /enable fails with 3bc3.',
    ['reagentc-operation verb=enable ok=false code=3bc3', 'says winre-enable-fails'],
  ],
  [
    'reagentc /enable: Operation failed: 70',
    ['reagentc-operation verb=enable ok=false code=70', 'says winre-enable-fails'],
  ],
  ['winre.wim is missing from C:\\Windows\\System32\\Recovery.', ['winre-image state=missing place=system32-recovery']],
  ['WinRE was disabled on purpose by our security policy.', ['says winre-off-by-choice', 'winre-config enabled=false']],
  ['There is no problem with the recovery partition.', []],
  [
    'There is another data partition between C: and the recovery partition.',
    ['recovery position=blocked', 'says partition-in-the-way'],
  ],
  // Codes
  ['error -2147023293 when installing KB5034440', ['failed KB5034440 80070643']],
  ['We got 2147944003 for KB5034439.', ['failed KB5034439 80070643']],
  ['KB5034441 дает ошибку 0х80070643.', ['failed KB5034441 80070643']],
  ['The code is not 0x80070643.', []],
  [
    'KB5022836 fails with 0x800f0831.',
    [
      'failed KB5022836 800f0831',
      'servicing-error component=cbs code=800f0831 kb=KB5022836 aboutWinRe=false weight=error',
    ],
  ],
  // Other products, and what only looks like one
  [
    'QuickBooks installer ends with 0x80070643.',
    ['failed 80070643', 'installer-failure product=msi name=QuickBooks code=80070643', 'says product-named'],
  ],
  [
    'AutoCAD のインストーラーが 0x80070643 で失敗します。',
    ['failed 80070643', 'installer-failure product=msi name=AutoCAD code=80070643', 'says product-named'],
  ],
  [
    '安装 QQ 时出现错误 0x80070643。',
    ['failed 80070643', 'installer-failure product=other name=QQ code=80070643', 'says product-named'],
  ],
  ['My Dell XPS shows 0x80070643 in Windows Update.', ['failed 80070643']],
  ['KB5034441 fails with 0x80070643 since I installed Visual Studio.', ['failed KB5034441 80070643']],
];

describe('tickets that are easily misheard', () => {
  it.each(TICKETS)('%s', (text, heard) => {
    expect(said(text)).toEqual([...heard].sort());
  });
});
