/** What servicing calls a package. */
export interface PackageIdentity {
  /** Such as `Package_for_RollupFix`. */
  readonly name: string;
  readonly publicKeyToken: string;
  readonly architecture: string;
  /** `neutral` where it has none. */
  readonly language: string;
  readonly version: string;
}

/** Name, token, architecture, language and version, as `Windows\servicing\Packages` and CBS write them. */
const PACKAGE_NAME = /^([^~\\/]+)~([0-9a-f]{16})~([^~\\/]*)~([^~\\/]*)~(\d+(?:\.\d+){3})$/i;
const FILE_ENDING = /\.(mum|cat)$/i;
const NEUTRAL = 'neutral';

/**
 * Reads the name of a package, or of its `.mum` or `.cat` file. A path before it is left out.
 *
 * @returns `null` where it is no such name.
 */
export function parsePackageName(text: string): PackageIdentity | null {
  const file = text.slice(Math.max(text.lastIndexOf('\\'), text.lastIndexOf('/')) + 1);
  const match = PACKAGE_NAME.exec(file.replace(FILE_ENDING, ''));
  if (match === null) return null;
  const [, name, publicKeyToken, architecture, language, version] = match;
  return { name, publicKeyToken, architecture, language: language === '' ? NEUTRAL : language, version };
}

/** The name under which servicing lists a package: `Package_for_KB5034441~31bf3856ad364e35~amd64~~19041.3920.1.0`. */
export function packageNameOf({ name, publicKeyToken, architecture, language, version }: PackageIdentity): string {
  return [name, publicKeyToken, architecture, language === NEUTRAL ? '' : language, version].join('~');
}
