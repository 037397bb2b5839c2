import { setFlagsFromString } from 'node:v8';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inParallel } from '../../cli/in-parallel.ts';
import { findPlaces } from '../../cli/places.ts';
import type { Engine } from '../../engine/engine.ts';
import { createNodeEngine } from '../../engine/node-engine.ts';
import { type Attack, readAttacks } from './read-attacks.ts';
import { createGrounds, gradeAttack, gradeWithoutGate, judgeByGate, type Outcome } from './run-attack.ts';

/**
 * V8 may abort when it frees WebAssembly code that another thread was ended in (nodejs/node#64500), and here threads are
 * ended in the middle of their work all the time. So it keeps that code.
 */
setFlagsFromString('--no-wasm-code-gc');

const LANES = 2;
const attacks = [...(await readAttacks())].sort((a, b) => a.exercise.localeCompare(b.exercise));
const hostile = attacks.filter(({ family }) => family !== 'honest');
const honest = attacks.filter(({ family }) => family === 'honest');
const ungated = attacks.filter(({ behind }) => behind !== undefined);

/**
 * Each has a database as it was shipped. They follow one another in a thread, which puts its database back where the next
 * is of the same exercise: what one left behind would be seen.
 */
let engine: Engine;
const outcomes = new Map<Attack, Outcome>();
const behindTheGate = new Map<Attack, Outcome>();

/** A fault of the engine is nobody's pass, and must not hide what became of the others. */
async function caught(run: () => Promise<Outcome>): Promise<Outcome> {
  try {
    return await run();
  } catch (thrown) {
    return { verdict: 'fault', failed: [], why: String(thrown) };
  }
}

beforeAll(async () => {
  const places = findPlaces();
  engine = await createNodeEngine(places.engine, { kept: LANES });
  const groundOf = createGrounds(places, engine);
  await inParallel([...new Set(attacks.map(({ exercise }) => exercise))], LANES, groundOf);
  await inParallel(attacks, LANES, async (attack) => {
    const ground = await groundOf(attack.exercise);
    const act = attack.verdicts.includes('refused') ? judgeByGate : gradeAttack;
    outcomes.set(attack, await caught(() => act(ground, attack)));
  });
  await inParallel(ungated, LANES, async (attack) => {
    const ground = await groundOf(attack.exercise);
    behindTheGate.set(attack, await caught(() => gradeWithoutGate(ground, attack)));
  });
}, 1_800_000);

afterAll(async () => {
  const refused = hostile.filter((attack) => outcomes.get(attack)?.verdict !== 'passed').length;
  const accepted = honest.filter((attack) => outcomes.get(attack)?.verdict === 'passed').length;
  const stopped = ungated.filter((attack) => behindTheGate.get(attack)?.verdict !== 'passed').length;
  console.log(
    `attacks refused ${refused} of ${hostile.length}, honest answers accepted ${accepted} of ${honest.length}, ` +
      `stopped behind the gate ${stopped} of ${ungated.length}`,
  );
  await engine.dispose();
});

describe('attacks', () => {
  it('are many, of every family', () => {
    expect(hostile.length).toBeGreaterThanOrEqual(250);
    expect(honest.length).toBeGreaterThanOrEqual(45);
    expect(new Set(hostile.map(({ family }) => family)).size).toBe(8);
  });

  it.each(hostile.map((attack) => [attack.name, attack] as const))('%s', (_, attack) => {
    const outcome = outcomes.get(attack);
    expect(attack.verdicts, outcome?.why).toContain(outcome?.verdict);
    if (attack.rule !== undefined) expect(outcome?.rule, outcome?.why).toBe(attack.rule);
    if (attack.fails !== undefined) expect(outcome?.failed, outcome?.why).toContain(attack.fails);
    expect(outcome?.why).not.toBe('');
  });
});

describe('without the gate', () => {
  it.each(ungated.map((attack) => [attack.name, attack] as const))('%s', (_, attack) => {
    const outcome = behindTheGate.get(attack);
    const stoppedBy = outcome?.verdict === 'failed' ? outcome.failed : [outcome?.verdict];
    expect(stoppedBy, outcome?.why).toContain(attack.behind);
  });
});

describe('honest answers', () => {
  it.each(honest.map((attack) => [attack.name, attack] as const))('%s', (_, attack) => {
    const outcome = outcomes.get(attack);
    expect(outcome?.verdict, `${outcome?.rule ?? ''} ${outcome?.why}`).toBe('passed');
  });
});
