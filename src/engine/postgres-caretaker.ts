import { connectClient, readAddress } from './postgres-connection.ts';
import { dropLeftOvers } from './postgres-server.ts';

/**
 * Waits until the process that started it is gone, however it went, and drops the scratch databases that it left. The
 * end of the pipe is the sign; the server may take a moment longer to notice that the connection has ended.
 */
const ROUNDS = 20;
const PAUSE_MS = 500;

process.on('SIGINT', () => {});
for await (const _ of process.stdin);
const address = readAddress(process.env.PLANWRIGHT_SERVER ?? '');
const client = await connectClient(address, { application_name: 'planwright caretaker' });
for (let round = 0; round < ROUNDS; round += 1) {
  if ((await dropLeftOvers(client)) > 0) break;
  await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
}
await client.end();
