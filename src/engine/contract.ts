import { afterAll, beforeAll, describe } from 'vitest';
import { itAnswers } from './contract-answers.ts';
import { itEnds } from './contract-endings.ts';
import { type ContractSubject, LIMITS, type Opened, okay } from './contract-session.ts';
import type { Engine, Session } from './engine.ts';

/** One suite over every engine. */
export function describeEngine(subject: ContractSubject): void {
  describe(subject.name, () => {
    let engine: Engine;
    let session: Session;
    beforeAll(async () => {
      engine = await subject.open();
      session = await engine.open(subject.empty);
    });
    afterAll(async () => {
      await engine.dispose();
    });
    const run = (sql: string) => session.run(sql, LIMITS);
    const opened: Opened = {
      engine: () => engine,
      session: () => session,
      run,
      rows: async (sql) => okay(await run(sql)).results.at(-1)?.rows,
    };
    itAnswers(opened);
    itEnds(opened, subject);
  });
}
