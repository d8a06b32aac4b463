/** What a stand-in stands for. */
export type SecretKind =
  | 'computer'
  | 'user'
  | 'domain'
  | 'machine-guid'
  | 'disk-id'
  | 'serial'
  | 'sid'
  | 'address'
  | 'email'
  | 'product-key'
  | 'recovery-key';

/** Gives each secret one stand-in, `computer-1`, the same wherever it appears. Letter case does not matter. */
export class Pseudonyms {
  private readonly given = new Map<string, string>();
  private readonly counts = new Map<SecretKind, number>();

  of(kind: SecretKind, secret: string): string {
    const key = `${kind}\u0000${secret.toLowerCase()}`;
    const known = this.given.get(key);
    if (known !== undefined) return known;
    const count = (this.counts.get(kind) ?? 0) + 1;
    this.counts.set(kind, count);
    const standIn = `${kind}-${count}`;
    this.given.set(key, standIn);
    return standIn;
  }
}
