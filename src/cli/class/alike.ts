import { loadParser, parseStatements } from '../../sql/parse.ts';
import { shapeOf } from '../../sql/shape.ts';
import type { Submission } from './submissions.ts';

/** Answers of several files to one exercise that say the same thing. */
export interface AlikeGroup {
  readonly exercise: string;
  /** `text`: the same to the letter, layout aside. `shape`: other names, constants or layout. */
  readonly how: 'text' | 'shape';
  readonly members: readonly { readonly file: string; readonly learner: string; readonly sql: string }[];
  /** Answers to the exercise in the whole class. */
  readonly of: number;
}

/** A shape that more than this share of the class has is the plain answer and says nothing. */
const COMMON_SHARE = 0.2;
/** In a small class everybody may find the same. */
const LEAST_COMMON = 3;
/** Shorter texts, comments included, are alike by nature. */
const TELLING_LENGTH = 160;
/** Texts longer than the grader takes are not looked at. */
const LONGEST = 20_000;

interface Entry {
  readonly file: string;
  readonly learner: string;
  readonly sql: string;
}

function layoutOf(sql: string): string {
  return sql.replace(/\s+/g, ' ').trim();
}

function shapeOfText(sql: string): string {
  if (sql.length > LONGEST) return '';
  const parsed = parseStatements(sql);
  return parsed.kind === 'ok' ? shapeOf(parsed.statements) : `unparsed ${layoutOf(sql).toLowerCase()}`;
}

function isTelling(group: readonly Entry[], of: number, plain: boolean): boolean {
  const files = new Set(group.map(({ file }) => file));
  if (files.size < 2) return false;
  if (!plain && files.size <= Math.max(LEAST_COMMON, COMMON_SHARE * of)) return true;
  return group.every(({ sql }) => layoutOf(sql).length >= TELLING_LENGTH);
}

/** What the exercise itself holds: its start, which is nobody's work, and its answers, which many will find. */
export interface GivenTexts {
  readonly start: string;
  readonly answers: readonly string[];
}

function groupExercise(
  exercise: string,
  all: readonly Entry[],
  given: GivenTexts | undefined,
): readonly AlikeGroup[] {
  const of = all.length;
  const start = layoutOf(given?.start ?? '');
  const plain = new Set((given?.answers ?? []).map(shapeOfText));
  const own = all.filter(({ sql }) => layoutOf(sql) !== start);
  return [...Map.groupBy(own, ({ sql }) => shapeOfText(sql))].flatMap(([shape, group]) => {
    const texts = [...Map.groupBy(group, ({ sql }) => layoutOf(sql)).values()];
    const isPlain = shape === '' || plain.has(shape);
    if (!isPlain && isTelling(group, of, false))
      return [{ exercise, how: texts.length === 1 ? 'text' : 'shape', members: group, of } as const];
    return texts
      .filter((same) => isTelling(same, of, isPlain))
      .map((members) => ({ exercise, how: 'text', members, of }) as const);
  });
}

/**
 * Groups that are worth a look, the rarest first. What most of a class says, what the exercise starts with, and short
 * texts that are one of its own answers are left out. It is a hint, and never a verdict.
 */
export async function findAlike(
  submissions: readonly Submission[],
  given: ReadonlyMap<string, GivenTexts>,
): Promise<readonly AlikeGroup[]> {
  await loadParser();
  const entries = submissions.flatMap(({ file, learner, answers }) =>
    answers.map(({ exercise, sql }) => ({ exercise, file, learner, sql })),
  );
  return [...Map.groupBy(entries, ({ exercise }) => exercise)]
    .flatMap(([exercise, all]) => groupExercise(exercise, all, given.get(exercise)))
    .sort((a, b) => a.members.length / a.of - b.members.length / b.of);
}
