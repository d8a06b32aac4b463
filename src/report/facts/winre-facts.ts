import type { WinReConfig, WinReLocation, WinReServicing } from '../../evidence/kinds/winre.js';
import type { Describers } from '../describe-fact.js';
import { detailed, type Phrase, phrase, raw, told, where } from '../phrase.js';
import { diskPlace } from './disk-facts.js';

const NIL_GUID = '00000000-0000-0000-0000-000000000000';

function locationPhrase(location: WinReLocation): Phrase {
  const parts = [
    diskPlace(location.disk, location.partition),
    told(location.letter, (letter) => phrase('report/detail#letter', { letter })),
    told(location.path, (path) => phrase('report/detail#path', { path })),
    told(location.offsetBytes, (offset) => phrase('report/detail#offset', { offset: { shown: String(offset) } })),
  ].filter((part) => part !== null);
  if (parts.length === 0) return phrase('report/winre#somewhere');
  return detailed(parts[0], parts.slice(1));
}

function configClaim({ enabled, location }: WinReConfig): Phrase {
  if (location === null) {
    if (enabled === null) return phrase('report/winre#registered');
    return phrase(enabled ? 'report/winre#enabled' : 'report/winre#disabled');
  }
  const state = enabled === null ? 'registered' : enabled ? 'enabled' : 'disabled';
  return location === 'none'
    ? phrase(`report/winre#${state}-nowhere`)
    : phrase(`report/winre#${state}-at`, { location: locationPhrase(location) });
}

function servicingClaim({ what, version, code }: WinReServicing): Phrase {
  if (what === 'succeeded' && version !== null) return phrase('report/winre#servicing-succeeded-at', { version });
  if (what === 'failed' && code !== null)
    return phrase('report/winre#servicing-failed-with', { code: { hresult: code } });
  return phrase(`report/winre#servicing-${what}`);
}

const PHASES = { 1: 'phase-stage', 2: 'phase-refused', 3: 'phase-commit' } as const;

function phasePhrase(phase: number): Phrase {
  if (phase === 1 || phase === 2 || phase === 3) return phrase(`report/detail#${PHASES[phase]}`);
  return phrase('report/detail#phase', { phase: { shown: String(phase) } });
}

const sized = (id: 'size' | 'free' | 'used' | 'total' | 'image' | 'target-image' | 'required') => (bytes: number) =>
  phrase(`report/detail#${id}`, { bytes: { bytes } });

export const winreFacts = {
  'winre-config': (config) =>
    detailed(configClaim(config), [
      told(config.bcdId, (id) =>
        id === NIL_GUID ? phrase('report/detail#no-bcd-id') : phrase('report/detail#bcd-id', { id }),
      ),
      where(config.staged, phrase('report/detail#staged')),
      where(config.onOsVolume, phrase('report/detail#on-os-volume')),
      where(config.operationScheduled, phrase('report/detail#operation-scheduled')),
    ]),

  'winre-version': ({ shownBy, version }) => phrase(`report/winre#version-${shownBy}`, { version }),

  'winre-image': (image) =>
    detailed(phrase(`report/winre#image-${image.state}`, { place: phrase(`report/winre#place-${image.place}`) }), [
      told(image.path, raw),
      told(image.sizeBytes, sized('size')),
    ]),

  'reagentc-operation': ({ verb, ok, code, reason }) => {
    const command = raw(verb === null || verb === 'other' ? 'reagentc' : `reagentc /${verb}`);
    const failed =
      code === null
        ? phrase('report/winre#operation-failed', { command })
        : phrase('report/winre#operation-failed-with', { command, code: { hresult: code } });
    return detailed(ok ? phrase('report/winre#operation-ok', { command }) : failed, [
      told(reason, (name) => phrase(`report/winre#reason-${name}`)),
    ]);
  },

  'boot-entry': (entry) =>
    detailed(phrase(`report/winre#boot-${entry.role}`, { id: entry.id }), [
      where(entry.isDefault, phrase('report/detail#default-entry')),
      told(entry.recoverySequence, (id) => phrase('report/detail#sequence', { id })),
      told(entry.recoveryEnabled, (on) => phrase(on ? 'report/detail#recovery-on' : 'report/detail#recovery-off')),
      told(entry.device, raw),
      told(entry.path, raw),
    ]),

  'recovery-partition-claim': (claim) => {
    let said = phrase('report/winre#claim-of');
    if (claim.removed === true) said = phrase('report/winre#claim-removed');
    else if (claim.exists !== null)
      said = phrase(claim.exists ? 'report/winre#claim-exists' : 'report/winre#claim-absent');
    return detailed(said, [
      told(claim.count, (count) => phrase('report/winre#claim-count', { count: { count } })),
      told(claim.sizeBytes, sized('size')),
      told(claim.freeBytes, sized('free')),
      told(claim.usedBytes, sized('used')),
      told(claim.position, (position) => phrase(`report/winre#position-${position}`)),
    ]);
  },

  'winre-servicing': (servicing) =>
    detailed(servicingClaim(servicing), [
      told(servicing.kb, (kb) => phrase('report/detail#kb', { kb })),
      told(servicing.phase, phasePhrase),
    ]),

  'winre-space-check': (check) =>
    detailed(
      check.refusal === null
        ? phrase('report/winre#space-check')
        : phrase('report/winre#space-check-refused', { refusal: check.refusal }),
      [
        diskPlace(check.disk, check.partition),
        told(check.totalBytes, sized('total')),
        told(check.freeBytes, sized('free')),
        told(check.requiredBytes, sized('required')),
        told(check.imageBytes, sized('image')),
        told(check.targetImageBytes, sized('target-image')),
        told(check.scenario, (scenario) => phrase('report/detail#scenario', { scenario })),
      ],
    ),

  'winre-hive-mount': ({ hivePath }) => detailed(phrase('report/winre#hive-mount'), [told(hivePath, raw)]),

  'pending-restart': (sign) =>
    detailed(
      phrase(sign.present ? 'report/pending#present' : 'report/pending#absent', {
        sign: phrase(`report/pending#${sign.indicator}`),
      }),
      [told(sign.detail, raw), where(sign.present && sign.strength === 'weak', phrase('report/detail#weak'))],
    ),
} satisfies Partial<Describers>;
