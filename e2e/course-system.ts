import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { createRequire } from 'node:module';
import { extname } from 'node:path';
import { unzipSync } from 'fflate';
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

/** A course system on a port of its own: packages below `/content/<name>/`, a SCORM player, a cmi5 endpoint. */
export interface CourseSystem {
  readonly address: string;
  /** Unpacks a zip; its files are served under the name from now on. */
  install(name: string, zip: Uint8Array): void;
  /** Requests that no package answers: a page in a package must make none. */
  readonly missed: readonly string[];
  readonly statements: readonly Statement[];
  /** Statements and requests that cmi5 forbids. */
  readonly complaints: readonly string[];
  close(): void;
}

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.wasm': 'application/wasm',
};

const scorm = readFileSync(createRequire(import.meta.url).resolve('scorm-again/scorm12/min'), 'utf8');
const PLAYER = `<!doctype html><title>Course system</title><script>${scorm}</script>
<script>window.API = new Scorm12API({ autocommit: false });</script>`;

const TOKEN = 'cGxhbndyaWdodDp0ZXN0';
const LAUNCH_DATA = {
  contextTemplate: {
    contextActivities: { grouping: [{ id: 'urn:publisher' }] },
    extensions: { 'https://w3id.org/xapi/cmi5/context/extensions/sessionid': 'session-1' },
  },
  launchMode: 'Normal',
  moveOn: 'Completed',
};

async function bodyOf(request: IncomingMessage): Promise<unknown> {
  let text = '';
  for await (const chunk of request) text += chunk;
  return text === '' ? undefined : JSON.parse(text);
}

export async function startCourseSystem(): Promise<CourseSystem> {
  const files = new Map<string, Uint8Array>();
  const missed: string[] = [];
  const statements: Statement[] = [];
  const complaints: string[] = [];
  const states = new Map<string, unknown>();
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
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://course-system');
    if (url.pathname === '/player')
      return response.writeHead(200, { 'Content-Type': 'text/html' }).end(PLAYER);
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
  return {
    address: `http://127.0.0.1:${port}`,
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
