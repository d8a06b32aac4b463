/** Versions such as `10.0.19041.3920`, compared number by number. */

/** Negative where `left` is older, zero where both are the same, positive where it is newer. Missing parts count as 0. */
export function compareVersions(left: string, right: string): number {
  const a = left.split('.').map(Number);
  const b = right.split('.').map(Number);
  for (let part = 0; part < Math.max(a.length, b.length); part++) {
    const difference = (a[part] ?? 0) - (b[part] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** The build number inside a version: 19041 of `10.0.19041.3920`, also of `19041.3920` and `19041`. `null` where there is none. */
export function buildOf(version: string): number | null {
  const parts = version.split('.').map(Number);
  const build = parts.length >= 3 ? parts[2] : parts[0];
  return build !== undefined && Number.isInteger(build) && build >= 1000 ? build : null;
}
