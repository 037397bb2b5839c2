import type { Observation } from '../checks/evidence.ts';
import type { Session } from '../engine/engine.ts';
import type { Exercise } from '../exercise/exercise.ts';
import { ask } from './ask.ts';
import { observeUnlessKnown } from './known-run.ts';
import { observe, type Probe, SHIPPED } from './observe.ts';
import { Refused, refusalOf } from './refused.ts';
import { onVariant } from './variants.ts';

/**
 * On the shipped data a probe has a transaction of its own, so that the clock stands still in it: a query that asks the
 * time cannot have one plan while it is measured and another while its rows are taken.
 */
async function observeAtOnce(
  session: Session,
  probe: Probe,
  known: readonly Observation[],
  timeoutMs: number,
) {
  if (probe.variant !== SHIPPED) return observe(session, probe, timeoutMs);
  await ask(session, 'begin', timeoutMs);
  const seen = await observeUnlessKnown(session, probe, known, timeoutMs);
  if (seen.kind === 'ok') await ask(session, 'commit', timeoutMs);
  return seen;
}

async function observeProbes(
  session: Session,
  probes: readonly Probe[],
  known: readonly Observation[],
  timeoutMs: number,
): Promise<readonly Observation[]> {
  const observations: Observation[] = [];
  for (const probe of probes) {
    const seen = await observeAtOnce(session, probe, known, timeoutMs);
    if (seen.kind !== 'ok') throw new Refused(refusalOf(seen));
    observations.push(seen.observation);
  }
  return observations;
}

/** What each probe shows on the shipped data and, for a `rewrite`, on every variant of it. Throws Refused. */
export async function observeSubmission(
  session: Session,
  exercise: Exercise,
  probes: readonly Probe[],
  known: readonly Observation[],
  timeoutMs: number,
) {
  const observations = [...(await observeProbes(session, probes, known, timeoutMs))];
  for (const variant of exercise.spec.task === 'rewrite' ? (exercise.spec.variants ?? []) : []) {
    const asked = probes.map((probe) => ({ ...probe, variant: variant.name }));
    observations.push(
      ...(await onVariant(session, variant, () => observeProbes(session, asked, [], timeoutMs))),
    );
  }
  return observations;
}
