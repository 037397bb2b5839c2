import { expect, it } from 'vitest';
import { commandOf } from './shortcuts.ts';

const NONE = { key: 'Enter', ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, repeat: false };

it.each([
  [{ ctrlKey: true }, 'run'],
  [{ metaKey: true }, 'run'],
  [{ ctrlKey: true, shiftKey: true }, 'check'],
  [{}, undefined],
  [{ shiftKey: true }, undefined],
  [{ ctrlKey: true, key: 'a' }, undefined],
  [{ ctrlKey: true, altKey: true }, undefined],
  [{ ctrlKey: true, repeat: true }, undefined],
])('Enter with %j is the command %s', (held, command) => {
  expect(commandOf({ ...NONE, ...held })).toBe(command);
});
