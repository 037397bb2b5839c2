import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

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

function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(a: string, b: string): number {
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (light + 0.05) / (dark + 0.05);
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
});
