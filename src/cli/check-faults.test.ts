import { expect, it } from 'vitest';
import { EngineFault } from '../engine/engine.ts';
import { checkTodo } from '../exercise/check-todo.ts';
import { catchingFaults } from './check-faults.ts';
import type { Problem } from './problems.ts';

const FILE = 'exercises/a/exercise.mdx';
const crash = () => Promise.reject(new EngineFault('crashed', 'it died'));
const told = (seen: readonly Problem[]) =>
  catchingFaults(FILE, seen, crash).then(({ problems }) => problems.map(({ fault }) => fault === true));

it('takes a fault to come of a mistake that was told, and not of what is still to be written', async () => {
  const mistake = { file: FILE, line: 1, what: 'this is still to be written, says the author', fix: 'no' };
  const unwritten = checkTodo(FILE, 'TODO: the task');
  expect(await told([mistake])).toEqual([false]);
  expect(await told(unwritten)).toEqual([false, true]);
  expect(await told([])).toEqual([true]);
});
