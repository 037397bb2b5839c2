import { CHECK_KINDS, checkKeys } from '../checks/all-checks.ts';
import { crossCheck } from './cross-check.ts';
import type { AuthorError, Exercise, NamedSql, WrongAnswer } from './exercise.ts';
import { type LineOf, readFrontMatter } from './front-matter.ts';
import { nearest } from './issue-in-words.ts';
import { type Outline, outlineOf } from './outline.ts';
import { type Spec, specSchema } from './spec.ts';

/** The front matter as far as it could be read, for what other files show to be wrong in it. */
export interface FrontRead {
  readonly outline: Outline;
  readonly lineOf: LineOf;
}

export type ExerciseFilesRead =
  | { readonly kind: 'ok'; readonly exercise: Exercise; readonly front: FrontRead }
  | {
      readonly kind: 'errors';
      readonly errors: readonly AuthorError[];
      readonly front?: FrontRead;
      /** Where enough of it is right to be graded all the same. */
      readonly exercise?: Exercise;
    };

const REQUIRED = ['exercise.mdx', 'start.sql', 'solution.sql'];
const KNOWN =
  /^(exercise\.mdx|start\.sql|solution\.sql|setup\.sql|also\/[a-z0-9-]+\.sql|wrong\/[a-z0-9-]+\.sql)$/;

function placeFor(file: string): string {
  const near = file.includes('/') ? undefined : nearest(file, [...REQUIRED, 'setup.sql']);
  if (near !== undefined) return `rename it to ${near}`;
  return 'remove it, or move it to also/<kebab-case>.sql or wrong/<kebab-case>.sql';
}

function fileErrors(files: ReadonlyMap<string, string>): readonly AuthorError[] {
  const missing = REQUIRED.filter((file) => !files.has(file)).map((file) => ({
    file,
    line: 1,
    what: 'this file is missing',
    fix: 'add it; an exercise has exercise.mdx, start.sql and solution.sql',
  }));
  const unexpected = [...files.keys()]
    .filter((file) => !KNOWN.test(file))
    .map((file) => ({
      file,
      line: 1,
      what: 'this file has no place in an exercise',
      fix: placeFor(file),
    }));
  return [...missing, ...unexpected];
}

function keysAt(path: readonly PropertyKey[], value: unknown): readonly string[] {
  if (path.length === 0) return Object.keys(specSchema.shape);
  if (path[0] === 'workload') return Object.keys(specSchema.shape.workload.element.shape);
  if (path[0] === 'variants') return ['name', 'sql'];
  if (path[0] === 'equivalent-mutants') return ['change', 'because'];
  if (path[0] === 'checks') return checkKeys(entryAt(value, 'checks', Number(path[1])));
  return [];
}

function entryAt(value: unknown, key: string, at: number): unknown {
  const list: unknown = typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;
  return Array.isArray(list) ? list[at] : undefined;
}

function named(files: ReadonlyMap<string, string>, folder: string): readonly NamedSql[] {
  return [...files]
    .filter(([file]) => file.startsWith(`${folder}/`) && KNOWN.test(file))
    .map(([file, sql]) => ({ name: file.slice(folder.length + 1, -'.sql'.length), sql }));
}

function header(sql: string, word: string): readonly string[] {
  const line = new RegExp(`^--\\s*${word}s?:(.*)$`, 'mi').exec(sql.split(/\n(?!--)/, 1)[0] ?? '')?.[1];
  return line === undefined
    ? []
    : line
        .split(',')
        .map((id) => id.trim())
        .filter(Boolean);
}

function readWrong({ name, sql }: NamedSql): WrongAnswer | AuthorError {
  const fails = header(sql, 'fail');
  if (fails.length > 0) return { name, sql, fails, misconceptions: header(sql, 'misconception') };
  const what = 'the first line does not say which check must fail';
  return { file: `wrong/${name}.sql`, line: 1, what, fix: 'begin the file with: -- fails: <check-id>' };
}

function emptyFiles(files: ReadonlyMap<string, string>, body: string): readonly AuthorError[] {
  const error = (file: string, what: string, fix: string): AuthorError => ({ file, line: 1, what, fix });
  const empty = [...files]
    .filter(([file, text]) => file.endsWith('.sql') && file !== 'start.sql' && text.trim() === '')
    .map(([file]) => error(file, 'this file is empty', 'write the SQL, or remove the file'));
  const task = files.has('exercise.mdx') && body.trim() === '';
  return task
    ? [...empty, error('exercise.mdx', 'there is no task', 'say below the front matter what is asked')]
    : empty;
}

/** Reads an exercise's folder: the exercise, or every mistake that its files show without a database. */
export function readExercise(files: ReadonlyMap<string, string>, id: string): ExerciseFilesRead {
  const errors: AuthorError[] = [...fileErrors(files)];
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(id)) {
    const fix = 'rename it to lower-case words joined by hyphens';
    errors.push({ file: 'exercise.mdx', line: 1, what: `the folder’s name, “${id}”, is no id`, fix });
  }
  const answers = named(files, 'wrong').map(readWrong);
  const wrong = answers.filter((answer): answer is WrongAnswer => 'fails' in answer);
  errors.push(...answers.filter((answer): answer is AuthorError => 'fix' in answer));
  const text = files.get('exercise.mdx');
  if (text === undefined) return { kind: 'errors', errors };
  const shape = { schema: specSchema, keysAt, kinds: CHECK_KINDS };
  const front = readFrontMatter('exercise.mdx', text, shape);
  if (front.kind === 'errors') errors.push(...front.errors);
  errors.push(...emptyFiles(files, front.body));
  const read = front.raw === undefined ? undefined : { outline: outlineOf(front.raw), lineOf: front.lineOf };
  if (read) errors.push(...crossCheck(read.outline, wrong, front.lineOf));
  const exercise = front.kind === 'ok' ? assemble(files, id, front.value, wrong) : undefined;
  if (read && exercise && errors.length === 0) return { kind: 'ok', exercise, front: read };
  return { kind: 'errors', errors, ...(read && { front: read }), ...(exercise && { exercise }) };
}

/** The exercise, where its files are there. */
function assemble(
  files: ReadonlyMap<string, string>,
  id: string,
  spec: Spec,
  wrong: readonly WrongAnswer[],
): Exercise | undefined {
  const [start, solution, setup] = ['start.sql', 'solution.sql', 'setup.sql'].map((file) => files.get(file));
  if (start === undefined || solution === undefined) return undefined;
  const also = named(files, 'also').filter(({ sql }) => sql.trim() !== '');
  return { id, spec, start, solution, ...(setup === undefined ? {} : { setup }), also, wrong };
}
