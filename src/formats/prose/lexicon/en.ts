import type { Lexicon } from './lexicon.js';

/** English, and the names that every language borrows. It is read with every text. */
export const en: Lexicon = {
  tag: 'en',
  common: 'the and with after is my are was has have this that it for from does on of to when which been',
  months: 'januar februar march april may june july august september october november december',
  ways: {
    'recovery-partition':
      'recovery partition*|winre partition*|windows re partition*|re partition*|recovery volume|recovery disk partition*|recovery environment partition*|windows re tools|restore partition|wre partition|recovery tools partition',
    winre: 'winre|windows re|win re|recovery environment|windows recovery environment',
    image: 'winre wim|re image|winre image|windows re image|recovery image|wim|wim file|recovery environment image',
    'os-volume':
      'c drive|drive c|system drive|windows partition|os partition|os disk partition|os volume|windows volume|windows drive|system disk|c partition|partition c|system volume|os disk',
    'boot-partition':
      'efi|esp|msr|efi system partition|efi partition|system reserved|system reserved partition|system partition',
    'other-partition':
      'data partition|oem partition|vendor partition|linux partition|other partition|another partition',
    partition: 'partition*|it to the partition',
    free: 'free|available|unused|left|remaining|free space',
    used: 'used|occupied|in use|taken up',
    encryption: 'bitlocker|device encryption|bitlocker drive encryption|drive encryption',
    driver: 'driver*|firmware',
    installer: 'installer*|setup|msi|bundle|redistributable|winget|chocolatey|choco|package|installation package',
    'windows-update': 'windows update|update|updates|updating|patch|patches|patching',
    history: 'update history|history|update list|installed updates',
    'boot-data': 'boot configuration data|bcd|bcd store|boot configuration',
    event: 'event|events|event id|entry 4501|entry 4502',
    'error-code': 'code|error|error code|failed|with|operation failed',
    installation: 'target windows installation|windows installation|target installation',
    fail: "fail|fails|failed|failing|failure|failures|error|errors|refuses to install|won't install|will not install|not installing|does not install|doesn't install|do not install|don't install|cannot be installed|can't be installed|can't install|cannot install|unable to install|rolls back|rolled back|aborts|aborted|stops with|quits with|never installs|never install|did not install|didn't install|not installed|isn't installed|could not be installed|couldn't be installed|couldn't install|could not install|unsuccessful*|gets stuck|stuck at|breaks off|doesn't go through|won't go in|refuses|refused|crashes|crashed|bails out|trips over|chokes|not getting installed|errors out|not install",
    install:
      'install|i installed|we installed|installs|installing|installation|freshly installed|newly installed|fresh installed|clean installed|recently installed|to be installed|be installed|being installed|getting installed|have … installed first|installed first|were installed first|installed programs|installed software|installed windows|installed on this|reinstalled',
    succeed:
      'installed|installed successfully|successfully installed|installs fine|installed fine|install fine|installs without*|is installed|are installed|was installed|has been installed|been installed|got installed|finally installed|installed ok|installed correctly|went in|went through|goes in|goes through|installs successfully|completed successfully|without error*|without problem*|without trouble|without issue*|succeeded|succeeds|succeed|is in now|now installed|installed now|shows as installed|listed as installed|applied successfully|successfully applied|has been applied|installed just fine|installed cleanly|is already installed|installed without a hitch|install went fine',
    offered:
      'offered|offers|shows up again|comes back|came back|keeps coming|reappear*|offered again|appears again|keeps reappearing|is being offered|still offered|keeps offering|turns up again',
    withdrawn:
      "no longer offered|not offered|isn't offered|was gone|stopped appearing|disappeared from|no longer appears|no longer shows up|never offered|not being offered|doesn't show up|does not show up",
    uninstall: 'uninstall*|removed the update|rolled the update back',
    enlarge:
      'enlarge*|enlarging|resize*|resizing|extend*|extending|expand*|expanding|grew|grown|made … bigger|made … larger|made it bigger|made it larger|increase*|increasing|bigger partition|larger partition|to a bigger|more room',
    shrink: 'shrink|shrinks|shrinking|shrunk|shrank|reduce the size',
    delete: 'deleted|deleting|removed|removing|formatted|wiped|erased|merged|nuked|got rid of|dropped',
    create: 'created|create|made|recreated|recreate|recreating|rebuilt|added|set up',
    disabled:
      "disabled|is off|was off|turned off|switched off|off|deactivated|inactive|not enabled|not active|isn't enabled|not activated|isn't active|fullydecrypted|fully decrypted|decrypted|not encrypted|unencrypted",
    enabled:
      'enabled|is on|was on|turned on|switched on|active|activated|turns … on|encrypted|fullyencrypted|fully encrypted',
    missing:
      "missing|gone|is gone|not found|vanished|disappeared|was not found|could not be found|couldn't be found|can't be found|does not exist|doesn't exist|not there|isn't there|not present|cannot be found|lost|can't find|cannot find|could not find|couldn't find|no such file|no longer exists|nowhere to be found|is absent",
    corrupt: 'corrupt*|damaged|invalid|hash mismatch|unreadable|broken file|is broken',
    full: 'full|no space|no free space|out of space|no room|almost full|nearly full|filled up|low disk space|completely full|lack of space|not enough disk space|disk space is low|running out of space|out of disk space|no space left|bursting',
    small:
      'too small|not enough space|not big enough|insufficient space|insufficient free space|insufficient|not large enough|too little space|too little free space|not enough room|not enough free space|too tight|too tiny|undersized',
    enough: 'enough|sufficient|plenty|large enough|big enough|enough space|enough room|enough free space',
    solved:
      'solved|fixed|that worked|it worked|worked|worked fine|works now|works fine|resolved|did the trick|problem gone|problem is gone|went away|cured|helped|sorted|did it|success|was gone after|all is well',
    useless:
      "did not help|didn't help|no help|doesn't help|does not help|without success|to no avail|in vain|no luck|same error|same result|same problem|still fails|still fail|still failing|still failed|still the same|still getting|still get|still gives|nothing changed|no change|changed nothing|no difference|keeps failing|no effect|not solved|didn't work|did not work|does not work|doesn't work|error persists|problem persists|problem remains|error remains|not fixed|not resolved|no improvement|fails again|failed again|didn't fix|did not fix|didn't solve|did not solve|hasn't helped|still not|fails as before",
    restarted:
      "restarted|rebooted|after a restart|after restart|after the restart|after a reboot|after reboot|after the reboot|after restarting|after rebooting|after a full restart|after the first boot|restarting did*|rebooting did*|restart did*|reboot did*|restarts did*|reboots did*|restart changed|reboot changed|tried restarting|tried rebooting|tried a restart|tried a reboot|restarting changes nothing|restarting made|rebooting made|restarted and|since the restart|since the reboot|did a restart|did a reboot|did a full restart|restarting doesn't help|rebooting doesn't help|restart doesn't help|reboot doesn't help|restart does not help|reboot does not help",
    'restarted-often':
      'restarted several times|restarted … several times|rebooted … several times|restarted … multiple times|rebooted … multiple times|rebooted several times|several restarts|several reboots|multiple restarts|multiple reboots|restarted twice|rebooted twice|restarted many times|rebooted many times|many restarts|many reboots|after two restarts|after two reboots|restarted multiple times|rebooted multiple times|restarted three times|rebooted three times|three restarts|three reboots|restarted a few times|rebooted a few times|a few restarts|a few reboots|countless reboots|countless restarts|repeated restarts|restarted repeatedly|rebooted repeatedly|repeated reboots|restarted it several times|restarted the pc several times|restarted again and again|restarted 2 times|restarted 3 times|after 2 restarts|after 3 restarts|after 2 reboots|after 3 reboots',
    restart:
      'restart*|reboot*|full restart|full reboot|to be restarted|be restarted|before the restart|before restarting|before rebooting|before i restarted|until it is restarted|without restarting|without a restart|until the restart',
    waiting: 'pending|waiting|waits|awaiting|awaits|outstanding|scheduled|needs|requires|wants|still has to',
    'restart-awaited':
      'pending restart|pending reboot|restart pending|reboot pending|restart is pending|reboot is pending|restart is still pending|reboot is still pending|waiting for a restart|waiting for restart|waiting for the restart|waiting for a reboot|waiting for reboot|waits for a restart|waits for a reboot|waits for restart|awaiting a restart|awaiting restart|awaiting reboot|awaiting a reboot|awaits a restart|awaits restart|restart required|reboot required|restart is required|reboot is required|asks for a restart|asks me to restart|wants me to restart|restart is outstanding|waiting to restart|waiting to reboot|restart is awaited',
    'restart-loop':
      'keeps asking for a restart|keeps asking to restart|keeps asking me to restart|keeps asking for a reboot|keeps asking to reboot|asks for a restart again|asks to restart again|asks me to restart again|restart is demanded again|pending restart never goes away|restart pending never clears|still pending after … restart*|still pending after … reboot*|still wants a restart|wants another restart every time|asks for the same restart|keeps wanting a restart',
    cannot:
      "cannot|can't|can not|could not|couldn't|unable to|unable|impossible|not able|not possible|refuses to|fails to|won't|will not|isn't possible|did not let me|won't let me|does not let me|doesn't let me",
    refuses: 'size is too big|beyond the point|refuses|refused|denied|rejects|not allowed|declines',
    relocated:
      'cloned|migrated|moved to|moved the|swapped|new ssd|repartition*|clone|migration|after cloning|restored from a backup|transferred to',
    converted: 'mbr2gpt|converted|conversion|converting',
    between:
      'in between|in the way|between|wedged|sandwiched|blocks extending|right behind it|directly behind it|right after it',
    last: 'at the end of the disk|last partition|end of the disk|last on the disk|end of disk|at the very end|end of the drive|at the end of the drive',
    'in-front':
      'before c|in front of c|before the windows partition|in front of the windows partition|in front of the c drive|before the c drive|before the os partition|left of c|at the start of the disk|at the beginning of the disk|first partition|beginning of the disk|start of the disk|in front of windows|ahead of c',
    behind:
      'behind c|after c|right after c|directly after c|directly behind c|behind the windows partition|after the windows partition|right of c|after the c drive|behind the c drive|right after the windows partition|right behind c|directly after the windows partition',
    'table-full':
      'four primary partitions|4 primary partitions|four primaries|4 primaries|partition table is full|mbr table is full|mbr is full|maximum number of primary partitions|no more primary partitions|all four primary|all 4 primary|four primary slots',
    'not-elevated':
      'not run as admin*|without admin*|without elevation|not elevated|non elevated|unelevated|only … elevated command prompt|only … elevated prompt|not as admin*|non admin*|normal command prompt|normal prompt|ordinary prompt|not running as admin*|no admin rights|without elevated rights',
    antivirus:
      'antivirus|anti virus|virus scanner|kaspersky|eset|bitdefender|sophos|crowdstrike|mcafee|norton|avast|avg|trend micro|sentinelone|edr|security software|applocker|endpoint protection|malwarebytes',
    blocks:
      'block|blocks|blocked|blocking|prevents|prevented|locked|locks|interferes|interfered|quarantined|holds open',
    clean:
      "came back clean|come back clean|comes back clean|found no|finds no|find no|no integrity violations|no violations|no corruption|no problems found|found nothing|find nothing|finds nothing|report no errors|no component store corruption|reported no|reports no|both clean|are clean|is clean|did not find any|didn't find any|nothing wrong|show no errors|shows no errors|no errors|no problem*|no issue*|no trouble|without findings|no damage|were clean|was clean|all clean|ran clean",
    damaged:
      'found corrupt*|found damage*|finds corrupt*|corrupt files|could not repair|couldn t repair|unable to fix|unable to repair|store is corrupt*|store corrupt*|store is repairable|cannot be repaired|found integrity violations|finds integrity violations|reports corrupt*|reported corrupt*|found errors|component store corruption|store is damaged',
    'on-purpose':
      "on purpose|deliberately|intentionally|by policy|security policy|by choice|our policy|company policy|group policy|hardening|because we do not want|because i don't want|by our admins|for security reasons",
    'by-hand':
      'by hand|manually|manual installation|manual install|interactively|from the catalog|standalone installer',
    broken:
      "black screen|doesn't boot|does not boot|won't boot|does not start|doesn't start|won't start|keyboard does not|keyboard doesn't|no keyboard|keyboard and mouse|does not respond|doesn't respond|freezes|unbootable|cannot boot|can't boot|no longer starts|no longer boots|stopped booting|does not open|mouse and keyboard",
    'not-found-environment':
      "could not find the recovery environment|could not find recovery environment|couldn't find the recovery environment|couldn't find recovery environment|can't find the recovery environment|cannot find the recovery environment|recovery environment was not found|recovery environment could not be found|recovery environment not found|unable to find the recovery environment",
    manufacturer: 'oem|factory|dell|lenovo|hp|acer|asus|manufacturer*|vendor',
    not: "not|don't|doesn't|didn't|isn't|aren't|wasn't|weren't|won't|can't|couldn't|hasn't|haven't|wouldn't|hadn't|never|no longer|nor|neither|cannot|dont|doesnt|didnt|isnt|hardly|nothing",
    none: "no|without any|there is no|there's no|has no|have no|had no|doesn't have a*|does not have a*|don't have a*|do not have a*|lacks|lack|without a|hasn't got a*|not a single|haven't got a*|there isn't a*|there isn't any|there is not any|isn't any",
    but: 'but|although|though|because|however|despite|even though|whereas|while|since|except',
    and: 'and|then|so|afterwards',
    if: "if|whether|would|could|might|may be|may have|maybe|perhaps|unless|in case|assuming|suppose|probably|possibly|presumably|i think|i guess|i suspect|suspect*|supposedly|supposed|can be|could be|apparently|not sure|unsure|i assume|i believe|i'm afraid|must have|as though|as if|fear",
    when: 'when|whenever|as soon as|once you',
    asks: 'how|why|what can|what should|what do|what is|is it|is there|are there|does it|does the|does this|does a|do i|do you|can i|can you|can someone|could i|shall i|should i|has anyone|have you|will it|will a|is the|is my|are my|is winre|am i|any idea*|wonder|wondering|anyone|would it|would a',
    advises:
      'microsoft says|microsoft said|microsoft writes|microsoft states|microsoft claims|microsoft … says|article … says|article says|articles say|guide says|guide said|they say|they said|he says|she says|people say|support says|support said|commenter says|commenter … says|commenter … said|commenter|someone says|somebody says|somebody said|someone said|someone wrote|everyone says|blog says|page says|page said|says microsoft|some say|docs say|documentation says|forum says|i read|read that|heard|told me to|told to|asked me to|advis*|recommend*|suggest*|according to|reportedly|officially|you should|you need|you must|you have to|one should|one must|must be|should be|should have|need to be|instructions|known issue|release notes|article on|quote|usually|typically|normally|generally|often|commonly|in most cases|most people',
    plans:
      "will|would like|i want|we want|going to|plan to|plan on|planning|intend*|about to|before i|shall|i'd like|we'd like|want to|not yet|haven't tried|have not tried|haven't yet|have not yet|wish|hope*|next step|to do|need to|have to|let me|trying to|try to|i'll|we'll",
    elsewhere:
      'another machine|another pc|another computer|other machine|other machines|other pcs|other pc|other computers|other computer|on others|other devices|friend|friends|colleague*|my other|second pc|different machine|different pc|for others|some users|other users|many users|some people|other people|my wife|my father|my mother|my brother|does not show this|someone else|somebody else|neighbour*|neighbor*|my laptop works',
    needs:
      'need|needs|needed|require|requires|required|wants|at least|minimum|targets|target version|demands|recommended|necessary|expects|supposed to have|or more is|asks for',
    it: 'it|this|this one|the patch|the update|this update|the kb|same update|this patch',
    other: 'another|different|other|further',
    of: 'of|out of',
    formerly:
      'before the restart|before restarting|before rebooting|before i restarted|before the reboot|used to be|previously|formerly|originally|at first|was once|had been|earlier|in the past|before that|back then',
    'still-listed':
      'still lists|still shows|still listed|still shown|history lists|history shows|history still|remains listed|old entry|stays in the history|still displays|still displayed|listed as failed|shown as failed|lists it as failed|old failure|in the history',
    two: 'two|2|both',
    three: 'three|3',
    noise: 'no idea|no matter|no wonder|no one|not only|not just|no doubt|for no reason|whether or not',
    four: 'four|4',
  },
};
