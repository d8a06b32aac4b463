/**
 * Events of Windows, a line each: add one by adding a line.
 *
 * provider | id | role | data fields in order, `name:type` where the type matters | what it says
 *
 * - provider: a key of `PROVIDERS` in events.ts.
 * - the id with `~` behind it: medium confidence, nothing: high.
 */
export const EVENT_LINES = `
# WinRE servicing. Nobody has published a log of them: the schema is public, one real 4501 was quoted.
winreagent|4500~|winre-servicing-started||Servicing of the recovery image begins
winreagent|4501|winre-servicing-succeeded|Version|The recovery image was serviced; the level it now has is in the event
winreagent|4502|winre-servicing-failed|ErrorPhase:Int32 Errorcode:Int32|Servicing the recovery image failed; phase 1 is staging, 2 cannot commit for lack of room, 3 is the commit
winreagent|4503~|winre-servicing-cancelled||Servicing the recovery image was called off
winreagent|4504~|winre-servicing-rolled-back||Changes to the recovery image were taken back

# Windows Update. Version 0 of 19 and 20 has no serviceGuid, version 0 of 44 no title.
wuclient|16~|update-connection-failed|reason|Windows Update could not connect
wuclient|17|update-ready|updatelist|Updates are ready to be installed
wuclient|18|update-scheduled|schedinstalldate schedinstalltime updatelist|Updates are set to be installed at a time
wuclient|19|update-installed|updateTitle updateGuid updateRevisionNumber serviceGuid|An update was installed
wuclient|20|update-failed|errorCode:HexInt32 updateTitle updateGuid updateRevisionNumber serviceGuid|An update was not installed
wuclient|21|restart-wanted|updatelist|Updates want a restart
wuclient|22|restart-scheduled|restarttime updatelist|A restart for updates is set
wuclient|23|update-removed|updateTitle updateGuid updateRevisionNumber serviceGuid|An update was taken off
wuclient|24|update-removal-failed|errorCode:HexInt32 updatelist|An update could not be taken off
wuclient|25|scan-failed|errorCode:HexInt32 serviceGuid|Looking for updates failed
wuclient|26|scan-ended|updateCount serviceGuid|Looking for updates ended, with the number found
wuclient|27~|updates-paused||Updating was paused
wuclient|28~|updates-resumed||Updating was resumed
wuclient|31|download-failed|updateTitle errorCode:HexInt32 updateGuid updateRevisionNumber|An update could not be downloaded
wuclient|40~|update-started|updateTitle updateGuid updateRevisionNumber|An update is being looked at
wuclient|41|update-downloaded|updateTitle updateGuid updateRevisionNumber|An update was downloaded
wuclient|43|update-started|updateTitle updateGuid updateRevisionNumber|Installing an update begins
wuclient|44|download-started|updateTitle updateGuid updateRevisionNumber|Downloading an update begins

# Starts, stops, the clock and registry hives
kernel-general|1|clock-changed|NewTime OldTime Reason ProcessName ProcessID|The system time was changed; times before and after do not compare
kernel-general|12|system-started|MajorVersion MinorVersion BuildVersion QfeVersion ServiceVersion BootMode StartTime|Windows started; carries its build and revision
kernel-general|13|system-stopping|StopTime|Windows is going down
kernel-general|15|hive-mounted|HiveNameLength HiveName OriginalSize NewSize|A registry hive was compacted; a hive below the scratch mount of WinREAgent dates a run of WinRE servicing
kernel-general|16|hive-mounted|HiveNameLength HiveName KeysUpdated DirtyPages|The access history of a registry hive was cleared; a hive below the scratch mount of WinREAgent dates a run of WinRE servicing
kernel-general|24|time-zone|ExitReason CurrentBias CurrentTimeZoneID TimeZoneInfoCacheUpdated FirstRefresh|The time zone in force, as minutes to UTC
kernel-boot|18|boot-entries|EntryCount|How many boot entries there are
kernel-boot|20|boot-outcome|LastShutdownGood LastBootGood LastBootId BootStatusPolicy|Whether the last stop and start were clean
kernel-boot|27|boot-type|BootType LoadOptions|How Windows started: 0 full, 1 fast startup, 2 from hibernation. Only 0 finishes pending work
kernel-boot|238|time-zone|EfiTimeZoneBias EfiDaylightFlags EfiTime|The clock of the firmware
kernel-power|41|system-crashed|BugcheckCode BugcheckParameter1|Windows started without having gone down cleanly
kernel-power|42|sleep|TargetState EffectiveState Reason Flags TransitionsToOn|The system goes to sleep
kernel-power|107|wake|TargetState EffectiveState WakeFromState|The system woke up; no restart
kernel-power|109|restart-begun|ShutdownActionType ShutdownEventCode ShutdownReason|The kernel begins to go down: action 4 stop, 5 restart, 6 power off
kernel-power|172|power-state|State Reason|Connectivity state in standby
kernel-power|566|power-session|BootId Reason PreviousSessionId PreviousSessionType NextSessionId NextSessionType|The power session changed; no restart
eventlog-service|6005|log-service-started||The event log service started: a start of Windows
eventlog-service|6006|log-service-stopped||The event log service stopped: Windows went down in order
eventlog-service|6008|system-crashed||The stop before was not expected
eventlog-service|6009|system-started||Version line written at each full start
eventlog-service|6011|computer-renamed||The computer has another name since
eventlog-service|6013|uptime||How long Windows has been up, in seconds
user32|1074|restart-begun|param1 param2 param3 param4 param5 param6 param7|A program or person asked for a stop or restart; the fifth value says which, translated
user32|1076~|restart-explained||Somebody gave the reason of an unexpected stop
eventlog|104|log-cleared|SubjectUserName SubjectDomainName Channel|A log was cleared: nothing can be said of the time before
eventlog|1102|log-cleared|SubjectUserSid SubjectUserName SubjectDomainName SubjectLogonId|The security log was cleared

# Packages in Windows
servicing|1|package-change-started|PackageIdentifier InitialPackageState IntendedPackageState Client|A package is to change its state
servicing|2|package-changed|PackageIdentifier IntendedPackageState ErrorCode Client|A package has its new state
servicing|3|package-change-failed|PackageIdentifier IntendedPackageState ErrorCode Client|A package did not reach its new state
servicing|4|package-wants-restart|PackageIdentifier IntendedPackageState ErrorCode Client|A package waits for a restart
servicing|7~|feature-change-started|UpdateName PackageIdentifier Client|A feature is to be turned on
servicing|8~|feature-change-started|UpdateName PackageIdentifier Client|A feature is to be turned off
servicing|9~|feature-changed|UpdateName PackageIdentifier ErrorCode Client|A feature was turned on
servicing|10~|feature-changed|UpdateName PackageIdentifier ErrorCode Client|A feature was turned off
servicing|1013|store-repair-started|DetectionOnly AutoTriggered|Checking the component store begins
servicing|1014|store-repair-ended|ErrorCode Repaired TotalCorruption|Checking the component store ended, with what was damaged and mended

# Windows Installer
msi|1013|msi-message||An installer says why it stops
msi|1022~|msi-update-installed||A patch of a product was installed
msi|1023|msi-update-failed||A patch of a product was not installed; carries the code
msi|1024|msi-update-failed||A patch of a product was not installed; carries the code and the log
msi|1033|msi-installed||A product was installed, or was not: the last value is the result, 0 or 1603
msi|1034|msi-removed||A product was taken off
msi|1035|msi-reconfigured||A product was reconfigured
msi|1036~|msi-update-installed||A patch went in, with its result
msi|1038~|restart-wanted||An installation wants a restart
msi|1040|msi-started||A transaction of the installer begins
msi|1042|msi-ended||A transaction of the installer ends
msi|11707|msi-installed||A product was installed
msi|11708|msi-failed||A product was not installed
msi|11724~|msi-removed||A product was taken off
msi|11729|msi-failed||Reconfiguring a product failed

# Defender
defender|1000~|defender-scan||A scan began
defender|2000|defender-definition-updated||New definitions are in force
defender|2001|defender-definition-failed||Definitions could not be updated; carries the inner code
defender|2002|defender-engine-updated||A new engine is in force
defender|2003|defender-engine-failed||The engine could not be updated
defender|2004|defender-definition-failed||Definitions could not be loaded; the last good ones are used
defender|2006|defender-platform-failed||The platform could not be updated
defender|5007~|defender-setting-changed||A setting was changed

# Devices
kernel-pnp|219|driver-load-failed|DriverName Status FailureName|A driver did not load
kernel-pnp|225|device-busy|ProcessId ProcessName DeviceInstance CommandLine|A program keeps a device from being removed
kernel-pnp|400|device-configured|DeviceInstanceId DriverName Status|A device got its driver
kernel-pnp|410|device-started|DeviceInstanceId DriverName Status|A device was started
kernel-pnp|411|device-problem|DeviceInstanceId DriverName Problem Status|A device could not be started

# Disks and volumes
disk|7|disk-damage||The device has a bad block
disk|11|disk-damage||The controller reported an error
disk|51|disk-damage||An error while paging
disk|153|disk-damage||A request was repeated
ntfs|55|volume-damage|DriveName DeviceName CorruptionState|The file system is damaged
ntfs|98|volume-health|DriveName DeviceName CorruptionActionState|Health of a volume: 0 is sound
defrag|259|shrink-blocked||What stood at the end of the volume and kept it from shrinking
volsnap|33|snapshot-deleted|DeviceName VolumeName|The oldest snapshot was removed to make room
time-service|34|clock-off|SystemTimeChangeSeconds MaxSystemTimeChangeSeconds TimeSource|The clock is further off than may be mended
time-service|35|clock-synchronised|TimeSource TimeSourceRefId CurrentStratumNumber|The clock follows a source
time-service|52|clock-set|TimeOffsetSeconds|The clock was moved by some seconds
bitlocker-driver|24660~|bitlocker-work|ErrorCode Volume WritePhase|Drive encryption changed its state
`;
