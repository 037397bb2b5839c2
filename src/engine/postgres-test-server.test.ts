import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { findServerBinaries } from './postgres-test-server.ts';

it('a server is found where its programs run, and not where they only lie', () => {
  const root = mkdtempSync(join(tmpdir(), 'planwright-binaries-'));
  const place = (name: string, codes: Readonly<Record<string, number>>) => {
    const folder = join(root, name);
    mkdirSync(folder);
    for (const [program, code] of Object.entries(codes))
      writeFileSync(join(folder, program), `#!/bin/sh\nexit ${code}\n`, { mode: 0o755 });
    return folder;
  };
  try {
    const dead = place('dead', { postgres: 127, initdb: 127 });
    const lacking = place('lacking', { postgres: 0, initdb: 127 });
    const half = place('half', { postgres: 0 });
    const whole = place('whole', { postgres: 0, initdb: 0 });
    expect(findServerBinaries([undefined, dead, lacking, half])).toBeUndefined();
    expect(findServerBinaries([undefined, dead, lacking, half, whole])).toBe(whole);
  } finally {
    rmSync(root, { recursive: true });
  }
});
