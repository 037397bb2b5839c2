import { expect, it } from 'vitest';
import { type Finding, findingsHere, othersInWords } from './findings.ts';

const found = (file: string): Finding => ({ file, line: 1, what: 'w', fix: 'f', anchor: '' });
const [mine, data, other] = [
  found('tasks/late/exercise.mdx'),
  found('tasks/_datasets/bikes/dataset.yaml'),
  found('tasks/early/exercise.mdx'),
] as const;

it('what a run of the page found in its data stands in the page, as no other command of the panel lists it', () => {
  const { here, elsewhere } = findingsHere([mine, other], [mine, data], '/exercises/late/');
  expect({ here, elsewhere }).toEqual({ here: [mine, data], elsewhere: 1 });
  expect(othersInWords(here.length, elsewhere)).toBe(
    '1 more found elsewhere in the course: npm run check -- --files lists it.',
  );
});
