import type { Plan } from '../../plan/plan.ts';
import type { BenchView } from './bench-view.ts';

/** One workload query's plan at the start and after what the solver did. */
export interface PlanComparison {
  readonly query: string;
  readonly before: Plan | undefined;
  readonly after: Plan | undefined;
  readonly message?: string;
}

/** The graded plans where a check was the last thing done, none where it was refused; else those of the solver's own database. */
export function comparisonsOf(view: BenchView): readonly PlanComparison[] {
  if (!view.output && view.report?.refusal) return [];
  const evidence = view.output ? undefined : view.report?.evidence;
  if (evidence) {
    const shown = evidence.submission.observations.filter((seen) => seen.shown && seen.variant === 'shipped');
    const first = shown.filter((seen, at) => shown.findIndex((other) => other.query === seen.query) === at);
    return first.map((seen) => ({
      query: seen.query,
      before: evidence.start.observations.find((start) => start.query === seen.query && start.shown)?.plan,
      after: seen.plan,
    }));
  }
  return view.plans.map(({ query, before, now }) => ({
    query,
    before,
    after: now.kind === 'ok' ? now.plan : undefined,
    ...(now.kind === 'none' ? { message: now.message } : {}),
  }));
}
