import { useRef, useState } from 'react';
import { formatPlural } from '../../plan/format-figures.ts';
import { type CsvLoad, loadCsv } from '../../session/load-csv.ts';
import { type CsvRead, tableName } from '../../session/read-csv.ts';
import { faultOf } from '../faults/fault-of.ts';
import type { CsvFile } from './csv-drop.tsx';
import type { PlaygroundActions } from './use-playground.ts';

export interface CsvState {
  /** The file that waits to be loaded. */
  readonly csv: CsvFile | undefined;
  /** What is wrong with the last file, that it is being read, or what it has become. */
  readonly said: string | undefined;
  /** Reads a file; or a table that was run as if it were SQL. */
  open(file: File, pasted?: boolean): Promise<void>;
  close(): void;
  /** Takes back what was said. */
  hush(): void;
  load(load: CsvLoad, onRows: (rows: number) => void): Promise<string | undefined>;
}

const MOST_MB = 20;

/** True for a file that is a table rather than SQL, by its name. */
export function isCsv(file: File): boolean {
  return /\.(csv|tsv|tab)$/i.test(file.name);
}

function isRead(value: unknown): value is CsvRead {
  return typeof value === 'object' && value !== null && 'kind' in value;
}

function readFile(file: File): Promise<CsvRead> {
  const worker = new Worker(new URL('./csv-worker.ts', import.meta.url), { type: 'module' });
  const failed: CsvRead = {
    kind: 'refused',
    mistakes: ['The part of the page that reads CSV did not load.'],
  };
  return new Promise<CsvRead>((resolve) => {
    worker.onmessage = ({ data }: MessageEvent<unknown>) => resolve(isRead(data) ? data : failed);
    worker.onerror = () => resolve(failed);
    worker.postMessage(file);
  }).finally(() => worker.terminate());
}

/** A CSV file on its way into the playground's database. */
export function useCsv(
  actions: PlaygroundActions,
  onLoaded: (table: string, pasted: boolean) => void,
): CsvState {
  const [csv, setCsv] = useState<CsvFile>();
  const [said, setSaid] = useState<string>();
  const latest = useRef<File>(undefined);
  return {
    csv,
    said,
    close: () => setCsv(undefined),
    hush: () => setSaid(undefined),
    async open(file, pasted = false) {
      latest.current = file;
      setCsv(undefined);
      if (file.size > MOST_MB * 1_000_000)
        return setSaid(
          `${file.name} has ${(file.size / 1_000_000).toFixed(1)} MB; up to ${MOST_MB} MB is loaded here.`,
        );
      setSaid(`Reading ${file.name}`);
      const read = await readFile(file);
      // A large file may be read later than a small one that was opened after it.
      if (latest.current !== file) return;
      setSaid(read.kind === 'refused' ? `${file.name}: ${read.mistakes.join(' ')}` : undefined);
      if (read.kind === 'ok')
        setCsv({ file: file.name, pasted, table: tableName(file.name), read: read.table });
    },
    async load(asked, onRows) {
      try {
        const loaded = await actions.change((lab) => loadCsv(lab, asked, onRows));
        if (loaded.kind === 'none') return loaded.message;
        setCsv(undefined);
        setSaid(
          `${asked.table} is a table of this database now, with ${formatPlural(asked.rows.length, 'row')}.`,
        );
        onLoaded(asked.table, csv?.pasted === true);
        return undefined;
      } catch (thrown) {
        return `${faultOf(thrown).message}. Nothing was loaded.`;
      }
    },
  };
}
