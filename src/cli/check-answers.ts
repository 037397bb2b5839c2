import { parseArgs } from 'node:util';
import type { Evidence, Observation } from '../checks/evidence.ts';
import type { Engine } from '../engine/engine.ts';
import { isAdded } from '../exercise/added-checks.ts';
import type { Exercise } from '../exercise/exercise.ts';
import { type MeasuredAnswer, nearestMargins, suggestForAll } from '../exercise/suggest-budgets.ts';
import type { Report } from '../grader/report.ts';
import { printText } from '../plan/print-text.ts';
import { observeStart } from '../session/start-state.ts';
import { submit } from '../session/submit.ts';
import { readCourse } from './check-run.ts';
import { EXIT, runCommand } from './exit.ts';
import { findPlaces } from './places.ts';
import { prepareWhatBuilds } from './prepare.ts';

/** One line of JSON for each answer, as the authoring panel shows it. */
interface Answer {
  readonly file: string;
  readonly sql: string;
  /** Whether it has to pass. */
  readonly must: 'pass' | 'fail';
  /** The checks that a wrong answer says it fails, and the mistakes it says are named. */
  readonly fails: readonly string[];
  readonly misconceptions: readonly string[];
}

function answersOf(exercise: Exercise): readonly Answer[] {
  const honest = { must: 'pass', fails: [], misconceptions: [] } as const;
  return [
    { file: 'start.sql', sql: exercise.start, ...honest, must: 'fail' },
    { file: 'solution.sql', sql: exercise.solution, ...honest },
    ...exercise.also.map(({ name, sql }) => ({ file: `also/${name}.sql`, sql, ...honest })),
    ...exercise.wrong.map(({ name, sql, fails, misconceptions }) => {
      return { file: `wrong/${name}.sql`, sql, must: 'fail' as const, fails, misconceptions };
    }),
  ];
}

function planOf(seen: Observation) {
  const { query, params, shown, pages, plan } = seen;
  return { query, params, shown, pages, text: printText(plan) };
}

/** Each query once, with the first of its parameters: the plans that an author compares. */
function plansOf(evidence: Evidence | undefined) {
  const seen = evidence?.submission.observations.filter(({ variant }) => variant === 'shipped') ?? [];
  return seen.filter((one, at) => seen.findIndex(({ query }) => query === one.query) === at).map(planOf);
}

function said(answer: Answer, report: Report) {
  const { sql: _, ...rest } = answer;
  const refusal = report.refusal;
  return {
    ...rest,
    passed: report.passed,
    refusal: refusal && (refusal.kind === 'sql-error' ? refusal.error.message : refusal.message),
    checks: report.checks.map((check) => ({ ...check, added: isAdded(check) })),
    findings: report.findings,
    plans: plansOf(report.evidence),
    indexes: report.evidence?.submission.indexes.filter(({ created }) => created) ?? [],
    ms: Math.round(report.ms),
  };
}

/** Grades every answer of an exercise, and tells each as it is known; the last line is about the budgets. */
async function gradeAnswers(engine: Engine, exercise: Exercise, tell: (line: object) => void): Promise<void> {
  const start = await observeStart(engine, exercise);
  tell({ kind: 'start', plans: start.side.observations.slice(0, 1).map(planOf) });
  const measured: MeasuredAnswer[] = [];
  for (const answer of answersOf(exercise)) {
    const report = await submit(engine, exercise, start, answer.sql);
    tell({ kind: 'answer', ...said(answer, report) });
    if (answer.must === 'pass' && report.evidence)
      measured.push({ file: answer.file, evidence: report.evidence });
  }
  const { checks } = exercise.spec;
  if (measured.length > 0)
    tell({
      kind: 'budgets',
      suggestions: suggestForAll(checks, measured),
      margins: nearestMargins(checks, measured),
      answers: measured.length,
    });
}

/** `node src/cli/check-answers.ts <id>`: every answer of an exercise with its evidence, one JSON a line. */
await runCommand(async () => {
  const [id = ''] = parseArgs({ allowPositionals: true }).positionals;
  const places = findPlaces();
  const { exercises } = await readCourse(places);
  const tell = (line: object) => console.log(JSON.stringify(line));
  const exercise = exercises.find((one) => one.id === id)?.read.exercise;
  if (!exercise) {
    tell({ kind: 'refused', message: `${id} has mistakes in its files: they have to be mended first` });
    return EXIT.mistake;
  }
  const { engine } = await prepareWhatBuilds(places, () => {});
  try {
    await gradeAnswers(engine, exercise, tell);
    return EXIT.ok;
  } catch (thrown) {
    tell({ kind: 'refused', message: thrown instanceof Error ? thrown.message : String(thrown) });
    return EXIT.mistake;
  } finally {
    await engine.dispose();
  }
});
