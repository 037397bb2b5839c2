import { basename } from 'node:path';
import { parseAnswers } from '../../progress/answers.ts';
import { type ClassFile, listClassFiles, readClassFile } from './list-files.ts';
import { answerKey } from './verdict.ts';

/** What one file of the class holds. */
export interface Submission {
  /** Path inside the class's folder. */
  readonly file: string;
  /** The name that the learner wrote, or the file's. For show only: it may be anything. */
  readonly learner: string;
  /** Why there is nothing to grade; undefined where there is. */
  readonly why?: string;
  readonly answers: readonly SubmittedAnswer[];
}

export interface SubmittedAnswer {
  readonly exercise: string;
  readonly sql: string;
  readonly key: string;
}

/** One answer an exercise: the last one in the file counts. */
function lastAnswers(answers: readonly { readonly exercise: string; readonly sql: string }[]) {
  const last = new Map(answers.map(({ exercise, sql }) => [exercise, sql]));
  return [...last].map(([exercise, sql]) => ({ exercise, sql, key: answerKey(exercise, sql) }));
}

function readSubmission(file: ClassFile): Submission {
  const nameless = { file: file.path, learner: basename(file.path).replace(/\.json$/i, '') };
  if (file.kind === 'unread') return { ...nameless, why: file.why, answers: [] };
  const read = parseAnswers(file.text);
  if (read.kind === 'unreadable') return { ...nameless, why: read.why, answers: [] };
  const answers = lastAnswers(read.file.answers);
  const learner = read.file.learner.trim() || nameless.learner;
  return answers.length === 0
    ? { file: file.path, learner, why: 'it holds no answer', answers }
    : { file: file.path, learner, answers };
}

/** Reads every file of the folder, one after another. Throws only where the folder itself cannot be read. */
export async function readSubmissions(folder: string): Promise<readonly Submission[]> {
  const submissions: Submission[] = [];
  for (const entry of await listClassFiles(folder)) {
    submissions.push(readSubmission(await readClassFile(folder, entry)));
  }
  return submissions;
}
