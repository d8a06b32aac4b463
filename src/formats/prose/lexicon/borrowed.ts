import type { BorrowedWords } from './lexicon.js';

/** Names that every language borrows, and English as Windows prints it: it is quoted in every language. */
export const BORROWED: BorrowedWords = {
  ways: {
    'recovery-partition':
      'recovery partition*|winre partition*|windows re partition*|re partition*|windows re tools|recovery partició*',
    winre: 'winre|windows re|windows recovery environment|recovery environment',
    image: 'winre wim|winre image|windows re image|wim',
    'os-volume': 'windows partition|os volume',
    'boot-partition': 'efi|esp|msr|efi system partition|system reserved',
    encryption: 'bitlocker|device encryption|bitlocker drive encryption',
    installer: 'installer|setup|msi|winget|chocolatey|choco',
    'windows-update': 'windows update|update',
    'boot-data': 'boot configuration data|bcd',
    event: 'event|event id',
    'error-code': 'error|code|operation failed',
    installation: 'target windows installation',
    fail: 'error|failed|install error|download error|operation failed|error_install_failure|failed to install',
    succeed: 'successfully installed|installed successfully|operation successful',
    disabled: 'disabled|fullydecrypted',
    enabled: 'enabled|fullyencrypted',
    missing: 'not found|was not found|image was not found|could not be found',
    cannot: 'cannot|could not|unable to',
    converted: 'mbr2gpt',
    'restart-awaited': 'pending restart|pending reboot|restart required|reboot required|restart pending|reboot pending',
    antivirus:
      'kaspersky|eset|bitdefender|sophos|crowdstrike|mcafee|norton|avast|avg|trend micro|sentinelone|applocker|malwarebytes',
    'not-elevated': 'only … elevated command prompt',
    'not-found-environment':
      'could not find the recovery environment|could not find recovery environment|recovery environment was not found',
    manufacturer: 'oem',
    two: '2',
    three: '3',
    four: '4',
  },
};
