import { nearest } from '../exercise/issue-in-words.ts';
import { figureKinds } from './block-figures.ts';
import { checkEngine } from './check-engine.ts';
import { claimSchema } from './claim.ts';
import type { FigureUse, LessonBlock, LessonSource, SourceError } from './lesson-source.ts';
import { readClaim } from './read-claim.ts';

function nameABlock(id: string, ids: readonly string[]): string {
  const near = nearest(id, ids);
  if (ids.length === 0) return 'write a block: <Sql id="first" caption="…">';
  return near === undefined ? `name one of ${[...new Set(ids)].join(', ')}` : `write “${near}”`;
}

function checkNeeds(
  lesson: LessonSource,
  block: LessonBlock,
  ids: readonly string[],
): readonly SourceError[] {
  const { file } = lesson;
  const placeOf = (id: string) => lesson.blocks.findIndex((other) => other.id === id);
  const isSetup = (id: string) => lesson.blocks[placeOf(id)]?.setup === true;
  const ends = (id: string) => claimSchema.safeParse(lesson.blocks[placeOf(id)]?.expect).data?.error;
  return block.needs.flatMap((id) => {
    const { line } = block;
    if (!ids.includes(id)) {
      const what = `block “${block.id}” needs “${id}”, and no block is called that`;
      return [{ file, line, what, fix: nameABlock(id, ids) }];
    }
    if (block.setup && !isSetup(id)) {
      const what = `the setup block “${block.id}” needs “${id}”, which runs after every setup block`;
      return [{ file, line, what, fix: `mark “${id}” with setup too, or take needs out` }];
    }
    if (ends(id) !== undefined) {
      const what = `block “${block.id}” needs “${id}”, which ends in an error: the page runs nothing after it`;
      return [{ file, line, what, fix: `put what “${block.id}” needs into a block of its own` }];
    }
    if ((isSetup(id) && !block.setup) || placeOf(id) < placeOf(block.id)) return [];
    const what = `block “${block.id}” needs “${id}”, which does not stand before it`;
    return [{ file, line, what, fix: 'move one of them, or mark the needed one with setup' }];
  });
}

function checkRatio(
  lesson: LessonSource,
  block: LessonBlock,
  ids: readonly string[],
): readonly SourceError[] {
  const claim = claimSchema.safeParse(block.expect);
  const to = claim.success ? claim.data.ratio?.to : undefined;
  if (to === undefined || (ids.includes(to) && to !== block.id)) return [];
  const what = to === block.id ? 'which it is itself' : 'and no block is called that';
  const others = ids.filter((id) => id !== block.id);
  return [
    {
      file: lesson.file,
      line: block.line,
      what: `block “${block.id}” claims a ratio to “${to}”, ${what}`,
      fix: nameABlock(to, others),
    },
  ];
}

function checkFigure(
  lesson: LessonSource,
  figure: FigureUse,
  ids: readonly string[],
): readonly SourceError[] {
  const { file } = lesson;
  const { of, show, line, at, on, using } = figure;
  if (of === '') {
    const fix = ids.length === 0 ? nameABlock(of, ids) : `write of="${ids[0]}", or the id of another block`;
    return [{ file, line, what: 'a figure names no block', fix }];
  }
  if (!ids.includes(of)) {
    return [
      { file, line, what: `a figure is of “${of}”, and no block is called that`, fix: nameABlock(of, ids) },
    ];
  }
  const known = figureKinds.find((kind) => kind === show);
  if (known === undefined) {
    return [{ file, line, what: `“${show}” is no figure`, fix: `show one of ${figureKinds.join(', ')}` }];
  }
  const ofNode = at !== undefined || on !== undefined || using !== undefined;
  if (known === 'loops' && !ofNode)
    return [{ file, line, what: 'a whole plan has no loops', fix: 'name a node: at="Index Scan"' }];
  if (known === 'cell' && ofNode)
    return [{ file, line, what: 'a node has no cell', fix: 'take at, on and using out' }];
  return [];
}

function checkClaim({ file }: LessonSource, block: LessonBlock): readonly SourceError[] {
  const read = readClaim(file, block);
  return read.kind === 'wrong' ? read.problems : [];
}

/** Claims that cannot be made, and what blocks and figures say of other blocks. */
export function checkBlocks(lesson: LessonSource): readonly SourceError[] {
  const ids = lesson.blocks.map(({ id }) => id);
  return [
    ...checkEngine(lesson),
    ...lesson.blocks.flatMap((block) => [
      ...checkClaim(lesson, block),
      ...checkNeeds(lesson, block, ids),
      ...checkRatio(lesson, block, ids),
    ]),
    ...lesson.figures.flatMap((figure) => checkFigure(lesson, figure, ids)),
  ];
}
