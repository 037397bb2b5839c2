import * as z from 'zod/mini';
import type { Launch } from './launch.ts';
import { type LaunchData, launchData, VERBS, type Verb } from './statement.ts';

/** The course system's answer where it did not take a request, or did not give what was asked for. */
export class Refused extends Error {
  /** Whether the same may be taken a little later. */
  readonly passing: boolean;

  constructor({ status }: Response) {
    super(`the course system answered ${status}`);
    this.passing = status >= 500 || status === 429 || status === 408;
  }
}

/** What earlier sessions of this registration have stated already: each may be stated once. */
const statedSchema = z.object({ completed: z.boolean(), passed: z.boolean() });
export type Stated = z.infer<typeof statedSchema>;

const foundSchema = z.object({ statements: z.array(z.unknown()) });

const STATED = 'planwright.stated';

/** Where a course system keeps what a page states, for one session. What it does not take rejects. */
export interface Lrs {
  /** Asks for what every session begins with. */
  readLaunchData(): Promise<LaunchData>;
  state(statement: string): Promise<void>;
  /** Whether a statement of the verb is there already. False also where that cannot be asked. */
  knows(verb: Verb): Promise<boolean>;
  readStated(): Promise<Stated>;
  noteStated(stated: Stated): Promise<void>;
}

function statePath({ activityId, actor, registration }: Launch, stateId: string): string {
  return `activities/state?${new URLSearchParams({ stateId, activityId, agent: actor, registration })}`;
}

/** The token that every request of the session carries. It is given once. */
export async function fetchToken(launch: Launch): Promise<string> {
  const answer = await fetch(launch.fetch, { method: 'POST' });
  if (!answer.ok) throw new Refused(answer);
  return z.object({ 'auth-token': z.string() }).parse(await answer.json())['auth-token'];
}

/** Speaks with the course system by its token. */
export function openLrs(launch: Launch, token: string): Lrs {
  /** `fine` are answers by which a request is as good as taken. */
  const send = async (path: string, init: RequestInit, ...fine: readonly number[]) => {
    const headers = {
      Authorization: `Basic ${token}`,
      'X-Experience-API-Version': '1.0.3',
      'Content-Type': 'application/json',
      ...init.headers,
    };
    const answer = await fetch(`${launch.endpoint}${path}`, { ...init, headers });
    if (!answer.ok && !fine.includes(answer.status)) throw new Refused(answer);
    return answer;
  };
  const note = statePath(launch, STATED);
  let noted = false;
  return {
    async readLaunchData() {
      const data = launchData.parse(await (await send(statePath(launch, 'LMS.LaunchData'), {})).json());
      // Asked for because the specification says so; nothing here depends on the preferences.
      const agent = new URLSearchParams({ profileId: 'cmi5LearnerPreferences', agent: launch.actor });
      await send(`agents/profile?${agent}`, {}).catch(() => undefined);
      return data;
    },
    async state(statement) {
      // The same statement again, after an answer that was lost: 409 says that it is there.
      await send('statements', { method: 'POST', body: statement, keepalive: true }, 409);
    },
    async knows(verb) {
      const { actor: agent, activityId: activity, registration } = launch;
      const asked = { agent, activity, registration, verb: VERBS[verb], limit: '1' };
      try {
        const answer = await send(`statements?${new URLSearchParams(asked)}`, {});
        return foundSchema.parse(await answer.json()).statements.length > 0;
      } catch {
        return false;
      }
    },
    async readStated() {
      const answer = await send(note, {}, 404);
      noted = answer.ok;
      const read = answer.ok ? statedSchema.safeParse(await answer.json()) : undefined;
      return read?.success ? read.data : { completed: false, passed: false };
    },
    async noteStated(stated) {
      // A store of documents may refuse to have one overwritten whose version is not named.
      const version = noted ? (await send(note, {}, 404)).headers.get('ETag') : null;
      const headers: HeadersInit = version === null ? {} : { 'If-Match': version };
      await send(note, { method: 'PUT', headers, body: JSON.stringify(stated) });
      noted = true;
    },
  };
}
