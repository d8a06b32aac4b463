/** What fails on one machine and went in on another is no success of the first. */
import { describe, expect, it } from 'vitest';
import { said } from '../../testing/prose-hearing.js';

const APART: readonly string[] = [
  'The tower fails KB5034441 with 0x80070643. On the notebook it was installed successfully.',
  'WS-0007: KB5034441 failed, 0x80070643\nWS-0008: KB5034441 was installed successfully',
  'Computer: lab-a\nKB5034441 failed with 0x80070643\nComputer: lab-b\nKB5034441 was installed successfully',
  'Two of our servers fail KB5034439 with 0x80070643. KB5034439 was installed successfully after a restart.',
  'PC 1: KB5034441 wurde erfolgreich installiert.\nPC 2: KB5034441 scheitert mit 0x80070643.',
  'Rechner A: KB5034441 scheitert mit 0x80070643.\nRechner B: KB5034441 wurde erfolgreich installiert.',
  'En el portátil KB5034441 falla con 0x80070643. En el sobremesa se instaló correctamente.',
  'На ноутбуке KB5034441 не устанавливается, 0x80070643. На стационарном ПК KB5034441 успешно установлено.',
  'ノートPCでは KB5034441 が 0x80070643 で失敗します。デスクトップでは KB5034441 は正常にインストールされました。',
];

const ONE: readonly string[] = [
  'My notebook failed KB5034441 with 0x80070643. After a restart KB5034441 was installed successfully.',
  'WS-0007: KB5034441 failed with 0x80070643.\nWS-0007: KB5034441 was installed successfully.',
  'KB5034441 failed with 0x80070643 on my PC. After a restart KB5034441 was installed successfully on this PC.',
];

describe('machines told of in one text', () => {
  it.each(APART)('are not taken for one: %s', (text) => {
    const heard = said(text);
    expect(heard.some((fact) => fact.startsWith('failed'))).toBe(true);
    expect(heard.filter((fact) => /^succeeded|update-installed/.test(fact))).toEqual([]);
  });
  it.each(ONE)('are one where only one is named: %s', (text) => {
    expect(said(text).some((fact) => fact.startsWith('succeeded'))).toBe(true);
  });
});
