import { createServer, type Server, type ServerResponse } from 'node:http';

/** The site at another address. */
export interface PassedOn {
  readonly address: string;
  close(): void;
}

/** Sends what was asked for; the head of the answer has been written. */
type Send = (path: string, body: Buffer, response: ServerResponse) => void | Promise<void>;

/** What is said of the body as it came over the wire, which is not how it is passed on. */
const OF_THE_WIRE = ['content-encoding', 'content-length', 'transfer-encoding', 'connection'];

function addressOf(server: Server): string {
  const bound = server.address();
  if (bound === null || typeof bound === 'string') throw new Error('the server has no port');
  return `http://127.0.0.1:${bound.port}/`;
}

/**
 * Passes a site on from another address, each body by `send`. A route of Playwright's would not do: with one, the browser
 * keeps nothing, and gets every body at once.
 */
export async function passOn(site: string, send: Send): Promise<PassedOn> {
  const server = createServer(async (request, response) => {
    const path = request.url ?? '/';
    const answer = await fetch(new URL(path, site));
    const headers = [...answer.headers].filter(([name]) => !OF_THE_WIRE.includes(name));
    const body = Buffer.from(await answer.arrayBuffer());
    response.writeHead(answer.status, Object.fromEntries(headers));
    await send(path, body, response);
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  return { address: addressOf(server), close: () => void server.close() };
}
