/**
 * Says in words what tools that install updates print as JSON (Ansible's `win_updates`, scripts): an object an update,
 * with `installed`, its number and a code. Read as prose, `"installed": false` would be heard as "installed".
 */
export function jsonAsWords(text: string): string {
  if (!/["']installed["']\s{0,9}:/i.test(text)) return text;
  return text
    .replace(/["']installed["']\s{0,9}:\s{0,9}false/gi, ' fails ')
    .replace(/["']installed["']\s{0,9}:\s{0,9}true/gi, ' was installed successfully ')
    .replace(/["']kb["']\s{0,9}:\s{0,9}\[?\s{0,9}["']?(?:KB)?(\d{6,7})["']?\s{0,9}\]?/gi, ' KB$1 ')
    .replace(/["']\w{1,40}["']\s{0,9}:/g, ' ')
    .replace(/[{}]/g, ' . ')
    .replace(/[",[\]]/g, ' ');
}
