import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { contrast, PAPERS } from '../course/course-config.ts';

const css = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8');

function readTheme(selector: string): ReadonlyMap<string, string> {
  const start = css.indexOf(`${selector} {`);
  const block = css.slice(start, css.indexOf('}', start));
  return new Map(
    Array.from(block.matchAll(/--pw-([a-z-]+):\s*(#[0-9a-f]{6})/g), (match) => [
      match[1] ?? '',
      match[2] ?? '',
    ]),
  );
}

const inks = ['ink', 'soft', 'accent', 'seq', 'index', 'bitmap', 'work', 'warn', 'ok', 'bad', 'value'];
const grounds = ['paper', 'panel', 'sunk'];

describe.each([':root', '[data-theme="dark"]'])('the theme %s', (selector) => {
  const theme = readTheme(selector);
  const colour = (name: string): string => theme.get(name) ?? '#ff00ff';

  it.each(inks.flatMap((ink) => grounds.map((ground) => [ink, ground] as const)))(
    'has %s readable on %s (4.5:1)',
    (ink, ground) => {
      expect(contrast(colour(ink), colour(ground))).toBeGreaterThanOrEqual(4.5);
    },
  );

  it('has a readable label on the accent (4.5:1)', () => {
    expect(contrast(colour('accent-ink'), colour('accent'))).toBeGreaterThanOrEqual(4.5);
  });

  it.each(grounds)('has control edges that can be seen on %s (3:1)', (ground) => {
    expect(contrast(colour('rule'), colour(ground))).toBeGreaterThanOrEqual(3);
  });

  it('has the paper that the colours of a course are held against', () => {
    expect(colour('paper')).toBe(PAPERS[selector === ':root' ? 'light' : 'dark']);
  });
});
