import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { extname } from 'node:path';
import { unzipSync } from 'fflate';
import * as z from 'zod';
import { loadingPage, playerPage, readRecord, type ScormRecord } from './scorm-player.ts';

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

/** A course system on a port of its own: packages below `/content/<name>/`, a SCORM player, a cmi5 endpoint. */
export interface CourseSystem {
  readonly address: string;
  /** Unpacks a zip; its files are served under the name from now on. */
  install(name: string, zip: Uint8Array): void;
  /** Where a learner opens a SCORM package. */
  player(name: string, learner: string, mode?: 'normal' | 'browse'): string;
  /** What is recorded of a learner's attempt at a SCORM package. */
  record(name: string, learner: string): ScormRecord | undefined;
  /** Requests that no package answers: a page in a package must make none. */
  readonly missed: readonly string[];
  readonly statements: readonly Statement[];
  /** Statements and requests that cmi5 forbids. */
  readonly complaints: readonly string[];
  close(): void;
}

/** The types that Moodle 5.1 serves the files of a package with, WebAssembly and fonts as it knows no type for them. */
const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html;charset=UTF-8',
  '.js': 'application/x-javascript',
  '.css': 'text/css;charset=UTF-8',
  '.svg': 'image/svg+xml',
};

const TOKEN = 'cGxhbndyaWdodDp0ZXN0';
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

async function textOf(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const chunk of request) text += chunk;
  return text;
}

async function bodyOf(request: IncomingMessage): Promise<unknown> {
  const text = await textOf(request);
  return text === '' ? undefined : JSON.parse(text);
}

export async function startCourseSystem(): Promise<CourseSystem> {
  const files = new Map<string, Uint8Array>();
  const missed: string[] = [];
  const statements: Statement[] = [];
  const complaints: string[] = [];
  const states = new Map<string, unknown>();
  const records = new Map<string, ScormRecord>();
  let fetched = false;

  const xapi = async (request: IncomingMessage, url: URL, response: ServerResponse) => {
    const json = (body: unknown, status = 200) =>
      response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(body));
    if (url.pathname === '/fetch') {
      if (fetched || request.method !== 'POST') complaints.push('the token is fetched once, by POST');
      fetched = true;
      return json({ 'auth-token': TOKEN });
    }
    if (request.headers.authorization !== `Basic ${TOKEN}`) complaints.push(`no token for ${url.pathname}`);
    if (!request.headers['x-experience-api-version']?.toString().startsWith('1.0'))
      complaints.push('no version');
    if (url.pathname === '/xapi/activities/state') {
      const id = url.searchParams.get('stateId') ?? '';
      if (request.method === 'PUT') states.set(id, await bodyOf(request));
      if (id === 'LMS.LaunchData') return json(LAUNCH_DATA);
      return states.has(id) ? json(states.get(id)) : json({}, 404);
    }
    if (url.pathname === '/xapi/statements') {
      const read = statementSchema.safeParse(await bodyOf(request));
      if (read.success) statements.push(read.data);
      else complaints.push(read.error.message);
      return json([]);
    }
    return json({}, 404);
  };
  const scorm = async (
    request: IncomingMessage,
    { pathname, searchParams }: URL,
    response: ServerResponse,
  ) => {
    const of = (key: string) => searchParams.get(key) ?? '';
    const at = { name: of('name'), learner: of('learner'), mode: of('mode') };
    const key = JSON.stringify([at.name, at.learner]);
    if (pathname === '/track') {
      records.set(key, readRecord(await textOf(request)));
      return response.end();
    }
    const manifest = new TextDecoder().decode(files.get(`/content/${at.name}/imsmanifest.xml`));
    const page = pathname === '/load' ? loadingPage(of('to')) : playerPage(at, manifest, records.get(key));
    return response.writeHead(200, { 'Content-Type': 'text/html' }).end(page);
  };
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://course-system');
    if (['/player', '/load', '/track'].includes(url.pathname)) return void scorm(request, url, response);
    if (url.pathname === '/fetch' || url.pathname.startsWith('/xapi/'))
      return void xapi(request, url, response);
    const found = files.get(decodeURIComponent(url.pathname));
    if (!found) {
      missed.push(url.pathname);
      return response.writeHead(404).end();
    }
    const type = TYPES[extname(url.pathname)] ?? 'application/octet-stream';
    return response.writeHead(200, { 'Content-Type': type }).end(found);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const place = server.address();
  const port = typeof place === 'object' && place !== null ? place.port : 0;
  const address = `http://127.0.0.1:${port}`;
  return {
    address,
    player: (name, learner, mode = 'normal') =>
      `${address}/player?${new URLSearchParams({ name, learner, mode })}`,
    record: (name, learner) => records.get(JSON.stringify([name, learner])),
    missed,
    statements,
    complaints,
    install(name, zip) {
      for (const [path, bytes] of Object.entries(unzipSync(zip)))
        files.set(`/content/${name}/${path}`, bytes);
    },
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}
