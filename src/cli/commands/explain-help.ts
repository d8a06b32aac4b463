/** What `--help` says of `explain`; apart from the command, so that help does not load the knowledge. */

export const EXPLAIN_SUMMARY = 'say what a code, an update, an event or a cause means, offline, with sources';

export const EXPLAIN_HELP = `
Terms may be written as you met them:
  0x80070643  80070643  -2147023293  1603     a code, in hexadecimal, signed or as Win32
  3bc3  b7  c142011c  REAGENTC:70             the bare digits that reagentc prints
  ERROR_INSTALL_FAILURE                       a symbol
  KB5034441  5034441                          an update
  WinREAgent 4502   event 20   4502           an event
  partition-too-small  defender               a cause or a product of our reports
  CVE-2024-20666  10.0.19041.3920  19045      a weakness, a level of WinRE, a build

A term that can mean several things is explained in each of them. Codes that no
table holds are taken apart by facility and severity.

Exit codes: 0 each term was explained or taken apart, 2 wrong use of the command,
3 nothing is known of one of them, 70 a failure of WinRE Doctor itself.
`;
