import { type Complaint, complaint } from './gate-types.ts';
import { flag, nodeOf } from './tree.ts';

const REASONS: Readonly<Record<string, string>> = {
  'create-database':
    'CREATE DATABASE copies a whole database, and nothing in this page could connect to it. The one you are in is yours.',
  'drop-database': 'DROP DATABASE does not work here: this page has one database.',
  'alter-system':
    'ALTER SYSTEM writes the server’s configuration file and needs a restart, which this page does not have. Use SET for this session.',
  'create-tablespace': 'CREATE TABLESPACE needs a disk of the server’s own, which this page does not have.',
  'create-subscription': 'CREATE SUBSCRIPTION connects to another server, which this page cannot.',
  load: 'LOAD reads a library from the server’s disk. CREATE EXTENSION loads what ships with this page.',
};

function copyReason(fields: Readonly<Record<string, unknown>>): string {
  if (flag(fields, 'is_program')) return 'COPY with PROGRAM starts a process, and a browser has none.';
  if (typeof fields.filename === 'string')
    return 'COPY to or from a file needs a server’s disk. Use INSERT ... SELECT, or SELECT.';
  return flag(fields, 'is_from')
    ? 'COPY FROM STDIN waits for lines from a client, which this page never sends. Use INSERT.'
    : 'COPY TO STDOUT sends lines to a client. SELECT shows the same rows here.';
}

/** Statements that would make the engine wait for ever, or leave it unusable. Everything else may be tried. */
export function wedgeComplaint(kind: string, tree: unknown): Complaint | undefined {
  const reason = kind === 'copy' ? copyReason(nodeOf(tree)?.fields ?? {}) : REASONS[kind];
  return reason === undefined ? undefined : complaint('wedges', reason);
}
