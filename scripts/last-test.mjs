// How long the last whole `npm test` took on this machine, for `npm run bench` to show beside its own figures.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** @param {string} root */
const fileIn = (root) => join(root, '.cache', 'last-test.json');

/**
 * Notes a whole run that passed.
 * @param {string} root
 * @param {{ seconds: number, steps: readonly string[] }} took
 */
export function noteLastTest(root, took) {
  mkdirSync(dirname(fileIn(root)), { recursive: true });
  writeFileSync(fileIn(root), JSON.stringify({ ...took, at: new Date().toISOString() }));
}

/**
 * The last whole run; undefined where none passed here.
 * @param {string} root
 * @returns {{ seconds: number, steps: string[], at: string } | undefined}
 */
export function readLastTest(root) {
  try {
    return JSON.parse(readFileSync(fileIn(root), 'utf8'));
  } catch {
    return undefined;
  }
}
