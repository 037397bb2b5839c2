import type { Evidence, Observation } from '../../checks/evidence.ts';
import { atStart, shippedRuns } from '../../checks/observations.ts';
import type { Cell } from '../../engine/engine.ts';
import type { CheckResult, Report } from '../../grader/report.ts';
import { concealValues } from '../../plan/conceal-values.ts';
import type { Plan } from '../../plan/plan.ts';
import type { BenchView } from './bench-view.ts';

/** A run of a workload query, by its values. */
export interface RunKey {
  readonly query: string;
  /** Tells a query's runs apart; the same in the next check. */
  readonly key: string;
}

/** The plan of one run of a workload query at the start and after what the solver did. */
export interface PlanComparison extends RunKey {
  readonly params: readonly Cell[];
  /** False where its values are kept back. */
  readonly shown: boolean;
  /** Takes the values out of a plan of this run, where they are kept back. */
  readonly conceal: (plan: Plan) => Plan;
  readonly before: Plan | undefined;
  readonly after: Plan | undefined;
  readonly message?: string;
}

const keyOf = ({ query, params }: Pick<Observation, 'query' | 'params'>): RunKey => ({
  query,
  key: JSON.stringify([query, params]),
});

/** The run that a check is about, where it is about one and did not pass. */
function failedRun(report: Report, { run, state }: CheckResult): Observation | undefined {
  return run === undefined || state === 'passed' ? undefined : report.evidence?.submission.observations[run];
}

/** The run that a check is about, where it is about one and did not pass. */
export function runOfCheck(report: Report, check: CheckResult): RunKey | undefined {
  const seen = failedRun(report, check);
  return seen && keyOf(seen);
}

/** The shown runs, and of the hidden ones those for which a check did not pass, without their values. */
function comparisonsIn(report: Report): readonly PlanComparison[] {
  const { evidence } = report;
  if (!evidence) return [];
  const failed = new Set(report.checks.map((check) => failedRun(report, check)));
  const queries = new Set(evidence.submission.observations.map(({ query }) => query));
  const runs = [...queries].flatMap((query) => shippedRuns(evidence.submission, query));
  return runs
    .filter((seen) => seen.shown || failed.has(seen))
    .map((seen) => {
      const { params, shown, plan } = seen;
      const conceal = shown ? asItIs : concealing(evidence, seen);
      const before = atStart(evidence, seen)?.plan;
      const plans = { before: before && conceal(before), after: conceal(plan) };
      return { ...keyOf(seen), params, shown, conceal, ...plans };
    });
}

const asItIs = (plan: Plan): Plan => plan;

/** The plans of shown runs tell which constants are the query's own. */
function concealing({ start, submission }: Evidence, { query, params }: Observation) {
  const known = [start, submission]
    .flatMap((side) => shippedRuns(side, query))
    .flatMap(({ shown, plan }) => (shown ? [plan] : []));
  return (plan: Plan): Plan => concealValues(plan, params, known);
}

/** The graded plans where a check was the last thing done, none where it was refused; else those of the solver's own database. */
export function comparisonsOf(
  view: Pick<BenchView, 'output' | 'report' | 'plans'>,
): readonly PlanComparison[] {
  if (!view.output && view.report?.refusal) return [];
  if (!view.output && view.report?.evidence) return comparisonsIn(view.report);
  return view.plans.map(({ before, now, ...run }) => ({
    ...keyOf(run),
    params: run.params,
    shown: true,
    conceal: asItIs,
    before,
    after: now.kind === 'ok' ? now.plan : undefined,
    ...(now.kind === 'none' ? { message: now.message } : {}),
  }));
}

/** The one that is watched; the first of the same query, or of all, where that one is not among them. */
export function watchedOf(
  comparisons: readonly PlanComparison[],
  watched: RunKey | undefined,
): PlanComparison | undefined {
  return (
    comparisons.find(({ key }) => key === watched?.key) ??
    comparisons.find(({ query }) => query === watched?.query) ??
    comparisons[0]
  );
}
