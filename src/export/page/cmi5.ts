import * as z from 'zod/mini';
import type { Outcome } from './outcome.ts';
import type { Reporter } from './reporter.ts';

/** https://github.com/AICC/CMI-5_Spec_Current/blob/quartz/cmi5_spec.md: section 8 launches, 9 says what is stated. */

const VERBS = {
  initialized: 'http://adlnet.gov/expapi/verbs/initialized',
  completed: 'http://adlnet.gov/expapi/verbs/completed',
  passed: 'http://adlnet.gov/expapi/verbs/passed',
  terminated: 'http://adlnet.gov/expapi/verbs/terminated',
} as const;
type Verb = keyof typeof VERBS;

const CATEGORY = 'https://w3id.org/xapi/cmi5/context/categories/';
const MASTERY = 'https://w3id.org/xapi/cmi5/context/extensions/masteryscore';

const launchData = z.looseObject({
  contextTemplate: z.looseObject({
    contextActivities: z.optional(z.record(z.string(), z.array(z.unknown()))),
    extensions: z.optional(z.record(z.string(), z.unknown())),
  }),
  launchMode: z.string(),
  masteryScore: z.optional(z.number()),
});
type LaunchData = z.infer<typeof launchData>;

/** What the course system wrote into the page's address. */
export interface Launch {
  readonly endpoint: string;
  readonly fetch: string;
  readonly actor: string;
  readonly registration: string;
  readonly activityId: string;
}

/** The launch, or undefined where the address holds none. */
export function readLaunch(search: string): Launch | undefined {
  const given = new URLSearchParams(search);
  const of = (name: string) => given.get(name) ?? '';
  const launch = {
    endpoint: of('endpoint').replace(/\/?$/, '/'),
    fetch: of('fetch'),
    actor: of('actor'),
    registration: of('registration'),
    activityId: of('activityId'),
  };
  return Object.values(launch).some((value) => value === '' || value === '/') ? undefined : launch;
}

interface Service {
  readonly launch: Launch;
  readonly data: LaunchData;
  readonly send: (path: string, init: RequestInit) => Promise<Response>;
}

/** What earlier sessions of this registration have stated already: each may be stated once. */
const statedSchema = z.object({ completed: z.boolean(), passed: z.boolean() });
type Stated = z.infer<typeof statedSchema>;

const STATED = 'planwright.stated';

function statePath({ activityId, actor, registration }: Launch, stateId: string): string {
  return `activities/state?${new URLSearchParams({ stateId, activityId, agent: actor, registration })}`;
}

async function connect(launch: Launch): Promise<Service> {
  const answer = await fetch(launch.fetch, { method: 'POST' });
  const token = z.object({ 'auth-token': z.string() }).parse(await answer.json())['auth-token'];
  const send = (path: string, init: RequestInit) =>
    fetch(`${launch.endpoint}${path}`, {
      ...init,
      headers: {
        Authorization: `Basic ${token}`,
        'X-Experience-API-Version': '1.0.3',
        'Content-Type': 'application/json',
      },
    });
  const data = launchData.parse(await (await send(statePath(launch, 'LMS.LaunchData'), {})).json());
  // Asked for because the specification says so; nothing here depends on the preferences.
  const agent = new URLSearchParams({ profileId: 'cmi5LearnerPreferences', agent: launch.actor });
  await send(`agents/profile?${agent}`, {}).catch(() => undefined);
  return { launch, data, send };
}

async function readStated({ launch, send }: Service): Promise<Stated> {
  const answer = await send(statePath(launch, STATED), {});
  const read = answer.ok ? statedSchema.safeParse(await answer.json()) : undefined;
  return read?.success ? read.data : { completed: false, passed: false };
}

function duration(ms: number): string {
  return `PT${(Math.max(0, ms) / 1000).toFixed(2)}S`;
}

function resultOf(verb: Verb, ms: number, score: number | undefined) {
  if (verb === 'initialized') return {};
  const common = { duration: duration(ms) };
  if (verb === 'completed') return { result: { ...common, completion: true } };
  if (verb === 'terminated') return { result: common };
  return {
    result: { ...common, success: true, ...(score === undefined ? {} : { score: { scaled: score } }) },
  };
}

function statement({ launch, data }: Service, verb: Verb, ms: number, score?: number) {
  const { contextActivities = {}, extensions = {}, ...template } = data.contextTemplate;
  const judged = verb === 'completed' || verb === 'passed';
  const categories = [`${CATEGORY}cmi5`, ...(judged ? [`${CATEGORY}moveon`] : [])].map((id) => ({ id }));
  const mastery =
    verb === 'passed' && data.masteryScore !== undefined ? { [MASTERY]: data.masteryScore } : {};
  return {
    id: crypto.randomUUID(),
    timestamp: new Date().toISOString(),
    actor: JSON.parse(launch.actor),
    verb: { id: VERBS[verb], display: { en: verb } },
    object: { objectType: 'Activity', id: launch.activityId },
    ...resultOf(verb, ms, score),
    context: {
      ...template,
      registration: launch.registration,
      contextActivities: {
        ...contextActivities,
        category: [...(contextActivities.category ?? []), ...categories],
      },
      extensions: { ...extensions, ...mastery },
    },
  };
}

/** Begins a session and states “initialized”. Rejects where the course system does not answer as it must. */
export async function openCmi5(launch: Launch, now: () => number = Date.now): Promise<Reporter> {
  const service = await connect(launch);
  const began = now();
  const state = async (verb: Verb, score?: number) => {
    const body = JSON.stringify(statement(service, verb, now() - began, score));
    await service.send('statements', { method: 'POST', body, keepalive: true });
  };
  await state('initialized');
  const stated = await readStated(service);
  let last: Promise<void> = Promise.resolve();
  let closed = false;
  const then = (act: () => Promise<unknown>) => {
    last = last.then(act).then(
      () => {},
      () => {},
    );
  };
  const once = async (verb: keyof Stated, score?: number) => {
    if (stated[verb]) return;
    stated[verb] = true;
    await state(verb, score);
    await service.send(statePath(launch, STATED), { method: 'PUT', body: JSON.stringify(stated) });
  };
  return {
    report({ complete, passed, score }: Outcome) {
      // Whoever only looks at it, or looks at it again, states nothing.
      if (closed || !complete || service.data.launchMode !== 'Normal') return;
      then(() => once('completed'));
      if (passed === true) then(() => once('passed', score));
    },
    close() {
      if (closed) return;
      closed = true;
      then(() => state('terminated'));
    },
  };
}
