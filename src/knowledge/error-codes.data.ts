/**
 * Error codes, a line each: add one by adding a line.
 *
 * code | symbol | causes | what it says | what it means when WinRE is serviced
 *
 * - code: as Windows prints it, or `REAGENTC:` and the bare digits that reagentc prints; `~` behind it: medium
 *   confidence, `?`: low, nothing: high.
 * - causes: ids of ours that the code points to by itself; none where it does not decide.
 * - the last cell may stay empty: the family's own sentence stands in.
 */
export const MSI_CODES = `
0x80070641|ERROR_INSTALL_SERVICE_FAILURE|not-winre|The Windows Installer service does not answer|
0x80070642|ERROR_INSTALL_USEREXIT|not-winre|Somebody cancelled the installer|
0x80070643|ERROR_INSTALL_FAILURE||An installer gave up, and does not say why|Shown for any failed WinRE update and now and then for one that worked; shown as well for Defender, .NET, drivers and every MSI. It never names the cause
0x80070644|ERROR_INSTALL_SUSPEND|pending-restart|Installation stopped half way, to be taken up again|Restart, then judge
0x80070645|ERROR_UNKNOWN_PRODUCT|not-winre|The product to be patched is not installed|
0x80070646|ERROR_UNKNOWN_FEATURE|not-winre|No such feature is registered|
0x80070647|ERROR_UNKNOWN_COMPONENT|not-winre|No such component is registered|
0x80070648|ERROR_UNKNOWN_PROPERTY|not-winre|No such property is known|
0x8007064C|ERROR_INSTALL_SOURCE_ABSENT|not-winre|The installation source cannot be found|Often the inner reason of 0x80070643 for MSI products: a cached installer file is gone
0x8007064D|ERROR_INSTALL_PACKAGE_VERSION|not-winre|The package wants a newer Windows Installer|
0x80070652|ERROR_INSTALL_ALREADY_RUNNING|install-conflict|A second installer holds the lock|1618, not 1603: often mixed up with 0x80070643. Wait or restart
0x80070653|ERROR_INSTALL_PACKAGE_OPEN_FAILED|not-winre|The package file cannot be opened|
0x80070654|ERROR_INSTALL_PACKAGE_INVALID|not-winre|The file is no usable installer package|
0x80070656|ERROR_INSTALL_LOG_FAILURE|not-winre|The installer cannot write its log|
0x80070657|ERROR_INSTALL_LANGUAGE_UNSUPPORTED|not-winre|The package does not come in this language|
0x80070658|ERROR_INSTALL_TRANSFORM_FAILURE|not-winre|A transform does not apply|
0x80070659|ERROR_INSTALL_PACKAGE_REJECTED|not-winre|A policy forbids the installation|
0x8007065B|ERROR_FUNCTION_FAILED|not-winre|A step of the installer failed while running|
0x8007065F|ERROR_CREATE_FAILED|not-winre|The installer service would not start|
0x80070660|ERROR_INSTALL_TEMP_UNWRITABLE|not-winre|The temporary folder is full or closed|Look at room and rights of the temporary folders
0x80070661|ERROR_INSTALL_PLATFORM_UNSUPPORTED|not-winre|The package is for another processor|
0x80070663|ERROR_PATCH_PACKAGE_OPEN_FAILED|not-winre|The patch file cannot be opened|
0x80070664|ERROR_PATCH_PACKAGE_INVALID|not-winre|The patch file is unusable|
0x80070666|ERROR_PRODUCT_VERSION|not-winre|A different version of the product is in the way|
0x80070667|ERROR_INVALID_COMMAND_LINE|not-winre|The installer was called wrongly|
0x80070669|ERROR_SUCCESS_REBOOT_INITIATED||It worked, and a restart has begun|A success, not an error
0x8007066A|ERROR_PATCH_TARGET_NOT_FOUND|not-winre|What the patch is for is missing or of another version|
0x80070670|ERROR_PATCH_NO_SEQUENCE|not-winre|The patches cannot be put in order|Met with SQL Server and Office
`;

export const WIN32_CODES = `
0x80070002|ERROR_FILE_NOT_FOUND|winre-image-missing component-store-corrupt|A file is missing|winre.wim, boot.sdi, ReAgent.xml or a payload file is not where it should be
0x80070003|ERROR_PATH_NOT_FOUND|winre-registration-stale winre-image-missing|A folder or device is missing|No Recovery\\WindowsRE folder, or a partition number from before a change of layout
0x80070005|ERROR_ACCESS_DENIED|permission|Access was refused|Not elevated, or rights or a security product close the recovery volume or the mount folder
0x80070008|ERROR_NOT_ENOUGH_MEMORY|other|Too little memory|Small machine, while the image was being mounted or exported
0x8007000D|ERROR_INVALID_DATA|winre-registration-stale winre-image-corrupt|Data is malformed|ReAgent.xml, a manifest or the image's own description is damaged
0x8007000E|ERROR_OUTOFMEMORY|other|Memory ran out|Too little committed memory while the image was serviced
0x80070013|ERROR_WRITE_PROTECT|permission|The medium refuses writing|The recovery volume may not be written, or a filter keeps writes away
0x80070015|ERROR_NOT_READY|other|The device is not ready|Recovery volume offline, or a step of the engine asked for too early
0x8007001F|ERROR_GEN_FAILURE|other|A device failed|Disk or driver trouble while writing the recovery partition
0x80070020|ERROR_SHARING_VIOLATION|install-conflict permission|Somebody else holds the file|Antivirus, backup, indexing or a forgotten mount keeps winre.wim open
0x80070021|ERROR_LOCK_VIOLATION|install-conflict permission|Somebody else locked part of the file|As for 0x80070020
0x80070032|ERROR_NOT_SUPPORTED|partition-layout-blocks-resize|The request is not supported|From the engine: it will not clear a recovery partition with files it does not know. From reagentc: a verb this build lacks
0x80070050|ERROR_FILE_EXISTS|install-conflict|The file is there already|Leftovers in a mount or target folder
0x80070057|ERROR_INVALID_PARAMETER|other|A parameter is wrong|Badly formed call, or an option this build lacks
0x80070070|ERROR_DISK_FULL|partition-too-small|The disk is full|The engine's own code for a recovery partition without room; Windows Update mostly shows 0x80070643 in its place
0x8007007B|ERROR_INVALID_NAME|other|A name or path is malformed|Wrong path given to reagentc, or typographic quotes pasted from a web page
0x8007007E|ERROR_MOD_NOT_FOUND||A module could not be loaded|Harmless where a combined update is put on winre.wim only for its servicing stack
0x8007007F|ERROR_PROC_NOT_FOUND|other|A function is missing from a module|The servicing tools are older than the image or the package
0x800700A1|ERROR_BAD_PATHNAME|other|The path cannot be used|A device path was given to a tool that wants a drive letter
0x800700AA|ERROR_BUSY|install-conflict|The resource is in use|Another servicing or disk operation is at work
0x800700B7|ERROR_ALREADY_EXISTS|winre-registration-stale|The object exists already|An old boot entry stands in the way when WinRE is enabled
0x800700C1|ERROR_BAD_EXE_FORMAT|other|The program is not for this system|Package or tool of another architecture
0x800700CE|ERROR_FILENAME_EXCED_RANGE|other|The path is too long|Mount the image closer to the root of the drive
0x80070102|WAIT_TIMEOUT|other|A wait ended without result|Slow disk
0x8007012F|ERROR_DELETE_PENDING|install-conflict|The file is about to vanish|Something still holds a file that is to be deleted in the scratch or mount folder
0x80070241|ERROR_INVALID_IMAGE_HASH|other|A signature could not be verified|Secure Boot or driver signature trouble in an altered image
0x800703EE|ERROR_FILE_INVALID|other|The volume changed under an open file|Partition edited while in use; restart and check the file system
0x800703F1|ERROR_BADDB|winre-image-corrupt|A registry hive is damaged|A hive inside the image is broken: replace the image
0x80070422|ERROR_SERVICE_DISABLED|other|A service is switched off|A policy or tuning tool took the update, transfer, installer or disk service away
0x80070424|ERROR_SERVICE_DOES_NOT_EXIST|other|A service is not installed|The update service was removed from this Windows
0x80070426|ERROR_SERVICE_NOT_ACTIVE|other|A service is not running|Start the installer, update or disk service and try again
0x8007042C|ERROR_SERVICE_DEPENDENCY_FAIL|other|A service that this one needs did not start|Mend the services first
0x80070430|ERROR_SERVICE_MARKED_FOR_DELETE|pending-restart|A service is about to be deleted|Restart first
0x8007043C|ERROR_NOT_SAFEBOOT_SERVICE|other|The service does not run in safe mode|Leave safe mode
0x8007045B|ERROR_SHUTDOWN_IN_PROGRESS||The system was going down|Cut short by a restart: only what came after tells the outcome
0x8007045D|ERROR_IO_DEVICE|other|The device failed to read or write|A failing disk: save data, leave the partitions alone
0x80070490|ERROR_NOT_FOUND|component-store-corrupt|An entry is missing|Store or driver entry gone, or no serviced image to commit
0x800704C7|ERROR_CANCELLED|other|The operation was cancelled|The caller withdrew (event 4503), or Windows setup has not ended
0x800704DF|ERROR_ALREADY_INITIALIZED|other|It was set up already|The engine was scheduled twice
0x800704EC|ERROR_ACCESS_DISABLED_BY_POLICY|permission|A policy blocks the program|Application control stops the tool or script
0x8007054F|ERROR_INTERNAL_ERROR|other|Something broke inside|Only the component's log tells more
0x80070570|ERROR_FILE_CORRUPT|winre-image-corrupt|A file or folder cannot be read|winre.wim or the file system of the recovery partition is damaged
0x80070571|ERROR_DISK_CORRUPT|other|The disk structure is damaged|Check the recovery volume before anything is resized
0x800705AA|ERROR_NO_SYSTEM_RESOURCES|other|Windows has no resources left|Too many mounts or handles; restart
0x800705AF|ERROR_COMMITMENT_LIMIT|other|The paging file is too small|Too little committed memory while the image was handled
0x800705B4|ERROR_TIMEOUT|other|Time ran out|A service or an image operation was too slow
0x800706BA|RPC_S_SERVER_UNAVAILABLE|other|A remote procedure server is missing|The disk or installer service is down
0x800706BE|RPC_S_CALL_FAILED|other|A remote procedure call broke off|The servicing process died; see the crash report and CBS.log
0x800706D9|EPT_S_NOT_REGISTERED|other|No endpoint is registered|A service did not start, often through hardening
0x80070BC2|ERROR_SUCCESS_REBOOT_REQUIRED|pending-restart|It worked, and wants a restart|A success; the very state in which April 2025 showed a false failure
0x80070BC9|ERROR_FAIL_REBOOT_REQUIRED|pending-restart|It failed, and a restart must undo it|Restart before any other servicing
0x80071A91|ERROR_RM_NOT_ACTIVE|other|The transaction manager is down|Transaction log of the file system damaged
0x80071AB1|ERROR_LOG_GROWTH_FAILED|other|A transaction log cannot grow|Trouble on the system or Windows volume; met with cumulative updates that undo themselves
0x800736B3|ERROR_SXS_ASSEMBLY_NOT_FOUND|component-store-corrupt|An assembly is not installed|The component store contradicts itself
0x800736CC|ERROR_SXS_FILE_HASH_MISMATCH|component-store-corrupt|A file differs from its manifest|The component store of Windows or of the image is damaged
0x80073701|ERROR_SXS_ASSEMBLY_MISSING|component-store-corrupt|An assembly is gone|The component store is damaged
0x80073712|ERROR_SXS_COMPONENT_STORE_CORRUPT|component-store-corrupt|The component store is inconsistent|Repair the store of Windows or of the image first
0x80073B92|ERROR_AMBIGUOUS_SYSTEM_DEVICE|winre-registration-stale|Several devices could be the system device|Twin disks or cloned partitions
0x80073BC3|ERROR_SYSTEM_DEVICE_NOT_FOUND|winre-registration-stale|The system device is missing|Boot device cannot be resolved: cloned disk, WinPE, or damaged boot store. reagentc prints 3bc3
0x80073CF4|ERROR_INSTALL_OUT_OF_DISK_SPACE|os-volume-full|Too little room on the computer|The engine wants its peak scratch size and 1 GiB more on the Windows volume
`;

export const REAGENTC_CODES = `
REAGENTC:2|ERROR_FILE_NOT_FOUND|winre-image-missing|reagentc found no recovery image|No winre.wim at the registered place, and none staged in System32\\Recovery
REAGENTC:3|ERROR_PATH_NOT_FOUND|winre-registration-stale|reagentc was given, or has stored, a path that does not exist|
REAGENTC:3bc3|ERROR_SYSTEM_DEVICE_NOT_FOUND|winre-registration-stale|reagentc cannot tell the system device|Mend the boot entries after cloning, or detach the twin disk
REAGENTC:4c7~|ERROR_CANCELLED|other|reagentc refuses while Windows is being set up|Finish the first-run, audit or sysprep phase, then try again
REAGENTC:5|ERROR_ACCESS_DENIED||reagentc was run without elevation|Run it again in an elevated prompt: this says nothing of WinRE
REAGENTC:57~|ERROR_INVALID_PARAMETER||reagentc does not take this parameter|Met as well when the output of its settings verbs is captured
REAGENTC:70~|ERROR_DISK_FULL|partition-too-small|reagentc filled the target partition|The image does not fit where WinRE is to be enabled
REAGENTC:b7~|ERROR_ALREADY_EXISTS|winre-registration-stale|reagentc met an old boot entry|Remove the orphaned recovery entries from the boot store
REAGENTC:text-bcd~||winre-registration-stale|reagentc cannot change the boot store|The store is damaged, read-only, or was rebuilt without its recovery entries
`;

export const COM_CODES = `
0x80004001|E_NOTIMPL|partition-layout-blocks-resize|Not implemented|The engine knows no way to service this layout
0x80004004|E_ABORT|other|Broken off|
0x80004005|E_FAIL||Failed without a reason|The engine says this too where it would have to repartition but WinRE is on another disk, on the Windows volume, or beside too large a gap
0x8000FFFF|E_UNEXPECTED|other|Failed in an unexpected way|
`;

export const DISM_CODES = `
0xC1420117~||install-conflict|A mount folder could not be let go|Something has a file open there; close it, discard the mount, clean up mount points
0xC142011C?|||reagentc does not know this verb|Recovery settings pushed to a Windows older than 24H2; no fault of WinRE
0xC1420127~||install-conflict|The image is mounted already|A forgotten mount: list and clean up mount points
`;

export const BITLOCKER_CODES = `
0x80310000|FVE_E_LOCKED_VOLUME|bitlocker|The volume is locked|Unlock or suspend it before it is touched
0x80310008|FVE_E_NOT_ACTIVATED||The volume is not encrypted|Harmless
0x80310024|FVE_E_OVERLAPPED_UPDATE|bitlocker|Two changes to the encryption data collided|Encryption or decryption is under way: wait
`;

export const NETWORK_CODES = `
0x80072EE2|ERROR_WINHTTP_TIMEOUT||The server did not answer in time|
0x80072EE7|ERROR_WINHTTP_NAME_NOT_RESOLVED||The name of the server is unknown|
0x80072EFD|ERROR_WINHTTP_CANNOT_CONNECT||No connection came about|
0x80072EFE|ERROR_WINHTTP_CONNECTION_ERROR||The connection broke|
0x80072F78|ERROR_WINHTTP_INVALID_SERVER_RESPONSE||The answer of the server makes no sense|
0x80072F8F|ERROR_WINHTTP_SECURE_FAILURE||No secure connection: certificate, clock or TLS settings|
`;

export const TRUST_CODES = `
0x80092004~|CRYPT_E_NOT_FOUND|update-files-corrupt|A catalog or certificate is missing|
0x800B0100~|TRUST_E_NOSIGNATURE|update-files-corrupt|The file bears no signature|
0x800B0109~|CERT_E_UNTRUSTEDROOT|update-files-corrupt|The signature leads to a root that is not trusted|
`;

export const SETUP_CODES = `
0xC1900101~||not-winre|A feature update undid itself, mostly for a driver|Read the setup logs of the phase that it names
0xC1900107~||pending-restart|Cleaning up after an earlier upgrade is not finished|Restart first
0xC1900200~|MOSETUP_E_COMPAT_SYSREQ_BLOCK|not-winre|The machine does not meet the requirements|
0xC1900202~|MOSETUP_E_COMPAT_SYSREQ_CANCEL|not-winre|Given up, as the machine does not meet the requirements|
0xC1900204~|MOSETUP_E_COMPAT_MIGCHOICE_BLOCK|not-winre|This edition or language cannot be upgraded as chosen|
0xC1900208~|MOSETUP_E_COMPAT_INSTALLREQ_BLOCK|not-winre|A program or driver blocks the upgrade|
0xC1900209~|MOSETUP_E_COMPAT_INSTALLREQ_CANCEL|not-winre|Given up because of a program or driver|
0xC190020E~||not-winre|Setup has too little disk space|
0xC1900210~|MOSETUP_E_COMPAT_SCANONLY||The compatibility scan found nothing|A success
`;

export const CBS_CODES = `
0x800F0800|CBS_E_INTERNAL_ERROR|other|Servicing broke inside|
0x800F0801~|CBS_E_NOT_INITIALIZED|other|Servicing was used before it was set up|
0x800F0802~|CBS_E_ALREADY_INITIALIZED|other|Servicing was set up twice|
0x800F0803~|CBS_E_INVALID_PARAMETER|other|Servicing was called wrongly|
0x800F0804|CBS_E_OPEN_FAILED|other|Package or session does not open|
0x800F0805|CBS_E_INVALID_PACKAGE|update-files-corrupt|The package is not a usable one|
0x800F0806|CBS_E_PENDING|pending-restart|Actions are still pending|Restart first. On offline media after optional components it is only a warning
0x800F0807|CBS_E_NOT_INSTALLABLE|other|The package cannot go in here|
0x800F0808|CBS_E_IMAGE_NOT_ACCESSIBLE|other|The image cannot be reached|
0x800F080A~|CBS_E_REESTABLISH_SESSION|other|The session must be opened anew|
0x800F080C|CBS_E_UNKNOWN_UPDATE|other|No feature of this name exists|
0x800F080D~|CBS_E_MANIFEST_INVALID_ITEM|update-files-corrupt|A manifest holds a wrong entry|
0x800F0813|CBS_E_INVALID_INSTALL_STATE|other|The state of the package forbids this step|
0x800F0814~|CBS_E_INVALID_CONFIG_VALUE|other|A setting of servicing is wrong|
0x800F0816|CBS_E_DPX_JOB_STATE_SAVED|other|Unpacking was put off|
0x800F0817|CBS_E_PACKAGE_DELETED|update-files-corrupt|The package vanished meanwhile|
0x800F0818|CBS_E_IDENTITY_MISMATCH|update-files-corrupt|The package is not the one expected|
0x800F081B|CBS_E_UNEXPECTED_PROCESSOR_ARCHITECTURE|other|The package is for another processor|
0x800F081E|CBS_E_NOT_APPLICABLE|not-needed|The package is not for this image|A Safe OS package of another branch, or one that is already outdone
0x800F081F|CBS_E_SOURCE_MISSING|component-store-corrupt|Source files are missing|
0x800F0820|CBS_E_CANCEL|other|Servicing was cancelled|
0x800F0821|CBS_E_ABORT|other|Servicing was broken off, often by a watchdog|
0x800F0822~|CBS_E_ILLEGAL_COMPONENT_UPDATE|other|The package changes a component it may not change|
0x800F0823|CBS_E_NEW_SERVICING_STACK_REQUIRED|other|The servicing stack is too old|Put the servicing stack or a combined cumulative update on the image first
0x800F0824~|CBS_E_SOURCE_NOT_IN_LIST|other|The source is not among those allowed|
0x800F0825|CBS_E_CANNOT_REMOVE|other|The package cannot be taken off|Safe OS packages stay for good: go back to a saved winre.wim
0x800F0826~|CBS_E_PENDING_VICTIM|other|Another package's failure dragged this one along|
0x800F0827|CBS_E_STACK_SHUTDOWN_REQUIRED|pending-restart|The servicing stack must be restarted|
0x800F0828|CBS_E_INSUFFICIENT_DISK_SPACE|partition-too-small|Too little disk space|What should have been shown for the updates of January 2024. The recovery partition is the one that is short
0x800F0829|CBS_E_AC_POWER_REQUIRED|other|Mains power is wanted|
0x800F082A|CBS_E_STACK_UPDATE_FAILED_REBOOT_REQUIRED|pending-restart|The stack was not updated; restart|
0x800F082C~|CBS_E_DEPENDENT_FAILURE|other|Something it depends on failed|
0x800F082E|CBS_E_NOT_ALLOWED_OFFLINE|other|Only a running Windows may do this|
0x800F082F|CBS_E_EXCLUSIVE_WOULD_MERGE|install-conflict|It must be installed alone|
0x800F0830|CBS_E_IMAGE_UNSERVICEABLE|winre-image-corrupt|The image can no longer be serviced|Replace winre.wim from matching media
0x800F0831|CBS_E_STORE_CORRUPTION|component-store-corrupt|The component store is damaged|Windows itself is at fault; met where an earlier cumulative update is incomplete
0x800F0832|CBS_E_STORE_TOO_MUCH_CORRUPTION|component-store-corrupt|The component store is past repair|
0x800F0837|CBS_E_POSTPONED_INSTALL_CONSIDERED|pending-restart|Installation was put off|
0x800F0840~|CBS_E_SESSION_CORRUPT|servicing-stuck|The record of the session is damaged|
0x800F0841|CBS_E_SESSION_INTERRUPTED|other|The session was cut short|
0x800F0843~|CBS_E_SESSION_READONLY|other|The session may not write|
0x800F0846|CBS_E_NOT_SUPPORTED_ON_IMAGE_TYPE|other|This kind of image does not take it|
0x800F0900~|CBS_E_XML_PARSER_FAILURE|other|An XML file of servicing cannot be read|
0x800F0902|CBS_E_BUSY|install-conflict|Servicing has other work|
0x800F0906|CBS_E_DOWNLOAD_FAILURE|other|Source files did not come down|
0x800F0907|CBS_E_GROUPPOLICY_DISALLOWED|permission|A policy forbids fetching the source|
0x800F0908|CBS_E_METERED_NETWORK|other|The network is metered|
0x800F090B|CBS_E_REPAIR_PACKAGE_CORRUPT|update-files-corrupt|The repair package is damaged|
0x800F0911~|CBS_E_SOURCE_MODIFIED|update-files-corrupt|The source was changed|
0x800F0914|CBS_E_WINRE_NOT_ENABLED|winre-disabled|WinRE is switched off|Enable it with reagentc first
0x800F0915|CBS_E_REPAIR_CONTENT_MISSING|component-store-corrupt|What a repair needs was not found|
0x800F0916|CBS_E_PAYLOAD_FILE_MISSING|update-files-corrupt|A payload file is absent|
0x800F0920|CBS_E_HANG_DETECTED|other|Servicing hung|Restart and try again
0x800F0921|CBS_E_PRIMITIVES_FAILED|other|A basic step of servicing failed|
0x800F0922|CBS_E_INSTALLERS_FAILED|not-winre|A special installer of the package failed|Mostly a nearly full EFI or system reserved partition (again in May 2026). That is not the recovery partition
0x800F0923|CBS_E_SAFEMODE_ENTERED|other|Windows came up in safe mode half way|
0x800F0925~|CBS_E_INVALID_EXECUTESTATE|servicing-stuck|The stored progress makes no sense|
0x800F0954|CBS_E_INVALID_WINDOWS_UPDATE_COUNT_WSUS|other|WSUS offered the wrong number of updates|Optional content was asked of WSUS; a policy can let it come from Windows Update
0x800F0981|PSFX_E_REVERSE_AND_FORWARD_DELTAS_MISSING|component-store-corrupt|No differential to start from|
0x800F0982|PSFX_E_MATCHING_COMPONENT_NOT_FOUND|component-store-corrupt|The component to be patched is missing|Languages or features of the image are incomplete
0x800F0983|PSFX_E_MATCHING_COMPONENT_DIRECTORY_MISSING|component-store-corrupt|The folder to be patched is missing|
0x800F0984|PSFX_E_MATCHING_BINARY_MISSING|component-store-corrupt|The file to be patched is missing|Met after superseded components were removed, or after a damaged cumulative update
0x800F0985|PSFX_E_APPLY_REVERSE_DELTA_FAILED|component-store-corrupt|Going back to the base version failed|
0x800F0986|PSFX_E_APPLY_FORWARD_DELTA_FAILED|component-store-corrupt|Going forward from the base version failed|
0x800F0987|PSFX_E_NULL_DELTA_HYDRATION_FAILED|component-store-corrupt|A file could not be rebuilt from nothing|
0x800F0988|PSFX_E_INVALID_DELTA_COMBINATION|component-store-corrupt|The differentials do not fit together|Clean up the store, or repair Windows in place
0x800F0989|PSFX_E_REVERSE_DELTA_MISSING|component-store-corrupt|The way back to the base version is missing|A checkpoint update is missing: keep it in the folder of the target
0x800F0991|PSFX_E_MISSING_PAYLOAD_FILE|update-files-corrupt|A differential package lacks a file|
`;

export const AGENT_CODES = `
0x00240003|WU_S_UPDATE_ERROR||Done, with errors on the way|
0x00240005|WU_S_REBOOT_REQUIRED|pending-restart|Done, once Windows has restarted|Counts as a sign of a pending restart
0x00240006|WU_S_ALREADY_INSTALLED|already-current|It was installed before|
0x00242015|WU_S_UH_INSTALLSTILLPENDING|pending-restart|The installer has not finished|Work after the restart is still to be done
0x80240001|WU_E_NO_SERVICE||The agent cannot serve|
0x80240002|WU_E_MAX_CAPACITY_REACHED||The service is at its limit|
0x80240003|WU_E_UNKNOWN_ID||No such identifier|
0x80240004|WU_E_NOT_INITIALIZED||Used before it was set up|
0x80240007|WU_E_INVALIDINDEX||An index lies outside its list|
0x80240008|WU_E_ITEMNOTFOUND||No such item|
0x80240009|WU_E_OPERATIONINPROGRESS|install-conflict|Another operation is under way|Usual while a second update installs
0x8024000A|WU_E_COULDNOTCANCEL||Too late to cancel|
0x8024000B|WU_E_CALL_CANCELLED||Cancelled|
0x8024000C|WU_E_NOOP||There was nothing to do|
0x8024000D|WU_E_XML_MISSINGDATA|update-files-corrupt|The description of the update is incomplete|
0x8024000E|WU_E_XML_INVALID|update-files-corrupt|The description of the update is malformed|
0x80240010|WU_E_TOO_DEEP_RELATION||Updates depend on each other too deeply|
0x80240012|WU_E_REG_VALUE_INVALID||A registry value is wrong|
0x80240013|WU_E_DUPLICATE_ITEM||The item is there twice|
0x80240014|WU_E_INVALID_INSTALL_REQUESTED||These updates cannot be installed as asked|
0x80240016|WU_E_INSTALL_NOT_ALLOWED|pending-restart install-conflict|Another installation runs, or a restart is due|Restart, scan, try again
0x80240017|WU_E_NOT_APPLICABLE|not-needed|Nothing applies to this device|Usual where the image is new enough, WinRE is off, or there is no recovery partition
0x80240018|WU_E_NO_USERTOKEN||No user token|
0x80240019|WU_E_EXCLUSIVE_INSTALL_CONFLICT|install-conflict|It must be installed alone|Restart between updates
0x8024001A|WU_E_POLICY_NOT_SET||A policy value is missing|
0x8024001B|WU_E_SELFUPDATE_IN_PROGRESS||The agent renews itself|
0x8024001D|WU_E_INVALID_UPDATE||The description of the update is unusable|
0x8024001E|WU_E_SERVICE_STOP||The service or Windows was stopping|Cut short: the next scan tells the outcome
0x8024001F|WU_E_NO_CONNECTION||No network|
0x80240020|WU_E_NO_INTERACTIVE_USER||Nobody is signed in|
0x80240021|WU_E_TIME_OUT||It took too long|
0x80240022|WU_E_ALL_UPDATES_FAILED||Each update of the run failed|The code of each single update tells more
0x80240023|WU_E_EULAS_DECLINED||The licence was declined|
0x80240024|WU_E_NO_UPDATE||There are no updates|
0x80240025|WU_E_USER_ACCESS_DISABLED||A policy closes Windows Update|
0x80240028|WU_E_UNINSTALL_NOT_ALLOWED||Only WSUS may take it off|
0x8024002B|WU_E_LEGACYSERVER||The server is too old|
0x8024002C|WU_E_BIN_SOURCE_ABSENT||A delta lacks its source file|
0x8024002D|WU_E_SOURCE_ABSENT||A full file lacks its source|
0x8024002E|WU_E_WU_DISABLED||Only the managed server is allowed|WinRE updates that come from Windows Update alone never arrive here
0x8024002F|WU_E_CALL_CANCELLED_BY_POLICY||A policy stopped the call|
0x80240030|WU_E_INVALID_PROXY_SERVER||The proxy list is malformed|
0x80240031|WU_E_INVALID_FILE||The file has another format|
0x80240032|WU_E_INVALID_CRITERIA||The search is malformed|
0x80240033|WU_E_EULA_UNAVAILABLE||The licence cannot be fetched|
0x80240034|WU_E_DOWNLOAD_FAILED||The download broke|
0x80240035|WU_E_UPDATE_NOT_PROCESSED||The update was left out|
0x80240036|WU_E_INVALID_OPERATION||Not possible in this state|
0x80240037|WU_E_NOT_SUPPORTED||Not possible at all|
0x80240039|WU_E_TOO_MANY_RESYNC||The server wants to start over too often|
0x80240040|WU_E_NO_SERVER_CORE_SUPPORT||Server Core does not have this|
0x80240041|WU_E_SYSPREP_IN_PROGRESS||Sysprep is at work|
0x80240042|WU_E_UNKNOWN_SERVICE||No such update service is registered|
0x80240044|WU_E_PER_MACHINE_UPDATE_ACCESS_DENIED||Only an administrator may do this|
0x8024004A|WU_E_SETUP_IN_PROGRESS||Windows setup is at work|
0x80240FFF|WU_E_UNEXPECTED||The agent failed in some other way|
`;

export const DATASTORE_CODES = `
0x80248000|WU_E_DS_SHUTDOWN||The update database is closing|
0x80248001|WU_E_DS_INUSE||The update database is locked|
0x80248007|WU_E_DS_NODATA||The update database lacks what was asked|
0x8024800C|WU_E_DS_LOCKTIMEOUTEXPIRED||Waiting for the update database took too long|
0x80248011|WU_E_DS_UNABLETOSTART||The update database does not open|
0x80248014|WU_E_DS_UNKNOWNSERVICE||The update database does not know the service|
0x80248015|WU_E_DS_SERVICEEXPIRED||The registration of the service has run out|
0x80248016|WU_E_DS_DECLINENOTALLOWED||This update may not be hidden|It is mandatory or has a deadline; met when a WinRE update is to be hidden
0x80248FFF|WU_E_DS_UNEXPECTED||The update database failed in some other way|
`;

export const DOWNLOAD_CODES = `
0x80246001|WU_E_DM_URLNOTAVAILABLE||A file has no address|
0x80246002|WU_E_DM_INCORRECTFILEHASH|update-files-corrupt|A downloaded file has the wrong hash|The download is damaged, WinRE was not reached
0x80246005|WU_E_DM_NONETWORK||No network to download with|
0x80246007|WU_E_DM_NOTDOWNLOADED||It is not downloaded yet|
0x80246008|WU_E_DM_FAILTOCONNECTTOBITS||The transfer service does not answer|
0x80246009|WU_E_DM_BITSTRANSFERERROR||The transfer service failed|
0x8024600B|WU_E_DM_CONTENTCHANGED|update-files-corrupt|The content changed: download anew|
0x80246FFF|WU_E_DM_UNEXPECTED||The download failed in some other way|
`;

export const HANDLER_CODES = `
0x80242000|WU_E_UH_REMOTEUNAVAILABLE||The installer process is not there|
0x80242001|WU_E_UH_LOCALONLY||The installer only works in-process|
0x80242002|WU_E_UH_UNKNOWNHANDLER||No such kind of installer|
0x80242003|WU_E_UH_REMOTEALREADYACTIVE|install-conflict|An installer process is at work already|
0x80242004|WU_E_UH_DOESNOTSUPPORTACTION||The installer cannot do this|Taking off a WinRE update is not possible
0x80242005|WU_E_UH_WRONGHANDLER||The wrong kind of installer was named|
0x80242006|WU_E_UH_INVALIDMETADATA|update-files-corrupt|The data for the installer is malformed|
0x80242007|WU_E_UH_INSTALLERHUNG||The installer took too long|Slow disk while the image is mounted or committed
0x80242008|WU_E_UH_OPERATIONCANCELLED||The installer was cancelled|
0x80242009|WU_E_UH_BADHANDLERXML|update-files-corrupt|The XML for the installer is malformed|
0x8024200A|WU_E_UH_CANREQUIREINPUT||The installer wants to ask somebody|
0x8024200B|WU_E_UH_INSTALLERFAILURE||The installer failed|A wrapper: the inner code stands in CBS.log or the WinREAgent log
0x8024200C|WU_E_UH_FALLBACKTOSELFCONTAINED||The whole file is needed, not the delta|
0x8024200D|WU_E_UH_NEEDANOTHERDOWNLOAD|update-files-corrupt|It must be downloaded again|
0x8024200E|WU_E_UH_NOTIFYFAILURE||The outcome could not be reported|What is shown may be wrong: look at the level of the image
0x8024200F|WU_E_UH_INCONSISTENT_FILE_NAMES|update-files-corrupt|File names differ between description and package|
0x80242010|WU_E_UH_FALLBACKERROR||Falling back to the whole file failed|
0x80242011|WU_E_UH_TOOMANYDOWNLOADREQUESTS||It was asked to download too often|
0x80242012|WU_E_UH_UNEXPECTEDCBSRESPONSE||Servicing gave an answer nobody expected|CBS.log tells more
0x80242013|WU_E_UH_BADCBSPACKAGEID||The package name is malformed|
0x80242014|WU_E_UH_POSTREBOOTSTILLPENDING|pending-restart|Work after the restart is not done|Wait or restart before judging
0x80242015|WU_E_UH_POSTREBOOTRESULTUNKNOWN||How the work after the restart ended is not known|Look at the level of the image before calling it a failure
0x80242016|WU_E_UH_POSTREBOOTUNEXPECTEDSTATE||The state after the restart is not the expected one|Look at the level of the image before calling it a failure
0x80242017|WU_E_UH_NEW_SERVICING_STACK_REQUIRED||The servicing stack is too old|Install the newest cumulative update first
0x80242FFF|WU_E_UH_UNEXPECTED||The installer failed in some other way|
`;

export const OTHER_AGENT_CODES = `
0x80243003|WU_E_INSTALLATION_RESULTS_NOT_FOUND||No outcome was recorded; perhaps it never began|
0x80249005|WU_E_INVENTORY_WMI_ERROR||Taking stock failed in WMI|
0x8024A000|WU_E_AU_NOSERVICE||Automatic updating cannot serve|
0x8024A004|WU_E_AU_PAUSED||Updating is paused|
0x8024AFFF|WU_E_AU_UNEXPECTED||Automatic updating failed in some other way|
0x8024C001|WU_E_DRV_PRUNED||A driver was left out|
0x8024E001|WU_E_EE_UNKNOWN_EXPRESSION||A rule of applicability is unknown|
0x8024E003|WU_E_EE_MISSING_METADATA||A rule of applicability is incomplete|
`;

export const PROTOCOL_CODES = `
0x80244007|WU_E_PT_SOAPCLIENT_SOAPFAULT||The server answered with a fault|
0x80244010|WU_E_PT_EXCEEDED_MAX_SERVER_TRIPS||The scan asked the server too often|
0x80244011|WU_E_PT_SUS_SERVER_NOT_SET||No update server is set in the policy|
0x80244017|WU_E_PT_HTTP_STATUS_DENIED||HTTP 401, not authorised|
0x80244018|WU_E_PT_HTTP_STATUS_FORBIDDEN||HTTP 403, forbidden|
0x80244019|WU_E_PT_HTTP_STATUS_NOT_FOUND||HTTP 404, not there|
0x8024401B|WU_E_PT_HTTP_STATUS_PROXY_AUTH_REQ||HTTP 407, the proxy wants credentials|
0x8024401C|WU_E_PT_HTTP_STATUS_REQUEST_TIMEOUT||HTTP 408, too slow|
0x8024401F|WU_E_PT_HTTP_STATUS_SERVER_ERROR||HTTP 500, the server failed|
0x80244022|WU_E_PT_HTTP_STATUS_SERVICE_UNAVAIL||HTTP 503, the server is overloaded|
0x80244023|WU_E_PT_HTTP_STATUS_GATEWAY_TIMEOUT||HTTP 504, a gateway was too slow|
0x8024402C|WU_E_PT_WINHTTP_NAME_NOT_RESOLVED||Proxy or server name is unknown|
0x80244FFF|WU_E_PT_UNEXPECTED||Talking to the server failed in some other way|
`;
