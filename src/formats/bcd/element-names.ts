/**
 * Names of elements as `bcdedit` prints them. Those of the library hold for every object; those of applications
 * depend on what the object starts.
 *
 * @source Microsoft, BCD reference: BcdLibraryElementTypes, BcdOSLoaderElementTypes, BcdBootMgrElementTypes, BcdDeviceObjectElementTypes.
 */
const COMMON: ReadonlyMap<number, string> = new Map([
  [0x11000001, 'device'],
  [0x12000002, 'path'],
  [0x12000004, 'description'],
  [0x12000005, 'locale'],
  [0x14000006, 'inherit'],
  [0x15000007, 'truncatememory'],
  [0x14000008, 'recoverysequence'],
  [0x16000009, 'recoveryenabled'],
  [0x1700000a, 'badmemorylist'],
  [0x1600000b, 'badmemoryaccess'],
  [0x16000010, 'bootdebug'],
  [0x15000011, 'debugtype'],
  [0x15000013, 'debugport'],
  [0x15000014, 'baudrate'],
  [0x16000020, 'bootems'],
  [0x12000030, 'loadoptions'],
  [0x16000040, 'advancedoptions'],
  [0x16000041, 'optionsedit'],
  [0x16000048, 'nointegritychecks'],
  [0x16000049, 'testsigning'],
  [0x16000060, 'isolatedcontext'],
  [0x15000065, 'displaymessage'],
  [0x15000066, 'displaymessageoverride'],
  [0x16000074, 'bootshutdowndisabled'],
  [0x17000077, 'allowedinmemorysettings'],
  [0x250000f3, 'hypervisordebugtype'],
  [0x250000f4, 'hypervisordebugport'],
  [0x250000f5, 'hypervisorbaudrate'],
  [0x35000001, 'ramdiskimageoffset'],
  [0x31000003, 'ramdisksdidevice'],
  [0x32000004, 'ramdisksdipath'],
]);

const BOOT_MANAGER: ReadonlyMap<number, string> = new Map([
  [0x24000001, 'displayorder'],
  [0x24000002, 'bootsequence'],
  [0x23000003, 'default'],
  [0x25000004, 'timeout'],
  [0x26000005, 'resume'],
  [0x23000006, 'resumeobject'],
  [0x24000010, 'toolsdisplayorder'],
  [0x26000020, 'displaybootmenu'],
]);

const OS_LOADER: ReadonlyMap<number, string> = new Map([
  [0x21000001, 'osdevice'],
  [0x22000002, 'systemroot'],
  [0x23000003, 'resumeobject'],
  [0x26000010, 'detecthal'],
  [0x25000020, 'nx'],
  [0x25000021, 'pae'],
  [0x26000022, 'winpe'],
  [0x25000080, 'safeboot'],
  [0x260000a0, 'debug'],
  [0x260000b0, 'ems'],
  [0x250000c2, 'bootmenupolicy'],
  [0x250000e0, 'bootstatuspolicy'],
]);

const RESUME: ReadonlyMap<number, string> = new Map([
  [0x21000001, 'filedevice'],
  [0x22000002, 'filepath'],
  [0x26000006, 'debugoptionenabled'],
]);

/** What an object is, by the low bits of its type. */
export const BCD_TYPE = {
  bootManager: 0x10100002,
  osLoader: 0x10200003,
  resume: 0x10200004,
} as const;

const BY_OBJECT: ReadonlyMap<number, ReadonlyMap<number, string>> = new Map([
  [BCD_TYPE.bootManager, BOOT_MANAGER],
  [BCD_TYPE.osLoader, OS_LOADER],
  [BCD_TYPE.resume, RESUME],
]);

/** The name of an element of an object; `custom:46000010` where it has none. */
export function bcdElementName(objectType: number, elementType: number): string {
  const name = COMMON.get(elementType) ?? BY_OBJECT.get(objectType)?.get(elementType);
  return name ?? `custom:${elementType.toString(16).padStart(8, '0')}`;
}
