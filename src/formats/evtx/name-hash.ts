const FACTOR = 65_599;

/**
 * The hash by which a name is found in its chunk's table. Found out on real logs, where it holds for every name: a name
 * that it does not hold for was written over.
 */
export function hashOfName(name: string): number {
  let hash = 0;
  for (let i = 0; i < name.length; i++) hash = (Math.imul(hash, FACTOR) + name.charCodeAt(i)) >>> 0;
  return hash & 0xffff;
}
