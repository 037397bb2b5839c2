import type { WriteStream } from 'node:tty';

/** How far a run is: a bar where a person looks at a terminal, now and then a plain line elsewhere. */
export interface ProgressLine {
  step(what: string): void;
  end(): void;
}

const BAR = 24;
/** Plain lines: one each tenth of the way. */
const PLAIN_PARTS = 10;

function minutes(ms: number): string {
  return ms < 90_000 ? `${Math.ceil(ms / 1000)} s` : `${Math.round(ms / 60_000)} min`;
}

/** A bar that is drawn over where somebody looks on, and a line now and then where the output is kept. */
export function createProgressLine(
  total: number,
  stream: Pick<WriteStream, 'write'> & { readonly isTTY?: boolean; readonly columns?: number },
): ProgressLine {
  const began = performance.now();
  let done = 0;
  let told = 0;
  const bar = (what: string) => {
    const full = Math.round((BAR * done) / Math.max(1, total));
    const left = done === 0 ? '' : `, ${minutes(((performance.now() - began) / done) * (total - done))} left`;
    const line = `[${'#'.repeat(full)}${'.'.repeat(BAR - full)}] ${done} of ${total}${left}  ${what}`;
    stream.write(`\r${line.slice(0, (stream.columns ?? 80) - 1)}\u001B[K`);
  };
  return {
    step(what) {
      done += 1;
      if (stream.isTTY) return bar(what);
      const part = Math.floor((PLAIN_PARTS * done) / Math.max(1, total));
      if (part === told) return;
      told = part;
      stream.write(`${done} of ${total} answers graded\n`);
    },
    end() {
      if (stream.isTTY) stream.write('\r\u001B[K');
    },
  };
}
