import * as z from 'zod/mini';

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
