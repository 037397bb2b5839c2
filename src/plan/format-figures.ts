/** Figures as Planwright writes them everywhere: `1,623`, `0.3 ms`, `1.2 s`, `22 pages`, `2.1 MB`. */

/** Made when they are first used: the first of a page takes a browser several milliseconds. */
const decimals: Intl.NumberFormat[] = [];
let significant: Intl.NumberFormat | undefined;

function withDecimals(value: number, digits: 0 | 1 | 2): string {
  decimals[digits] ??= new Intl.NumberFormat('en-GB', { maximumFractionDigits: digits });
  return decimals[digits].format(value);
}

function oneFigure(value: number): string {
  significant ??= new Intl.NumberFormat('en-GB', { maximumSignificantDigits: 1 });
  return significant.format(value);
}

/** A count with thousands separators; below 10 with up to two decimals, as EXPLAIN's averages have. */
export function formatCount(value: number): string {
  return withDecimals(value, Math.abs(value) < 10 ? 2 : 0);
}

/** `1 row`, `22 rows`, `1 entry`, `7 entries`. */
export function formatPlural(value: number, one: string, many = `${one}s`): string {
  return `${formatCount(value)} ${value === 1 ? one : many}`;
}

/** Milliseconds: one figure below 1, one decimal below 10, whole above; seconds from 1,000 on. */
export function formatMs(ms: number): string {
  if (ms >= 1000) return `${withDecimals(ms / 1000, ms < 10_000 ? 1 : 0)} s`;
  if (ms >= 10) return `${withDecimals(ms, 0)} ms`;
  if (ms >= 1) return `${withDecimals(ms, 1)} ms`;
  if (ms === 0) return '0 ms';
  return ms < 0.01 ? '< 0.01 ms' : `${oneFigure(ms)} ms`;
}

/** Kilobytes as PostgreSQL counts them: 1,024 bytes. */
export function formatKb(kb: number): string {
  if (kb < 1024) return `${formatCount(Math.round(kb))} kB`;
  const mb = kb / 1024;
  return mb < 1024 ? `${withDecimals(mb, mb < 10 ? 1 : 0)} MB` : `${withDecimals(mb / 1024, 1)} GB`;
}

/** Bytes, in the unit that keeps them short. */
export function formatBytes(bytes: number): string {
  return bytes < 1024 ? formatPlural(bytes, 'byte') : formatKb(bytes / 1024);
}

/**
 * Bytes as they stand beside a budget, with two decimals: `2.46 MB` where 2.5 MB are the most. In the unit of the budget,
 * so that the two can be compared; in bytes where they could not be told apart.
 */
export function formatBeside(bytes: number, budget: number): string {
  const [size, unit] = budget < 1024 ** 2 ? [1024, 'kB'] : [1024 ** 2, 'MB'];
  const write = (value: number) => `${withDecimals(value / size, 2)} ${unit}`;
  const isTold = bytes === budget || write(bytes) !== write(budget);
  return budget >= 1024 && isTold ? write(bytes) : formatPlural(bytes, 'byte');
}

/** A share of the whole: `12 %`; `< 1 %` for a share that is small but there. */
export function formatShare(share: number): string {
  if (share > 0 && share < 0.01) return '< 1 %';
  return `${Math.round(share * 100)} %`;
}

/** How many times: `2.4`, `178`. */
export function formatFactor(factor: number): string {
  return withDecimals(factor, factor < 10 ? 1 : 0);
}
