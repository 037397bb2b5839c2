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
  // ADL’s player says null where the package asks for none.
  masteryScore: z.nullish(z.number()),
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

const actorSchema = z.object({ account: z.object({ homePage: z.string(), name: z.string() }) });

/** Who the course system says is learning: one text for each person. */
export function readLearner({ actor }: Launch): string {
  try {
    const { account } = actorSchema.parse(JSON.parse(actor));
    return `${account.homePage} ${account.name}`;
  } catch {
    return actor;
  }
}

/** A random UUID, also on a page that came by plain HTTP from another machine. */
function makeId(): string {
  if (typeof crypto.randomUUID === 'function') return crypto.randomUUID();
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  const hex = [...bytes].map((byte, at) => {
    if (at === 6) return ((byte & 0x0f) | 0x40).toString(16);
    if (at === 8) return ((byte & 0x3f) | 0x80).toString(16);
    return byte.toString(16).padStart(2, '0');
  });
  return hex.join('').replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
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
    verb === 'passed' && typeof data.masteryScore === 'number' ? { [MASTERY]: data.masteryScore } : {};
  return {
    id: makeId(),
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
  /** One note for all: a store of documents may refuse to have one overwritten whose version is not named. */
  const once = async (verbs: readonly (keyof Stated)[], score: number | undefined) => {
    const open = verbs.filter((verb) => !stated[verb]);
    if (open.length === 0) return;
    for (const verb of open) {
      stated[verb] = true;
      await state(verb, verb === 'passed' ? score : undefined);
    }
    await service.send(statePath(launch, STATED), { method: 'PUT', body: JSON.stringify(stated) });
  };
  return {
    keep() {},
    report({ complete, passed, score }: Outcome) {
      // Whoever only looks at it, or looks at it again, states nothing.
      if (closed || !complete || service.data.launchMode !== 'Normal') return;
      then(() => once(passed === true ? ['completed', 'passed'] : ['completed'], score));
    },
    close() {
      if (closed) return;
      closed = true;
      then(() => state('terminated'));
    },
  };
}
