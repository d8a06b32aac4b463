/**
 * Reports as people write them, each with the answers that are right for it. What is only told is never more than
 * supported; where a report leaves the cause open several answers are right, and `ignore` is not among them.
 */
import { describe, expect, it } from 'vitest';
import { verdictOn } from './judge.js';

type Row = readonly [accept: string, text: string];

const OPEN = 'ask/partition-too-small ask/insufficient-evidence';
const NONE = 'repair/no-recovery-partition ask/no-recovery-partition ask/not-needed';
const OTHER = 'elsewhere/not-winre';
const ANY_DOUBT = 'ask/*';

const BARE: readonly Row[] = [
  [OPEN, 'Third evening in a row: KB5034441, "Download error - 0x80070643". Troubleshooter finds nothing.'],
  [OPEN, 'Moin, KB5034441 bricht bei mir jedes Mal mit 0x80070643 ab, Neustart war umsonst.'],
  [OPEN, 'Chez moi KB5034441 reste bloquée sur « Erreur de téléchargement - 0x80070643 ».'],
  [OPEN, 'A mi portátil no le entra la KB5034441, siempre el 0x80070643.'],
  [OPEN, 'Da una settimana KB5034441 mi dà errore 0x80070643 a ogni tentativo.'],
  [OPEN, 'Aqui a KB5034441 falha sempre com o erro 0x80070643.'],
  [OPEN, 'KB5034441 lukt niet, telkens foutcode 0x80070643.'],
  [OPEN, 'U mnie KB5034441 ciągle kończy się błędem 0x80070643.'],
  [OPEN, 'KB5034441 pořád padá na chybě 0x80070643.'],
  [OPEN, 'KB5034441 никак не ставится, ошибка 0x80070643.'],
  [OPEN, 'KB5034441 ніяк не встановлюється, помилка 0x80070643.'],
  [OPEN, 'KB5034441 bir türlü yüklenmiyor, hata 0x80070643.'],
  [OPEN, 'KB5034441 を入れようとすると毎回 0x80070643 で失敗します。'],
  [OPEN, '我这台机器 KB5034441 总是安装失败，代码 0x80070643。'],
  [OPEN, 'KB5034441 설치가 자꾸 실패해요. 0x80070643'],
  [OPEN, 'التحديث KB5034441 يفشل دائما بالرمز 0x80070643'],
  ['ask/insufficient-evidence', 'Error 0x80070643 again, I did not write the number down.'],
];

const NO_PARTITION: readonly Row[] = [
  [NONE, 'There is no recovery partition on this disk, and KB5034441 fails (0x80070643).'],
  [NONE, 'Este equipo no tiene partición de recuperación y KB5034441 falla.'],
  [NONE, 'На этом ПК нет раздела восстановления, KB5034441 выдаёт 0x80070643.'],
  [NONE, 'На цьому комп’ютері у мене немає розділу відновлення, KB5034441 дає помилку 0x80070643.'],
  [NONE, '이 컴퓨터에는 복구 파티션이 없는데 KB5034441이 0x80070643 오류로 실패해요.'],
  [NONE, 'このPCには回復パーティションがありません。KB5034441 が 0x80070643 で失敗します。'],
  [OPEN, 'Have I no recovery partition at all? KB5034441 fails with 0x80070643.'],
];

const SEVERAL: readonly Row[] = [
  [ANY_DOUBT, 'NB-11: KB5034441 installed fine\nNB-12: KB5034441 0x80070643'],
  [ANY_DOUBT, 'NB-12: KB5034441 0x80070643\nNB-11: KB5034441 installed fine'],
  [ANY_DOUBT, 'The tower refuses KB5034441 (0x80070643). My laptop took it: KB5034441 installed successfully.'],
  [ANY_DOUBT, 'Auf dem Notebook scheitert KB5034441 (0x80070643), auf dem Tower wurde es erfolgreich installiert.'],
  [ANY_DOUBT, 'Sur le portable KB5034441 échoue (0x80070643), sur le fixe elle a été installée avec succès.'],
  [ANY_DOUBT, 'Of our 60 servers one fails KB5034439 with 0x80070643, the others installed it successfully.'],
  [ANY_DOUBT, '> KB5034441 went in after the resize\nNot here: KB5034441 fails with 0x80070643 as before.'],
  [ANY_DOUBT, '{"updates": {"a": {"failure_hresult_code": 2147944003, "installed": false, "kb": ["5034439"]}}}'],
];

const TOLD: readonly Row[] = [
  ['repair/partition-too-small', 'KB5034441 0x80070643; the recovery partition is 499 MB with 12 MB free.'],
  ['repair/partition-too-small', 'KB5034441 0x80070643. Recovery-Partition 505 MB, davon 21 MB frei.'],
  ['repair/winre-disabled', 'reagentc /info tells me that WinRE is disabled. KB5034441 fails with 0x80070643.'],
  ['repair/winre-disabled', 'reagentc /info dit que WinRE est désactivé, et KB5034441 échoue avec 0x80070643.'],
  [
    ANY_DOUBT,
    'WinRE was disabled on this image; reagentc /enable: Operation Successful. KB5034441 0x80070643 earlier.',
  ],
  ['repair/winre-image-missing', 'REAGENTC.EXE: L’image Windows RE est introuvable.\nKB5034441'],
  ['repair/winre-registration-stale', 'After cloning: REAGENTC.EXE: Operation failed: 3bc3'],
  ['repair/component-store-corrupt', 'KB5034441 ends with 0x80070643, CBS.log has 0x80073712.'],
  ['repair/install-conflict ask/install-conflict', 'KB5034441 0x80070643, beneath it 0x80070020, a file in use.'],
  [
    'repair/partition-layout-blocks-resize ask/*',
    'diskpart says: The specified shrink size is too big. KB5034441 fails with 0x80070643.',
  ],
  ['repair/known-bad-update', 'Since KB5068164 was installed WinRE no longer starts, just a black screen. Windows 10.'],
  ['restart/pending-restart', 'KB5057589 failed with 0x80070643 while another update is waiting for a restart.'],
  ['ignore/*', 'KB5034441 failed with 0x80070643. I enlarged the recovery partition and then KB5034441 was installed.'],
  ['ignore/stale-history', 'KB5063523 is installed. The history still shows KB5057589 as failed with 0x80070643.'],
  [ANY_DOUBT, 'The history says KB5034441 was installed, but it is offered again and fails with 0x80070643.'],
  [`${ANY_DOUBT} restart/*`, 'May I ignore KB5057589 with 0x80070643? A page says it only looks like an error.'],
];

const ELSEWHERE: readonly Row[] = [
  [OTHER, 'Contoso Ltd. - SoftwareComponent - 3.2.1.17 - Install error - 0x80070643'],
  [OTHER, 'Intel - System - 10/3/2016 12:00:00 AM - 10.1.2.80 failed with 0x80070643'],
  [OTHER, 'Update für Microsoft Defender – KB4052623: Fehler 0x80070643'],
  [OTHER, 'Exchange 2019 SU (KB5049233) stops with 0x80070643, all services are off.'],
  [OTHER, 'wsl --update\nFatal error during installation.\n0x80070643'],
  [OTHER, 'Instalator .NET Framework 4.8 kończy się błędem 0x80070643.'],
  [OTHER, 'The Contoso Planner app of our portal ends with 0x80070643.'],
  [ANY_DOUBT, 'The Settings app on my Inspiron shows 0x80070643.'],
  [ANY_DOUBT, 'My Inspiron - Windows 10 - 10.0.19045.3930 - error 0x80070643'],
];

/** As copied from the event viewer by somebody who left lines out. */
const EVENT = (title: string) =>
  [
    'Log Name:      System',
    'Source:        Microsoft-Windows-WindowsUpdateClient',
    'Date:          1/22/2024 7:02:11 PM',
    'Event ID:      20',
    'Level:         Error',
    'Description:',
    `Installation Failure: Windows failed to install the following update with error 0x80070643: ${title}.`,
  ].join('\n');

const EVENTS: readonly Row[] = [
  [OPEN, EVENT('2024-01 Security Update for Windows 10 Version 22H2 for x64-based Systems (KB5034441)')],
  [OTHER, EVENT('Contoso Ltd. - SoftwareComponent - 3.2.1.17')],
];

const GROUPS: Readonly<Record<string, readonly Row[]>> = {
  'that name an update and its code': BARE,
  'of a machine without recovery partition': NO_PARTITION,
  'of several machines': SEVERAL,
  'that say what was seen': TOLD,
  'of other products': ELSEWHERE,
  'with a shortened event': EVENTS,
};

describe.each(Object.entries(GROUPS))('reports %s', (_, rows) => {
  it.each(rows)('get %s: %s', (accept, text) => {
    const { answer, cause, certainty, errorCode } = verdictOn(text);
    const fits = accept.split(' ').some((pair) => pair === `${answer}/${cause}` || pair === `${answer}/*`);
    expect(fits ? accept : `${answer}/${cause} ${certainty} ${errorCode}`).toBe(accept);
  });
});
