import { nearest } from '../exercise/issue-in-words.ts';
import type { LessonSource, SourceError } from './lesson-source.ts';
import { blocksOf, readLookAsk } from './look-ask.ts';

/** Pictures of the machine that name a block which is not there, or stand where nothing is measured. */
export function checkLooks(lesson: LessonSource): readonly SourceError[] {
  const { file, blocks, imported } = lesson;
  const ids = blocks.map(({ id }) => id);
  return lesson.components.flatMap((use) => {
    const { name, line, column } = use;
    const ask = imported.includes(name) ? undefined : readLookAsk(name, use.attributes);
    if (ask === undefined) return [];
    if (!lesson.route.startsWith('/learn/')) {
      const what = `<${name}>: a task has no measured pictures`;
      return [{ file, line, column, what, fix: 'take it out; the workbench beside the task shows it' }];
    }
    const there = blocksOf(ask).find((id) => blocks.some((block) => block.id === id && block.engine));
    if (there !== undefined) {
      const what = `<${name}> is of the block “${there}”, which runs on SQLite: only PostgreSQL is pictured`;
      return [{ file, line, column, what, fix: 'name a block without engine' }];
    }
    const unknown = blocksOf(ask).filter((id) => id !== '' && !ids.includes(id));
    return unknown.map((id) => {
      const near = nearest(id, ids);
      const some =
        ids.length === 0 ? 'put a <Sql> block before it' : `name one of ${[...new Set(ids)].join(', ')}`;
      const what = `<${name}> is of the block “${id}”, and no block is called that`;
      return { file, line, column, what, fix: near === undefined ? some : `write “${near}”` };
    });
  });
}
