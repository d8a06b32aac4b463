import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MemorySource } from '../../bytes/byte-source.js';
import { FormatError } from '../../bytes/format-error.js';
import { CORPUS, corpusBytes } from '../../testing/shared.js';
import { packageNameOf, parsePackageName, readMum } from './mum.js';

const read = (text: string) => readMum(new MemorySource(new TextEncoder().encode(text)));
const refused = (text: string) => {
  try {
    read(text);
  } catch (error) {
    if (error instanceof FormatError) return `${error.fault} ${error.detail.what}`;
    throw error;
  }
  return 'none';
};
const identity = (name: string) =>
  `<assemblyIdentity name="${name}" version="26100.4652.1.2" language="neutral" processorArchitecture="amd64" publicKeyToken="31bf3856ad364e35"/>`;

describe('readMum', () => {
  it('says what a package is and applies to', () => {
    const manifest = read(`\ufeff<?xml version="1.0" encoding="utf-8"?>
      <assembly xmlns="urn:schemas-microsoft-com:asm.v3" description="Fix for KB5000001" supportInformation="https://support.microsoft.com/?kbid=5000002">
        ${identity('Package_for_SafeOSDU')}
        <package identifier="KB5063689" releaseType="Update" restart="possible" permanence="permanent">
          <parent buildCompare="EQ" disposition="detect">${identity('A')}${identity('B')}</parent>
          <update name="u"><package>${identity('Inside')}</package></update>
          <update name="v"><component>${identity('Part')}</component></update>
        </package>
      </assembly>`);
    expect(manifest).toMatchObject({
      kb: 'KB5063689',
      releaseType: 'Update',
      restart: 'possible',
      permanence: 'permanent',
    });
    expect(packageNameOf(manifest.identity)).toBe('Package_for_SafeOSDU~31bf3856ad364e35~amd64~~26100.4652.1.2');
    expect(
      manifest.parents.map(({ disposition, packages }) => [disposition, packages.map(({ name }) => name)]),
    ).toEqual([['detect', ['A', 'B']]]);
    expect(manifest.packages.map(({ name }) => name)).toEqual(['Inside']);
    expect(manifest.components.map(({ name }) => name)).toEqual(['Part']);
  });

  it('takes the KB from where it stands', () => {
    const kb = (attributes: string, name: string, identifier: string) =>
      read(`<assembly ${attributes}>${identity(name)}<package identifier="${identifier}"/></assembly>`).kb;
    expect(kb('', 'Package_for_KB5034441', 'other')).toBe('KB5034441');
    expect(kb('', 'Package_1_for_KB5034441_SP1', '')).toBe('KB5034441');
    expect(kb('supportInformation="http://support.microsoft.com/?kbid=5034441"', 'P', '')).toBe('KB5034441');
    expect(kb('', 'Microsoft-Windows-Foundation-Package', 'Windows Foundation')).toBeNull();
  });

  it('refuses other files by name', () => {
    expect(refused('<assembly>')).toBe('bad-range mum.xml');
    expect(refused('no xml')).toBe('bad-range mum.xml');
    expect(refused('<other/>')).toBe('bad-magic mum.assembly');
    expect(refused('<assembly/>')).toBe('bad-magic mum.assembly');
    expect(refused('<a>'.repeat(70))).toBe('over-limit mum.depth');
  });

  it('gives a value or a FormatError for any text', () => {
    const part = fc.constantFrom(
      '<assembly>',
      '</assembly>',
      identity('A'),
      '<package>',
      '<parent>',
      '</',
      '&#x1;',
      'text',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(part, fc.string()), { maxLength: 12 }), (parts) => void refused(parts.join(''))),
    );
  });
});

describe('parsePackageName', () => {
  it('reads names and paths of manifests', () => {
    const name = 'Package_for_RollupFix~31bf3856ad364e35~amd64~~26100.4652.1.16';
    expect(parsePackageName(`Windows\\servicing\\Packages\\${name}.mum`)).toEqual({
      name: 'Package_for_RollupFix',
      publicKeyToken: '31bf3856ad364e35',
      architecture: 'amd64',
      language: 'neutral',
      version: '26100.4652.1.16',
    });
    expect(packageNameOf(parsePackageName(name) as NonNullable<ReturnType<typeof parsePackageName>>)).toBe(name);
    expect(parsePackageName('Lang~31bf3856ad364e35~amd64~de-DE~10.0.19041.1.cat')?.language).toBe('de-DE');
    expect(parsePackageName('update.mum')).toBeNull();
  });
});

describe.skipIf(CORPUS === null)('manifests of the corpus (skipped without the corpus)', () => {
  for (const name of CORPUS === null ? [] : readdirSync(join(CORPUS, 'mum')).filter((each) => each.endsWith('.mum'))) {
    it(name, () => {
      const manifest = readMum(new MemorySource(corpusBytes(`mum/${name}`)));
      const fileVersion = /_(\d+(?:\.\d+){3})\.mum$/.exec(name)?.[1];
      if (fileVersion !== undefined) {
        expect(manifest.identity.version).toBe(fileVersion);
        expect(name.toLowerCase().startsWith(`${manifest.identity.name.toLowerCase()}_`)).toBe(true);
      }
      expect(manifest.kb?.toLowerCase() ?? null).toBe(/kb\d+/i.exec(name)?.[0].toLowerCase() ?? null);
      expect(manifest.identity.publicKeyToken).toBe('31bf3856ad364e35');
      expect(manifest.parents.length).toBeGreaterThan(0);
    });
  }
});
