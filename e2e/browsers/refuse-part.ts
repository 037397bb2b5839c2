import { request as ask, createServer, type Server } from 'node:http';

export interface RefusingSite {
  readonly address: string;
  close(): void;
}

function addressOf(server: Server): string {
  const bound = server.address();
  if (bound === null || typeof bound === 'string') throw new Error('the server has no port');
  return `http://127.0.0.1:${bound.port}/`;
}

/**
 * The site at another address, where so many of the first requests for what matches are refused. A connection that is cut
 * would not do: browsers open another one by themselves.
 */
export async function serveRefusing(site: string, pattern: RegExp, times: number): Promise<RefusingSite> {
  let left = times;
  const server = createServer((request, response) => {
    const path = request.url ?? '/';
    if (pattern.test(path) && left > 0) {
      left -= 1;
      response.writeHead(503).end();
      return;
    }
    const asked = ask(new URL(path, site), { headers: request.headers }, (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(response);
    });
    asked.on('error', () => response.destroy());
    asked.end();
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  return { address: addressOf(server), close: () => void server.close() };
}
