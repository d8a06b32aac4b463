import type { VolumeEncryption } from '../evidence/kinds/disks.js';

/** Conversion states as Get-BitLockerVolume names them, and as `manage-bde` prints them in some languages. */
const STATES: readonly (readonly [VolumeEncryption['state'], RegExp])[] = [
  [
    'paused',
    /paused|angehalten|pausier|suspend|sospes|en pausa|pausad|en pause|wstrzyma|приостанов|一時停止|暂停|暫停|일시 중지/,
  ],
  [
    'encrypting',
    /encryption ?in ?progress|wird verschlüsselt|verschlüsselung (?:wird|läuft)|chiffrement en cours|cifrado en curso|crittografia in corso|criptografia em andamento|szyfrowanie w toku|выполняется шифрование|шифрование выполняется|暗号化の?(?:処理)?中|暗号化を実行中|正在加密|加密正在进行|암호화 진행/,
  ],
  [
    'decrypting',
    /decryption ?in ?progress|wird entschlüsselt|entschlüsselung (?:wird|läuft)|déchiffrement en cours|descifrado en curso|decrittografia in corso|descriptografia em andamento|выполняется расшифровка|暗号化の解除中|復号化?中|正在解密|암호 해독 진행/,
  ],
  [
    'decrypted',
    /(?:fully)? ?decrypted|entschlüsselt|déchiffré|descifrado|decrittograf|descriptograf|odszyfrowan|dešifrován|visszafejt|расшифрован|розшифрован|şifresi (?:tamamen )?çözül|暗号化は完全に解除|暗号化が解除|復号化?(?:済|され)|完全解密|已解密|암호 ?해독|ontsleuteld/,
  ],
  [
    'encrypted',
    /encrypted|verschlüsselt|chiffré|cifrado|crittograf|criptograf|zaszyfrowan|zašifrován|titkosít|зашифрован|şifrelen|暗号化|加密|암호화|versleuteld/,
  ],
];

/** State of a volume by the words for it. Words for "decrypted" contain those for "encrypted": the order matters. */
export function bitLockerState(text: string): VolumeEncryption['state'] {
  const plain = text.toLowerCase();
  for (const [state, form] of STATES) if (form.test(plain)) return state;
  return 'unknown';
}

const OFF =
  /^(?:protection )?(?:off|0$|aus\b)|deaktiviert|schutz (?:ist )?aus|désactivée|desactivad|disattivat|desativad|uit(?:geschakeld)?$|wyłączon|vypnut|vypnuto|kikapcsol|отключен|выключен|вимкн|kapalı|オフ|关闭|關閉|꺼짐|해제/i;
const ON =
  /^(?:protection )?(?:on\b|1$|ein\b)|aktiviert|schutz (?:ist )?ein|activée|activad|attivat|ativad|aan$|ingeschakeld|włączon|zapnut|bekapcsol|включен|увімкн|açık|オン|启用|打开|開啟|啟用|켜짐|설정/i;

/** Whether the key protectors guard the volume, by the words for it. */
export function protectionOf(text: string): VolumeEncryption['protection'] {
  const plain = text.trim();
  if (OFF.test(plain)) return 'off';
  return ON.test(plain) ? 'on' : 'unknown';
}
