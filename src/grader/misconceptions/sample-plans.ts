import { planNode, type Seen, scanOf } from '../../checks/sample-evidence.ts';

/** Plans for tests of the catalogue, as they were seen in the shop. */

/** A Seq Scan of orders with a filter, as of the shop’s table. */
export const seq = (filter: string, more = {}) =>
  scanOf('Seq Scan', 'orders', { Filter: filter, pages: 1693, 'Rows Removed by Filter': 199_978, ...more });

/** A plan, and the pages it read. */
export const run = (plan: Readonly<Record<string, unknown>>, pages = 1693): Seen => ({ plan, pages });

/** A plan below a LIMIT that gave so many rows. */
export const limited = (rows: number, child: Readonly<Record<string, unknown>>) =>
  planNode('Limit', { 'Actual Rows': rows }, [{ ...child, 'Parent Relationship': 'Outer' }]);

/** A plan below a sort. */
export const sorted = (keys: readonly string[], child: Readonly<Record<string, unknown>>) =>
  planNode('Sort', { 'Sort Key': keys }, [{ ...child, 'Parent Relationship': 'Outer' }]);

/** An Index Scan of orders. */
export const byIndex = (name: string, more = {}) =>
  scanOf('Index Scan', 'orders', { 'Index Name': name, ...more });

/** A Seq Scan whose rows were estimated and were another number. */
export const off = (filter: string, expected: number, actual: number) =>
  run(seq(filter, { 'Plan Rows': expected, 'Actual Rows': actual }));
