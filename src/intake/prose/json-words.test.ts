import { describe, expect, it } from 'vitest';
import { said } from '../../testing/prose-hearing.js';

const object = (kb: string, installed: boolean, code: number | null) =>
  `{"id": "b7", "installed": ${installed}, ${code === null ? '' : `"failure_hresult_code": ${code}, `}"kb": ["${kb}"]}`;

describe('updates printed as JSON', () => {
  it('are told as not installed where that is said', () => {
    const heard = said(`"updates": ${object('5034439', false, 2147944003)}`);
    expect(heard).toContain('failed KB5034439 80070643');
    expect(heard.some((fact) => fact.startsWith('succeeded'))).toBe(false);
  });
  it('are told each for itself', () => {
    const heard = said(`[${object('5034439', false, 2147944003)}, ${object('5034129', true, null)}]`);
    expect(heard).toContain('failed KB5034439 80070643');
    expect(heard).toContain('succeeded KB5034129');
  });
});
