import { afterEach, describe, expect, it, vi } from 'vitest';

afterEach(() => {
  vi.unstubAllGlobals();
  vi.resetModules();
});

const forbidden = class {
  constructor() {
    throw new Error('WebAssembly is not allowed by the content policy');
  }
};

describe('where WebAssembly is not allowed', () => {
  it.each([
    ['missing', undefined],
    ['forbidden', { Module: forbidden, Instance: forbidden }],
  ])('%s: the plain twins step in', async (_, stub) => {
    vi.stubGlobal('WebAssembly', stub);
    const { makeXpress } = await import('./xpress/xpress.js');
    const { makeLzxChunks, makeLzxStream } = await import('./lzx/lzx.js');
    const { makeLzms } = await import('./lzms/lzms.js');
    const { makeMszip } = await import('./mszip/mszip.js');
    const made = [makeXpress(), makeLzxChunks(15), makeLzxStream(21), makeLzms(), makeMszip()];
    expect(made.map(({ implementation }) => implementation)).toEqual(Array(5).fill('plain'));
    expect(() => makeXpress('kernel')).toThrow('not to be had');
  });
});
