import { basename } from 'node:path';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** What takes longest, so that it is not begun when everything else is done and a core is idle meanwhile. */
const LONGEST = ['attacks', 'own-course', 'node-engine', 'new', 'inside-index', 'why-not', 'grade-class'];

/** The longest files first. What is timed on one machine says nothing about the order on another, so it is not asked. */
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({ moduleId }: TestSpecification) => {
      const at = LONGEST.indexOf(basename(moduleId).replace(/\.test\.tsx?$/, ''));
      return at < 0 ? LONGEST.length : at;
    };
    return (await super.sort(files)).sort((a, b) => place(a) - place(b));
  }
}

const ALL = 'src/**/*.test.{ts,tsx}';
/** What ends threads, traps WebAssembly or is hostile: each of these files has a thread that no other runs in. */
const APART = ['src/engine/**/*.test.{ts,tsx}', 'src/grader/attacks/**/*.test.{ts,tsx}'];

export default defineConfig({
  test: {
    // To set up a thread and load its modules takes longer than most files do: the others share two threads.
    projects: [
      { extends: true, test: { name: 'apart', include: APART } },
      { extends: true, test: { name: 'together', include: [ALL], exclude: APART, isolate: false } },
    ],
    // Whether something ends, not how soon: both cores may be busy.
    testTimeout: 180_000,
    hookTimeout: 300_000,
    // Threads of one process share what V8 has compiled of the engine; `globalSetup` keeps it between files.
    pool: 'threads',
    globalSetup: 'src/engine/compile-once.ts',
    maxWorkers: 2,
    sequence: { sequencer: LongestFirst },
  },
});
