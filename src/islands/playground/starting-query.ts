import { firstRowsOf } from './relation-query.ts';

const OURS = `select id, status, total
from orders
where customer_id = 42
order by id;
`;

/** What the editor opens with: a query on the course's own data, else on a table of somebody else's that is named. */
export function startingQuery(table: string | undefined): string {
  const query = table === undefined ? OURS : firstRowsOf(table);
  return `-- Run it, then look at its plan, its pages, and what else PostgreSQL could have done.\n${query}`;
}
