import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, vi } from 'vitest';
import { idOfPath } from './id-of-path.ts';
import { findPlaces } from './places.ts';

it.each([
  ['content/indexing/equality.mdx', 'indexing/equality'],
  ['./content/indexing/equality.mdx', 'indexing/equality'],
  ['exercises/pending-orders', 'pending-orders'],
  ['exercises/pending-orders/', 'pending-orders'],
  ['exercises/pending-orders/wrong/plain.sql', 'pending-orders'],
  ['exercises/_datasets/shop/dataset.yaml', '_datasets/shop'],
  ['exercises/_datasets/shop/', '_datasets/shop'],
  ['_datasets/shop', '_datasets/shop'],
  ['indexing/equality', 'indexing/equality'],
  ['pending-orders', 'pending-orders'],
  ['content', 'content'],
])('%s is about %s', (named, id) => {
  expect(idOfPath(findPlaces(), named)).toBe(id);
});

it('a file is known by its path from where the command was typed, and an id by itself', () => {
  vi.stubEnv('INIT_CWD', join(process.cwd(), 'content', 'indexing'));
  try {
    const ids = ['equality.mdx', 'indexing/equality', '../../exercises/pending-orders'];
    const found = ids.map((named) => idOfPath(findPlaces(), named));
    expect(found).toEqual(['indexing/equality', 'indexing/equality', 'pending-orders']);
  } finally {
    vi.unstubAllEnvs();
  }
});

it('a file is known by its path through a link, and where it is a link itself', () => {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'planwright-paths-')));
  try {
    const content = join(root, 'course', 'content');
    mkdirSync(join(content, 'm'), { recursive: true });
    symlinkSync(join(root, 'course'), join(root, 'link'));
    writeFileSync(join(root, 'b.mdx'), '');
    symlinkSync(join(root, 'b.mdx'), join(content, 'm', 'b.mdx'));
    const places = { ...findPlaces(), root, content };
    const ids = ['link/content/m/a.mdx', 'course/content/m/b.mdx'].map((path) => idOfPath(places, path));
    expect(ids).toEqual(['m/a', 'm/b']);
  } finally {
    rmSync(root, { recursive: true });
  }
});
