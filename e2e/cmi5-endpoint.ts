import type { IncomingMessage, ServerResponse } from 'node:http';
import * as z from 'zod';

/** What a course system receives from a page by cmi5, as far as the journeys look at it. */
const statementSchema = z.object({
  id: z.uuid(),
  timestamp: z.iso.datetime(),
  actor: z.object({ account: z.object({ name: z.string() }) }),
  verb: z.object({ id: z.string() }),
  object: z.object({ id: z.string() }),
  result: z
    .object({
      duration: z.string().optional(),
      completion: z.boolean().optional(),
      success: z.boolean().optional(),
      score: z.object({ scaled: z.number() }).optional(),
    })
    .optional(),
  context: z.object({
    registration: z.string(),
    contextActivities: z.object({
      category: z.array(z.object({ id: z.string() })),
      grouping: z.array(z.unknown()),
    }),
    extensions: z.record(z.string(), z.unknown()),
  }),
});
export type Statement = z.infer<typeof statementSchema>;

/** Where pages state what was done. Each launch is a session with a token, which is given once. */
export interface Cmi5Endpoint {
  readonly statements: readonly Statement[];
  /** Statements and requests that cmi5 forbids. */
  readonly complaints: readonly string[];
  /** What the course system adds to a page's address for one more session of the one registration. */
  launch(address: string): string;
  /** The next statement of a verb is not taken. */
  refuse(verb: string, status: number): void;
  /** Answers a request; false where it is none for the endpoint. */
  answer(request: IncomingMessage, url: URL, response: ServerResponse): boolean;
}

const LAUNCH_DATA = {
  contextTemplate: {
    contextActivities: { grouping: [{ id: 'urn:publisher' }] },
    extensions: { 'https://w3id.org/xapi/cmi5/context/extensions/sessionid': 'session-1' },
  },
  launchMode: 'Normal',
  // As ADL's player has it for a unit that asks for no score.
  masteryScore: null,
  moveOn: 'Completed',
};

/** All of a request's body. */
export async function textOf(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const chunk of request) text += chunk;
  return text;
}

async function bodyOf(request: IncomingMessage): Promise<unknown> {
  const text = await textOf(request);
  return text === '' ? undefined : JSON.parse(text);
}

function send(response: ServerResponse, body: unknown, status = 200): void {
  response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(body));
}

const nameOf = (verb: string) => verb.split('/').at(-1) ?? '';
const tokenOf = (session: string) => Buffer.from(`planwright:${session}`).toString('base64');

/** Where a session is: a page may state things between “initialized” and “terminated”. */
type Stage = 'launched' | 'fetched' | 'initialized' | 'terminated';

/** What the session's next statement would be wrong for, if anything. */
function objection(stage: Stage | undefined, verb: string): string | undefined {
  if (stage === 'terminated') return `“${verb}” after “terminated”`;
  if (verb === 'initialized') return stage === 'fetched' ? undefined : '“initialized” a second time';
  return stage === 'initialized' ? undefined : `“${verb}” before “initialized”`;
}

/** An endpoint that keeps to what cmi5 says, and complains of what does not. */
export function makeCmi5Endpoint(): Cmi5Endpoint {
  const statements: Statement[] = [];
  const complaints: string[] = [];
  const states = new Map<string, unknown>();
  const stages = new Map<string, Stage>();
  const refused = new Map<string, number>();

  const giveToken = (request: IncomingMessage, session: string, response: ServerResponse) => {
    if (request.method !== 'POST') complaints.push('the token is fetched by POST');
    if (stages.get(session) !== 'launched') {
      complaints.push('the token is fetched once');
      return send(response, { 'error-code': '1', 'error-text': 'The token has been given already.' });
    }
    stages.set(session, 'fetched');
    send(response, { 'auth-token': tokenOf(session) });
  };
  const keepState = async (request: IncomingMessage, url: URL, response: ServerResponse) => {
    const id = url.searchParams.get('stateId') ?? '';
    if (request.method === 'PUT') states.set(id, await bodyOf(request));
    if (id === 'LMS.LaunchData') return send(response, LAUNCH_DATA);
    if (states.has(id)) send(response, states.get(id));
    else send(response, {}, 404);
  };
  const take = async (request: IncomingMessage, session: string, response: ServerResponse) => {
    const read = statementSchema.safeParse(await bodyOf(request));
    if (!read.success) {
      complaints.push(read.error.message);
      return send(response, {}, 400);
    }
    // The same statement again changes nothing.
    if (statements.some(({ id }) => id === read.data.id)) return send(response, [read.data.id]);
    const verb = nameOf(read.data.verb.id);
    const wrong = objection(stages.get(session), verb);
    const status = wrong === undefined ? refused.get(verb) : 403;
    refused.delete(verb);
    if (wrong !== undefined) complaints.push(wrong);
    if (status !== undefined) return send(response, {}, status);
    statements.push(read.data);
    if (verb === 'initialized' || verb === 'terminated') stages.set(session, verb);
    send(response, [read.data.id]);
  };
  const xapi = async (request: IncomingMessage, url: URL, response: ServerResponse) => {
    const session = [...stages.keys()].find(
      (each) => request.headers.authorization === `Basic ${tokenOf(each)}`,
    );
    if (session === undefined) {
      complaints.push(`no token for ${url.pathname}`);
      return send(response, {}, 401);
    }
    if (!request.headers['x-experience-api-version']?.toString().startsWith('1.0'))
      complaints.push('no version');
    if (url.pathname === '/xapi/activities/state') return keepState(request, url, response);
    if (url.pathname !== '/xapi/statements') return send(response, {}, 404);
    if (request.method === 'POST') return take(request, session, response);
    const found = statements.filter(({ verb }) => verb.id === url.searchParams.get('verb'));
    send(response, { statements: found });
  };
  return {
    statements,
    complaints,
    refuse: (verb, status) => void refused.set(verb, status),
    launch(address) {
      const session = String(stages.size + 1);
      stages.set(session, 'launched');
      const account = { homePage: 'https://lms.example', name: 'ada' };
      return new URLSearchParams({
        endpoint: `${address}/xapi/`,
        fetch: `${address}/fetch?${new URLSearchParams({ session })}`,
        actor: JSON.stringify({ objectType: 'Agent', account }),
        registration: '7f2b9d1e-1111-4222-8333-123456789abc',
        activityId: 'urn:lms:au:1',
      }).toString();
    },
    answer(request, url, response) {
      const fetching = url.pathname === '/fetch';
      if (fetching) giveToken(request, url.searchParams.get('session') ?? '', response);
      else if (url.pathname.startsWith('/xapi/')) void xapi(request, url, response);
      else return false;
      return true;
    },
  };
}
