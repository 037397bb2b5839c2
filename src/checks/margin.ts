/** How near what was measured comes to a budget: `used` is the part of the budget that it takes, 1 being all of it. */
export interface Margin {
  /** The key that holds the budget. */
  readonly key: string;
  readonly measured: number;
  readonly budget: number;
  readonly used: number;
  /** The same at the start, where the budget is said as a share of that. */
  readonly start?: number;
  readonly unit: 'pages' | 'bytes' | 'bytes of WAL a row' | 'ms' | 'times faster';
}

/** The margin to one budget; none where nothing was measured. */
export function marginTo(
  key: string,
  unit: Margin['unit'],
  measured: number,
  budget: number,
  start?: number,
): readonly Margin[] {
  const used = unit === 'times faster' ? budget / measured : measured / Math.max(budget, 1e-9);
  const margin = { key, unit, measured, budget, used, ...(start === undefined ? {} : { start }) };
  return Number.isFinite(used) ? [margin] : [];
}
