/** Whether an error is the system's refusal of a file (no such file, no right, no room) and no mistake of ours. */
export function isSystemError(error: unknown): error is Error & { readonly code: string } {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' && 'syscall' in error;
}
