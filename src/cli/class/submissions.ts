import { basename, dirname } from 'node:path';
import { type Answer, parseAnswers } from '../../progress/answers.ts';
import { parseProgress } from '../../progress/progress.ts';
import { MAX_SUBMISSION_LENGTH } from '../../sql/gate.ts';
import { type ClassFile, listClassFiles, readClassFile } from './list-files.ts';
import { answerKey } from './verdict.ts';

/** What one file of the class holds. */
export interface Submission {
  /** Path inside the class's folder. */
  readonly file: string;
  /** The name that the learner wrote, or the folder's or the file's. For show only: it may be anything. */
  readonly learner: string;
  /** Why there is nothing to grade; undefined where there is. */
  readonly why?: string;
  readonly answers: readonly SubmittedAnswer[];
}

export interface SubmittedAnswer {
  readonly exercise: string;
  readonly sql: string;
  readonly key: string;
  /** Why it is not run; undefined where it is. */
  readonly unread?: string;
}

/** One answer an exercise: the last one in the file counts. */
function lastAnswers(answers: readonly Answer[]): readonly SubmittedAnswer[] {
  const last = new Map(answers.map(({ exercise, sql }) => [exercise, sql]));
  return [...last].map(([exercise, sql]) => ({ exercise, sql, key: answerKey(exercise, sql) }));
}

/** In its place among the others, so that it is seen that it was handed in. */
function unread({ sql, ...answer }: SubmittedAnswer): SubmittedAnswer {
  const [has, most] = [sql.length, MAX_SUBMISSION_LENGTH].map((length) => length.toLocaleString('en'));
  return {
    ...answer,
    sql,
    unread: `The submission has ${has} characters, and was not run: ${most} are the most.`,
  };
}

/** What a course system puts behind a learner's name. */
const SUFFIX = /_\d+_assignsubmission_\w*$/;

/** Who hands in what bears no name: their folder, where it is theirs alone or the file is called as the site calls it. */
function namelessOf(path: string, isAlone: boolean): string {
  const [folder, file] = [basename(dirname(path)), basename(path).replace(/\.json$/i, '')];
  const isFolders = folder !== '' && folder !== '.' && (isAlone || /^planwright-/i.test(file));
  return isFolders ? folder.replace(SUFFIX, '') || folder : file;
}

const ALL_TOO_LONG = 'every answer in it is too long to be graded';
const NO_ANSWER = 'it holds no answer';
const PROGRESS_ALONE =
  'it is a progress file, and holds no SQL to grade; “Export answers” on the progress page writes the file to hand in';

/** Why a file of this site has nothing to grade: the whole progress is handed in by mistake. */
function whyEmpty(text: string): string {
  return parseProgress(text.replace(/^\uFEFF/, '')).kind === 'ok' ? PROGRESS_ALONE : NO_ANSWER;
}

function readSubmission(file: ClassFile, isAlone: boolean): Submission {
  const nameless = { file: file.path, learner: namelessOf(file.path, isAlone) };
  if (file.kind === 'unread') return { ...nameless, why: file.why, answers: [] };
  const read = parseAnswers(file.text);
  if (read.kind === 'unreadable') return { ...nameless, why: read.why, answers: [] };
  const answers = lastAnswers(read.file.answers);
  const tooLong = lastAnswers(read.file.tooLong);
  const learner = read.file.learner.trim() || nameless.learner;
  if (answers.length > 0) return { file: file.path, learner, answers: [...answers, ...tooLong.map(unread)] };
  const named = tooLong.map(({ exercise }) => exercise).join(', ');
  const why = named === '' ? whyEmpty(file.text) : `${ALL_TOO_LONG}: ${named}`;
  return { file: file.path, learner, why, answers };
}

/** Reads every file of the folder, one after another. Throws only where the folder itself cannot be read. */
export async function readSubmissions(folder: string): Promise<readonly Submission[]> {
  const submissions: Submission[] = [];
  const entries = await listClassFiles(folder);
  const byFolder = Map.groupBy(entries, ({ path }) => dirname(path));
  for (const entry of entries) {
    const isAlone = byFolder.get(dirname(entry.path))?.length === 1;
    submissions.push(readSubmission(await readClassFile(folder, entry), isAlone));
  }
  return submissions;
}
