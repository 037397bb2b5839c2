import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { extname } from 'node:path';
import { unzipSync } from 'fflate';
import { type Cmi5Endpoint, makeCmi5Endpoint, textOf } from './cmi5-endpoint.ts';
import { loadingPage, playerPage, readRecord, type ScormRecord } from './scorm-player.ts';

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
  /** Where a learner opens the page of a cmi5 package, in a new session of their one registration. */
  launch(name: string, page: string): string;
  readonly cmi5: Pick<Cmi5Endpoint, 'statements' | 'complaints' | 'refuse'>;
  close(): void;
}

/** The types that Moodle 5.1 serves the files of a package with, WebAssembly and fonts as it knows no type for them. */
const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html;charset=UTF-8',
  '.js': 'application/x-javascript',
  '.css': 'text/css;charset=UTF-8',
  '.svg': 'image/svg+xml',
};

/** Begins a course system. */
export async function startCourseSystem(): Promise<CourseSystem> {
  const files = new Map<string, Uint8Array>();
  const missed: string[] = [];
  const cmi5 = makeCmi5Endpoint();
  const records = new Map<string, ScormRecord>();

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
    if (cmi5.answer(request, url, response)) return;
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
    launch: (name, page) => `${address}/content/${name}/${page}?${cmi5.launch(address)}`,
    cmi5,
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
