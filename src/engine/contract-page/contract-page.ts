import { createBrowserEngine } from '../browser-engine.ts';
import { type DatasetRef, EngineFault, type FaultCode, type Limits, type Session } from '../engine.ts';
import type { EngineManifest } from '../manifest.ts';

/** What a call came to; faults as plain data, since errors lose their fields on the way out of a page. */
export type Told<T> = { readonly value: T } | { readonly fault: FaultCode; readonly message: string };

const manifest = (await (await fetch('engine/manifest.json')).json()) as EngineManifest;
const engine = createBrowserEngine({ manifest, from: 'engine/', onProgress: () => {} });
const sessions = new Map<number, Session>();

async function tell<T>(work: () => Promise<T>): Promise<Told<T>> {
  try {
    return { value: await work() };
  } catch (thrown) {
    if (thrown instanceof EngineFault) return { fault: thrown.code, message: thrown.message };
    throw thrown;
  }
}

function sessionOf(id: number): Session {
  const session = sessions.get(id);
  if (!session) throw new Error(`there is no session ${id}`);
  return session;
}

const asked = {
  version: engine.version,
  open: (ref: DatasetRef) =>
    tell(async () => {
      const session = await engine.open(ref);
      sessions.set(sessions.size, session);
      return sessions.size - 1;
    }),
  run: (id: number, sql: string, limits: Limits) => tell(() => sessionOf(id).run(sql, limits)),
  parse: (id: number, sql: string) => tell(() => sessionOf(id).parse(sql)),
  close: (id: number) => tell(() => sessionOf(id).close()),
  prepare: (ref: DatasetRef) => engine.prepare(ref),
  dispose: () => tell(() => engine.dispose()),
};

export type AskedEngine = typeof asked;

declare global {
  var planwrightEngine: AskedEngine | undefined;
}

globalThis.planwrightEngine = asked;
