import type { PlanNode } from '../plan/plan.ts';
import type { PlannerCosts, TableFacts } from './scan-facts.ts';

/** One term of a scan's cost: so many of something at so much each. */
export interface CostStep {
  readonly what: string;
  readonly count?: number;
  readonly each?: number;
  /** The setting that `each` is, where it is one as it stands. */
  readonly setting?: string;
  readonly cost: number;
}

/**
 * The terms that make up a scan's estimated cost, from the settings and sizes the planner used. They add up to what
 * EXPLAIN says: what is not taken apart here is the last term. Empty for a scan that is repeated inside a nested loop
 * or whose cost has another form.
 */
export function costSteps(node: PlanNode, table: TableFacts, costs: PlannerCosts): readonly CostStep[] {
  const steps = stepsOf(node, table, costs);
  if (steps.length === 0) return [];
  const rest = node.totalCost - steps.reduce((sum, step) => sum + step.cost, 0);
  if (rest < -0.02 * node.totalCost - 0.01) return [];
  const what =
    node.kind === 'Seq Scan'
      ? conditionText(rest, table, costs)
      : 'finding the place in the index, checking the condition';
  return rest < 0.005 ? steps : [...steps, { what, cost: rest }];
}

function stepsOf(node: PlanNode, table: TableFacts, costs: PlannerCosts): readonly CostStep[] {
  switch (node.kind) {
    case 'Seq Scan':
      return [
        pages('pages of the table, one after the other', table.pages, costs.seqPage, 'seq_page_cost'),
        rows('rows looked at', table.rows, costs),
      ];
    case 'Bitmap Heap Scan':
      return bitmapSteps(node, table, costs);
    case 'Index Scan':
      return node.filter === undefined ? indexSteps(node, table, costs) : [];
    default:
      return [];
  }
}

function pages(what: string, count: number, each: number, setting?: string): CostStep {
  return { what, count, each, cost: count * each, ...(setting && { setting }) };
}

function rows(what: string, count: number, costs: PlannerCosts): CostStep {
  return { what, count, each: costs.cpuTuple, setting: 'cpu_tuple_cost', cost: count * costs.cpuTuple };
}

function conditionText(rest: number, table: TableFacts, costs: PlannerCosts): string {
  const operators = table.rows > 0 ? rest / (table.rows * costs.cpuOperator) : 0;
  const whole = Math.round(operators);
  return whole >= 1 && Math.abs(operators - whole) < 0.02
    ? `the condition on every row: ${whole} × cpu_operator_cost ${costs.cpuOperator}`
    : 'the condition on every row';
}

/** Pages that hold `wanted` rows strewn over a table of `all` pages: some hold several (Mackert and Lohman). */
function pagesFetched(wanted: number, all: number): number {
  return all <= 1 ? all : Math.min(all, Math.ceil((2 * all * wanted) / (2 * all + wanted)));
}

/** The more of a table a bitmap reads, the closer its pages lie, and the cheaper each is. */
function bitmapSteps(node: PlanNode, table: TableFacts, costs: PlannerCosts): readonly CostStep[] {
  const index = node.children[0];
  if (index === undefined || node.children.length > 1) return [];
  const fetched = pagesFetched(index.planRows, table.pages);
  const near = fetched > 1 ? Math.sqrt(fetched / table.pages) : 0;
  const each = costs.randomPage - (costs.randomPage - costs.seqPage) * near;
  return [
    { what: 'reading the index, for the addresses of the rows', cost: index.totalCost },
    pages('pages of the table, in the order of the file with gaps', fetched, each),
    rows('rows looked at', index.planRows, costs),
  ];
}

/** Between the pages of the table lying apart and lying in a row, by how far the index is in the table's order. */
function indexSteps(node: PlanNode, table: TableFacts, costs: PlannerCosts): readonly CostStep[] {
  const index = table.indexes.find(({ name }) => name === node.index);
  if (index === undefined || index.method !== 'btree' || table.rows === 0) return [];
  const share = Math.min(1, node.planRows / table.rows);
  const leaves = Math.ceil(share * index.pages);
  const apart = pagesFetched(node.planRows, table.pages);
  const together = Math.max(1, Math.ceil(share * table.pages));
  const most = apart * costs.randomPage;
  const least = costs.randomPage + (together - 1) * costs.seqPage;
  const order = index.columns.length > 1 ? (index.correlation ?? 0) * 0.75 : (index.correlation ?? 0);
  const io = most + order ** 2 * Math.min(0, least - most);
  return [
    pages('pages of the index', leaves, costs.randomPage, 'random_page_cost'),
    spread(order, Math.abs(order) > NEARLY ? together : apart, io),
    {
      what: 'entries of the index',
      count: node.planRows,
      each: costs.cpuIndexTuple,
      setting: 'cpu_index_tuple_cost',
      cost: node.planRows * costs.cpuIndexTuple,
    },
    rows('rows looked at', node.planRows, costs),
  ];
}

/** From this correlation on, an index is taken to be in the order of the table. */
const NEARLY = 0.9;

function spread(order: number, count: number, cost: number): CostStep {
  const partly = Math.abs(order) < 0.2 ? 'each in another place' : 'partly in the order of the file';
  const how = Math.abs(order) > NEARLY ? 'nearly in the order of the file' : partly;
  return { what: `pages of the table, ${how}`, count, each: cost / Math.max(1, count), cost };
}
