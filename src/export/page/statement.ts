import * as z from 'zod/mini';
import type { Launch } from './launch.ts';

/** https://github.com/AICC/CMI-5_Spec_Current/blob/quartz/cmi5_spec.md: section 8 launches, 9 says what is stated. */

/** The verbs of cmi5 that a page states. */
export const VERBS = {
  initialized: 'http://adlnet.gov/expapi/verbs/initialized',
  completed: 'http://adlnet.gov/expapi/verbs/completed',
  passed: 'http://adlnet.gov/expapi/verbs/passed',
  terminated: 'http://adlnet.gov/expapi/verbs/terminated',
} as const;
export type Verb = keyof typeof VERBS;

const CATEGORY = 'https://w3id.org/xapi/cmi5/context/categories/';
const MASTERY = 'https://w3id.org/xapi/cmi5/context/extensions/masteryscore';

/** What the course system says of the launch. */
export const launchData = z.looseObject({
  contextTemplate: z.looseObject({
    contextActivities: z.optional(z.record(z.string(), z.array(z.unknown()))),
    extensions: z.optional(z.record(z.string(), z.unknown())),
  }),
  launchMode: z.string(),
  // ADL’s player says null where the package asks for none.
  masteryScore: z.nullish(z.number()),
});
export type LaunchData = z.infer<typeof launchData>;

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

/** A statement by the rules of cmi5, as text; `ms` after the session began. */
export function statement(launch: Launch, data: LaunchData, verb: Verb, ms: number, score?: number): string {
  const { contextActivities = {}, extensions = {}, ...template } = data.contextTemplate;
  const judged = verb === 'completed' || verb === 'passed';
  const categories = [`${CATEGORY}cmi5`, ...(judged ? [`${CATEGORY}moveon`] : [])].map((id) => ({ id }));
  const mastery =
    verb === 'passed' && typeof data.masteryScore === 'number' ? { [MASTERY]: data.masteryScore } : {};
  return JSON.stringify({
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
  });
}
