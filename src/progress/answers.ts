import * as z from 'zod/mini';
import { own, type Progress, parseProgress } from './progress.ts';

/**
 * What a learner hands in: their SQL and nothing that says whether it is right. Whoever grades runs it again.
 */
export interface AnswersFile {
  readonly learner: string;
  readonly answers: readonly Answer[];
  /** Answers with texts too long to be graded. */
  readonly tooLong: readonly Answer[];
}

export interface Answer {
  /** The exercise's id, as the file has it: not known to exist. */
  readonly exercise: string;
  readonly sql: string;
}

const KIND = 'planwright-answers';
/** More than any course has; a file beyond it was not written by this site. */
const MOST_ANSWERS = 1_000;
/** In UTF-16 code units; the grader takes a fifth of it, comments around the statements aside. */
const LONGEST_SQL = 100_000;
const LONGEST_NAME = 200;
/** Whoever grades reads no larger file. */
export const MOST_FILE_BYTES = 1024 * 1024;
/** What a file has beside its answers, at most. */
const HEAD_BYTES = 2_048;

const schema = z.object({
  format: z.literal(1),
  kind: z.literal(KIND),
  learner: z.string().check(z.maxLength(LONGEST_NAME)),
  answers: z
    .array(
      z.object({
        exercise: z.string().check(z.maxLength(LONGEST_NAME)),
        sql: z.string(),
      }),
    )
    .check(z.maxLength(MOST_ANSWERS)),
});

/** The answers in someone's progress: the text that passed, else the editor's, by exercise. */
export function answersOf(progress: Progress): readonly Answer[] {
  return Object.entries(progress.exercises)
    .flatMap(([exercise, { answer, draft }]) => {
      const sql = answer ?? draft;
      return sql === undefined ? [] : [{ exercise, sql }];
    })
    .sort((a, b) => a.exercise.localeCompare(b.exercise));
}

/** The answers that a file to hand in holds, and the exercises whose texts it cannot hold. */
export interface ToHandIn {
  readonly answers: readonly Answer[];
  readonly leftOut: readonly string[];
}

const isTooLong = ({ sql }: Answer) => sql.length > LONGEST_SQL;

function bytesOf(answer: Answer): number {
  // In the file each of its four lines stands four spaces further in.
  return new TextEncoder().encode(JSON.stringify(answer, null, 2)).length + 4 * 5;
}

/**
 * What fits into a file that is read: where not all does, texts that passed go before the others, and short ones before
 * long ones.
 */
export function toHandIn(progress: Progress): ToHandIn {
  const all = answersOf(progress);
  const passed = ({ exercise }: Answer) => own(progress.exercises, exercise)?.answer !== undefined;
  const inTurn = all
    .filter((answer) => !isTooLong(answer) && answer.exercise.length <= LONGEST_NAME)
    .map((answer) => ({ answer, bytes: bytesOf(answer) }))
    .sort((a, b) => Number(passed(b.answer)) - Number(passed(a.answer)) || a.bytes - b.bytes)
    .slice(0, MOST_ANSWERS);
  let room = MOST_FILE_BYTES - HEAD_BYTES;
  const fitting = new Set<Answer>();
  for (const { answer, bytes } of inTurn) {
    if (bytes > room) continue;
    room -= bytes;
    fitting.add(answer);
  }
  return {
    answers: all.filter((answer) => fitting.has(answer)),
    leftOut: all.flatMap((answer) => (fitting.has(answer) ? [] : [answer.exercise])),
  };
}

/** The file to hand in. */
export function writeAnswersFile(progress: Progress, learner: string): string {
  const name = learner.trim().slice(0, LONGEST_NAME);
  const file = { format: 1, kind: KIND, learner: name, answers: toHandIn(progress).answers };
  return `${JSON.stringify(file, null, 2)}\n`;
}

/** `planwright-answers-ada-lovelace-2026-11-20.json`; without a name where there is none to write. */
export function answersFileName(learner: string, now: Date): string {
  const plain = learner.normalize('NFKD').toLowerCase();
  const name = plain
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 60);
  return [
    'planwright-answers',
    ...(name === '' ? [] : [name]),
    `${now.toISOString().slice(0, 10)}.json`,
  ].join('-');
}

export type AnswersRead =
  | { readonly kind: 'ok'; readonly file: AnswersFile }
  | { readonly kind: 'unreadable'; readonly why: string };

const unreadable = (why: string): AnswersRead => ({ kind: 'unreadable', why });

function fileOf(learner: string, all: readonly Answer[]): AnswersRead {
  const answers = all.filter((answer) => !isTooLong(answer));
  return { kind: 'ok', file: { learner, answers, tooLong: all.filter(isTooLong) } };
}

/** Reads what somebody handed in: an answers file, or the whole progress, of which only the SQL is taken. */
export function parseAnswers(text: string): AnswersRead {
  let data: unknown;
  try {
    data = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return unreadable('it is not JSON');
  }
  if (typeof data !== 'object' || data === null) return unreadable('it holds no answers');
  if ('format' in data && typeof data.format === 'number' && data.format > 1)
    return unreadable('it was written by a newer version');
  if (!('kind' in data)) return fromProgress(text);
  const parsed = z.safeParse(schema, data);
  if (parsed.success) {
    const { learner, answers } = parsed.data;
    return fileOf(learner, answers);
  }
  const where = parsed.error.issues[0]?.path.join('.') ?? '';
  return unreadable(where === '' ? 'it holds no answers' : `${where} is not as this site writes it`);
}

function fromProgress(text: string): AnswersRead {
  const parsed = parseProgress(text.replace(/^\uFEFF/, ''));
  if (parsed.kind !== 'ok') return unreadable('it is no file of this site');
  const answers = answersOf(parsed.progress);
  if (answers.length > MOST_ANSWERS) return unreadable('it holds more than this site writes');
  return fileOf('', answers);
}
