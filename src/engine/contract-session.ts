import type { DatasetRef, Engine, Run, Session } from './engine.ts';

/** What an engine must show to be one. */
export interface ContractSubject {
  readonly name: string;
  open(): Promise<Engine>;
  /** A dataset with no table. */
  readonly empty: DatasetRef;
  /** False where a runaway query is ended by the server itself, and the session lives on. */
  readonly timeoutClosesSession: boolean;
}

/** Long enough for a machine whose cores are all busy; what has to be cut short says so itself. */
export const LIMITS = { timeoutMs: 120_000 };

/** What is there once the suite has begun: the engine, and one session that its tests share. */
export interface Opened {
  engine(): Engine;
  session(): Session;
  /** Runs a text in the session. */
  run(sql: string): Promise<Run>;
  /** The rows of its last statement. */
  rows(sql: string): Promise<readonly (readonly (string | null)[])[] | undefined>;
}

/** The results of a text that must have run. */
export function okay(run: Run): Run & { kind: 'ok' } {
  if (run.kind !== 'ok') throw new Error(`expected rows, got ${JSON.stringify(run)}`);
  return run;
}
