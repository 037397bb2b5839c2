import { describe, expect, it } from 'vitest';
import { EngineFault } from '../../engine/engine.ts';
import { faultOf } from './fault-of.ts';
import { faultSentence } from './fault-text.ts';

describe('a fault', () => {
  it.each([
    'TypeError: Failed to fetch dynamically imported module: https://example.org/_astro/submit.js',
    'TypeError: error loading dynamically imported module: https://example.org/_astro/submit.js',
    'TypeError: Importing a module script failed.',
    'the database worker failed: its script could not be loaded',
    'the database worker failed: Uncaught TypeError: Failed to fetch',
    'TypeError: NetworkError when attempting to fetch resource.',
    'TypeError: Load failed',
  ])('of a part that did not load is not the engine’s: %s', (message) => {
    const fault = faultOf(new Error(message));
    expect(fault.code).toBe('part-missing');
    expect(faultSentence(fault)).toBe(
      'A part of this page could not be loaded. Check the connection and try again. If the site was renewed since you opened the page, reload it. Your text is kept.',
    );
  });

  it('that was thrown as one stays it, and anything else is a crash', () => {
    const fault = new EngineFault('no-worker', 'this browser does not allow workers');
    expect(faultOf(fault)).toBe(fault);
    expect(faultOf(new TypeError('x is not a function')).code).toBe('crashed');
  });

  it('for want of memory is said in plain words', () => {
    const said = 'WebAssembly.instantiate(): Out of memory: Cannot allocate Wasm memory for new instance';
    expect(faultOf(new RangeError(said)).code).toBe('out-of-memory');
    expect(faultSentence(new RangeError(said))).toBe(
      'There is no memory left for the database. Close other tabs and press Run again, which starts on a fresh copy. If your SQL took very many rows, let it take fewer. Your text is kept.',
    );
  });
});
