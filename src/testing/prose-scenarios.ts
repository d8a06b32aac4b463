/** What each language must be able to say, and what must be heard. A language gives one sentence for each, in this order. */

export const SCENARIOS = {
  fails: ['failed KB5034441 80070643', 'os-version product=Windows 10 release=22H2 server=false'],
  'does not install': ['failed KB5034441'],
  'is installed': ['says update-installed', 'succeeded KB5063523'],
  'is not installed': ['failed KB5063523'],
  'size and free space': ['recovery size=500 free=13'],
  'what an article wants is no measurement': [],
  'no recovery partition': ['recovery exists=false', 'says recovery-partition-absent'],
  'deleted it': ['recovery removed=true', 'says recovery-partition-removed'],
  'too small': ['says recovery-partition-too-small'],
  'not too small': [],
  'asks whether it is too small': [],
  'supposes that it is too small': [],
  "another machine's is too small": [],
  'WinRE is off': ['winre-config enabled=false'],
  'WinRE is on': ['winre-config enabled=true'],
  'restarted, in vain': ['says restarted'],
  'restarted several times': ['says restarted-several-times'],
  'asks whether a restart helps': [],
  'another update waits for a restart': ['says restart-awaited'],
  'no restart is pending': [],
  'enlarged, and it was installed': ['says enlarged-and-solved', 'says update-installed', 'succeeded KB5034441'],
  'enlarged in vain': ['says enlarged-without-success'],
  'wants to enlarge': [],
  'cannot shrink C:': ['says shrink-refused'],
  'C: is full': ['says os-volume-full'],
  'winre.wim is missing': ['says image-missing', 'winre-image state=missing place=unknown'],
  'no recovery environment': ['says recovery-environment-not-found'],
  'SFC and DISM found nothing': ['says store-clean'],
} as const;

export type Scenario = keyof typeof SCENARIOS;
