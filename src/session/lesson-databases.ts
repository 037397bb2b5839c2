import type { LessonBlock } from '../course/lesson-source.ts';
import type { DatasetRef, Engine, Session } from '../engine/engine.ts';
import { type MakeSqlite, sqliteBeside } from './sqlite-beside.ts';

/** What a lesson's blocks run on. */
export interface LessonEngines {
  readonly postgres: Engine;
  readonly makeSqlite: MakeSqlite;
}

/** The databases of a lesson, none open yet: one for each dataset and engine, opened when the first block needs it. */
export function openOnce(
  { postgres, makeSqlite }: LessonEngines,
  blocks: readonly LessonBlock[],
  lesson: DatasetRef,
) {
  const sessions = new Map<string, Session>();
  const datasetOf = ({ dataset }: LessonBlock) => dataset ?? lesson.name;
  const nameOf = (block: LessonBlock) => `${block.engine ?? 'postgres'} ${datasetOf(block)}`;
  const open = (block: LessonBlock): Promise<Session> => {
    const ref = { ...lesson, name: datasetOf(block) };
    if (block.engine === undefined) return postgres.open(ref);
    const beside = blocks.filter((other) => nameOf(other) === nameOf(block));
    const tables = [...new Set(beside.flatMap(({ tables }) => tables))];
    return sqliteBeside({ postgres, make: makeSqlite, tables }).open(ref);
  };
  return {
    nameOf,
    async sessionFor(block: LessonBlock): Promise<Session> {
      const session = sessions.get(nameOf(block)) ?? (await open(block));
      sessions.set(nameOf(block), session);
      return session;
    },
    async close(): Promise<void> {
      await Promise.all([...sessions.values()].map((session) => session.close()));
    },
  };
}
