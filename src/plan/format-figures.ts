/** Figures as Planwright writes them everywhere: `1,623`, `0.3 ms`, `1.2 s`, `22 pages`, `2.1 MB`. */

/** A count with thousands separators; below 10 with up to two decimals, as EXPLAIN's averages have. */
export function formatCount(value: number): string {
  const digits = value !== 0 && Math.abs(value) < 10 ? 2 : 0;
  return value.toLocaleString('en-GB', { maximumFractionDigits: digits });
}

/** `1 row`, `22 rows`, `1 entry`, `7 entries`. */
export function formatPlural(value: number, one: string, many = `${one}s`): string {
  return `${formatCount(value)} ${value === 1 ? one : many}`;
}

/** Milliseconds with two significant figures below 10, whole above, seconds from 1,000 on. */
export function formatMs(ms: number): string {
  if (ms >= 1000)
    return `${(ms / 1000).toLocaleString('en-GB', { maximumFractionDigits: ms < 10_000 ? 1 : 0 })} s`;
  if (ms >= 10) return `${Math.round(ms)} ms`;
  if (ms >= 1) return `${ms.toLocaleString('en-GB', { maximumFractionDigits: 1 })} ms`;
  if (ms === 0) return '0 ms';
  return ms < 0.01 ? '< 0.01 ms' : `${ms.toLocaleString('en-GB', { maximumSignificantDigits: 1 })} ms`;
}

/** Kilobytes as PostgreSQL counts them: 1,024 bytes. */
export function formatKb(kb: number): string {
  if (kb < 1024) return `${formatCount(Math.round(kb))} kB`;
  const mb = kb / 1024;
  return mb < 1024
    ? `${mb.toLocaleString('en-GB', { maximumFractionDigits: mb < 10 ? 1 : 0 })} MB`
    : `${(mb / 1024).toLocaleString('en-GB', { maximumFractionDigits: 1 })} GB`;
}

/** A share of the whole: `12 %`; `< 1 %` for a share that is small but there. */
export function formatShare(share: number): string {
  if (share > 0 && share < 0.01) return '< 1 %';
  return `${Math.round(share * 100)} %`;
}

/** How many times: `2.4`, `178`. */
export function formatFactor(factor: number): string {
  return factor.toLocaleString('en-GB', { maximumFractionDigits: factor < 10 ? 1 : 0 });
}

/** Bytes, in the unit that keeps them short. */
export function formatBytes(bytes: number): string {
  return bytes < 1024 ? formatPlural(bytes, 'byte') : formatKb(bytes / 1024);
}
