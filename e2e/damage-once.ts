import { createServer, type Server } from 'node:http';

export interface DamagingSite {
  readonly address: string;
  /** How often each path was asked for. */
  readonly asked: ReadonlyMap<string, number>;
  close(): void;
}

/** What is said of the body as it came over the wire, which is not how it is passed on. */
const OF_THE_WIRE = ['content-encoding', 'content-length', 'transfer-encoding', 'connection'];

function addressOf(server: Server): string {
  const bound = server.address();
  if (bound === null || typeof bound === 'string') throw new Error('the server has no port');
  return `http://127.0.0.1:${bound.port}/`;
}

/**
 * The site at another address, where the first answer for each path that matches has a wrong byte, and may be kept like a
 * sound one. A route of Playwright's would not do: with one, the browser keeps nothing.
 */
export async function serveDamagedOnce(site: string, pattern: RegExp): Promise<DamagingSite> {
  const asked = new Map<string, number>();
  const server = createServer(async (request, response) => {
    const path = request.url ?? '/';
    const times = (asked.get(path) ?? 0) + 1;
    asked.set(path, times);
    const answer = await fetch(new URL(path, site));
    const headers = [...answer.headers].filter(([name]) => !OF_THE_WIRE.includes(name));
    const body = Buffer.from(await answer.arrayBuffer());
    if (pattern.test(path) && times === 1) body[5000] = (body[5000] ?? 0) ^ 255;
    response.writeHead(answer.status, Object.fromEntries(headers));
    response.end(body);
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  return { address: addressOf(server), asked, close: () => void server.close() };
}
