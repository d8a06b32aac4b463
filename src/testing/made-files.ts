/** Makers of `tools/` that tests of the rooms use as well: rooms may import from `testing/` only. */
export { makePe } from '../../tools/made-disks/pe-file.js';
