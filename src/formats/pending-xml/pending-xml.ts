/** `WinSxS\pending.xml`: file operations that servicing has left for the next start. */

/** Whether a text begins as pending.xml does. Its size has no bound, so no more of it is read. */
export function isPendingXml(head: string): boolean {
  return /^[\ufeff\s]*(?:<\?xml[^>]{0,200}\?>\s*)?(?:<!--[^>]{0,500}-->\s*)*<PendingTransaction[\s>]/.test(head);
}
