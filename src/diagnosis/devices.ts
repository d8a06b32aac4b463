import type { AnyFact, CaseFile, Fact } from '../evidence/model.js';

/**
 * Parts a case by machine: sources that name different computers, machine GUIDs or disks are never joined.
 * Sources that name none belong to the only machine there is; where there are several, each of them is a
 * case of its own, since nothing says whose it is.
 */
export function partByDevice(file: CaseFile): readonly CaseFile[] {
  const groups = groupsOf(file);
  const parts =
    groups.length <= 1
      ? [file]
      : groups.map((sources) => ({
          ...file,
          facts: file.facts.filter((fact) => sources.has(keyOf(fact))),
          coverage: file.coverage.filter((span) => sources.has(span.source)),
        }));
  return parts.flatMap(partByWindows);
}

/** A disk image may hold several Windows: each is judged by its own files, with the disk that they share. */
function partByWindows(file: CaseFile): readonly CaseFile[] {
  const images = file.sources.filter((source) => source.kind === DISK_IMAGE);
  const homes = file.facts.filter(
    (fact): fact is Fact<'volume'> =>
      fact.kind === 'volume' && fact.value.role === 'os' && images.some((image) => image.id === fact.cite.source),
  );
  if (homes.length < 2) return [file];
  const roots = homes.map(({ cite, value }) => ({ image: cite.source, folder: `partition ${value.partition}` }));
  const names = new Map(file.sources.map((source) => [source.id, source.name]));
  const isUnder = (source: string, path: string | undefined, { image, folder }: (typeof roots)[number]) =>
    source === image
      ? path === folder || path?.startsWith(`${folder}/`) === true
      : names.get(source)?.startsWith(`${names.get(image)}/${folder}/`) === true;
  return roots.map((own) => {
    const others = roots.filter((root) => root !== own);
    const isForeign = (source: string, path?: string) => others.some((root) => isUnder(source, path, root));
    return {
      ...file,
      facts: file.facts.filter((fact) => !isForeign(fact.cite.source, fact.cite.path)),
      coverage: file.coverage.filter((span) => !isForeign(span.source)),
    };
  });
}

/** Facts of one image or archive member group stay together; a source is the unit. */
function keyOf(fact: AnyFact): string {
  return fact.cite.source;
}

/** The kind of sources that hold a whole disk. */
const DISK_IMAGE = 'disk-image';

interface Group {
  readonly names: Set<string>;
  readonly guids: Set<string>;
  readonly disks: Set<string>;
  readonly sources: Set<string>;
}

function groupsOf(file: CaseFile): readonly ReadonlySet<string>[] {
  const images = file.sources
    .filter((source) => source.kind === DISK_IMAGE)
    .map((source) => ({ id: source.id, prefix: `${source.name}/` }));
  const nameOf = new Map(file.sources.map((source) => [source.id, source.name]));
  /** What lies on one disk image belongs to one machine, whatever names its logs bear. */
  const imageOf = (source: string) =>
    images.find(({ id, prefix }) => id === source || nameOf.get(source)?.startsWith(prefix))?.id ?? null;
  const identities = file.facts.filter((fact): fact is Fact<'device-identity'> => fact.kind === 'device-identity');
  const bySource = new Map<string, Group>();
  for (const { id } of images) {
    const sources = file.sources.map((source) => source.id).filter((source) => imageOf(source) === id);
    bySource.set(id, { names: new Set(), guids: new Set(), disks: new Set(), sources: new Set(sources) });
  }
  for (const { value, cite } of identities) {
    const image = imageOf(cite.source);
    if (image !== null && image !== cite.source) continue;
    const group = bySource.get(cite.source) ?? {
      names: new Set(),
      guids: new Set(),
      disks: new Set(),
      sources: new Set([cite.source]),
    };
    if (value.computerName !== null) group.names.add(shortName(value.computerName));
    if (value.machineGuid !== null) group.guids.add(value.machineGuid.toLowerCase());
    for (const id of value.diskIds) group.disks.add(id.toLowerCase());
    bySource.set(cite.source, group);
  }
  const groups = united([...bySource.values()], nameOf);
  if (groups.length <= 1) return [new Set(file.facts.map(keyOf))];
  const claimed = new Set(groups.flatMap((group) => [...group.sources]));
  const loose = [...new Set(file.facts.map(keyOf))].filter((source) => !claimed.has(source));
  const alone: ReadonlySet<string>[] = [];
  for (const source of loose) {
    const neighbours = nearest(source, groups, nameOf);
    if (neighbours === null) alone.push(new Set([source]));
    else neighbours.sources.add(source);
  }
  return [...groups.map((group) => group.sources), ...alone];
}

/**
 * The machine that a source without a name of its own belongs to: the only one whose sources lie in the same
 * folder or archive, or in the nearest one around it. `null` where there are several, or only the top is shared.
 */
function nearest(source: string, groups: readonly Group[], nameOf: ReadonlyMap<string, string>): Group | null {
  const parts = (nameOf.get(source) ?? '').split(/[\\/]/);
  for (let depth = parts.length - 1; depth > 0; depth--) {
    const folder = `${parts.slice(0, depth).join('/')}/`;
    const inside = groups.filter((group) =>
      [...group.sources].some((one) => (nameOf.get(one) ?? '').replaceAll('\\', '/').startsWith(folder)),
    );
    if (inside.length === 1) return inside[0];
    if (inside.length > 1) return null;
  }
  return null;
}

/**
 * Unites sources that agree about a machine; then those that say different things of one, where only one other
 * fits; then by folder. Where several machines fit as well, a source stays a case of its own.
 */
function united(parts: readonly Group[], nameOf: ReadonlyMap<string, string>): Group[] {
  const groups = [...parts];
  const fitting = (group: Group) => groups.filter((other) => other !== group && !differs(group, other));
  const unite = (choose: (group: Group, others: readonly Group[]) => Group | null) => {
    for (let index = 0; index < groups.length; index++) {
      const group = groups[index];
      const other = choose(group, fitting(group));
      if (other === null) continue;
      join(other, group);
      groups.splice(index, 1);
      index = -1; // what was joined may agree with more
    }
  };
  unite((group, others) => others.find((other) => agrees(group, other)) ?? null);
  unite((group, others) => {
    const isMutual = others.length === 1 && fitting(others[0]).length === 1;
    return isMutual ? others[0] : nearestOf(group, others, nameOf);
  });
  return groups;
}

function nearestOf(group: Group, others: readonly Group[], nameOf: ReadonlyMap<string, string>): Group | null {
  const [first] = group.sources;
  return others.length === 0 ? null : nearest(first, others, nameOf);
}

function agrees(a: Group, b: Group): boolean {
  return overlaps(a.guids, b.guids) || overlaps(a.disks, b.disks) || overlaps(a.names, b.names);
}

/** Whether both name the same kind of thing, and name it differently. A disk is moved and a machine renamed: the GUID outweighs both. */
function differs(a: Group, b: Group): boolean {
  const apart = (key: 'names' | 'guids' | 'disks') => a[key].size > 0 && b[key].size > 0 && !overlaps(a[key], b[key]);
  if (a.guids.size > 0 && b.guids.size > 0) return apart('guids');
  if (overlaps(a.disks, b.disks)) return false;
  return apart('names') || apart('disks');
}

function overlaps(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  return [...a].some((value) => b.has(value));
}

function join(into: Group, from: Group): void {
  for (const key of ['names', 'guids', 'disks', 'sources'] as const)
    for (const value of from[key]) into[key].add(value);
}

/** NetBIOS names are the first label of the DNS name, at most 15 characters, without case. */
function shortName(name: string): string {
  return (name.split('.')[0] ?? name).slice(0, 15).toLowerCase();
}
