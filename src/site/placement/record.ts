import type { Engine } from '../../engine/engine.ts';
import { placementQuestions } from './questions.ts';

export interface PlacementPlan {
  readonly id: string;
  readonly text: string;
}

const LIMITS = { timeoutMs: 60_000 };
const EXPLAIN = 'explain (analyze, buffers, timing off, summary off)';

/** Pages in memory and pages read are one figure: which of them it was depends on what ran before. */
function settle(line: string): string {
  const hit = /shared(?: hit=(\d+))?(?: read=(\d+))?/.exec(line);
  const pages = Number(hit?.[1] ?? 0) + Number(hit?.[2] ?? 0);
  return line.replace(
    /shared(?: hit=\d+)?(?: read=\d+)?(?: dirtied=\d+)?(?: written=\d+)?/,
    `shared hit=${pages}`,
  );
}

/** Records the placement's plans on the shop, as the engine gives them: without times, so always the same. */
export async function recordPlacement(engine: Engine): Promise<readonly PlacementPlan[]> {
  const plans: PlacementPlan[] = [];
  for (const { id, before = [], sql } of placementQuestions) {
    const session = await engine.open({ name: 'shop' });
    const script = ['begin', ...before, sql, `${EXPLAIN} ${sql}`].join(';\n');
    const run = await session.run(script, LIMITS);
    await session.close();
    if (run.kind !== 'ok') throw new Error(`${id}: ${JSON.stringify(run)}`);
    const lines = run.results.at(-1)?.rows.map(([line]) => line ?? '') ?? [];
    const planning = lines.findIndex((line) => line.startsWith('Planning'));
    const plan = planning < 0 ? lines : lines.slice(0, planning);
    plans.push({
      id,
      text: plan.map((line) => (line.includes('Buffers:') ? settle(line) : line)).join('\n'),
    });
  }
  return plans;
}
