import { formatCount, formatMs, formatPlural } from '../../plan/format-figures.ts';
import { howItWorks } from '../../plan/how-it-works.ts';
import type { Buffers, PlanNode } from '../../plan/plan.ts';
import './plan-details.css';
import { lessonOn } from './node-lessons.ts';

/** Everything that EXPLAIN said of a node, and how such a node works. */
export function PlanDetails({ node }: { readonly node: PlanNode }) {
  const explanation = howItWorks(node);
  const lesson = lessonOn(node);
  return (
    <div className="pw-plan-details">
      {explanation && (
        <p>
          {explanation} {lesson && <a href={lesson}>The lesson on it</a>}
        </p>
      )}
      <dl>
        {listFacts(node).map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}

type Fact = readonly [label: string, value: string];

function listFacts(node: PlanNode): readonly Fact[] {
  const conditions: readonly (readonly [string, string | undefined])[] = [
    ['Index condition', node.indexCond],
    ['Recheck condition', node.recheckCond],
    ['Filter', node.filter],
    ['One-time filter', node.oneTimeFilter],
    ['Hash condition', node.hashCond],
    ['Merge condition', node.mergeCond],
    ['Join filter', node.joinFilter],
    ['Address condition', node.tidCond],
    ['Run condition', node.runCondition],
    ['Conflict filter', node.conflictFilter],
    ['Distance', node.orderBy],
    ['Sort key', node.sortKey?.join(', ')],
    ['Sorted already by', node.presortedKey?.join(', ')],
    ['Group key', node.groupKey?.join(', ')],
    ['Cache key', node.cacheKey],
    ['Window', node.window],
    ['Output', node.output?.join(', ')],
  ];
  const known = conditions.flatMap(([label, value]): Fact[] => (value === undefined ? [] : [[label, value]]));
  return [...known, ...costFacts(node), ...measuredFacts(node), ...extraFacts(node)];
}

function costFacts(node: PlanNode): readonly Fact[] {
  if (node.totalCost === 0 && node.planRows === 0) return [];
  const cost = `${node.startupCost.toFixed(2)} to the first row, ${node.totalCost.toFixed(2)} to the last`;
  return [
    ['Estimated cost', cost],
    ['Estimated rows', `${formatPlural(node.planRows, 'row')} of ${formatPlural(node.planWidth, 'byte')}`],
  ];
}

function measuredFacts(node: PlanNode): readonly Fact[] {
  const { actual } = node;
  if (actual === undefined || actual.loops === 0) return [];
  const loops = formatPlural(actual.loops, 'loop');
  const processes =
    actual.processes > 1 ? ` in ${formatPlural(actual.processes, 'process', 'processes')}` : '';
  const facts: Fact[] = [['Ran', loops + processes]];
  if (actual.ms !== undefined) {
    const own = actual.exclusiveMs === undefined ? '' : `, ${formatMs(actual.exclusiveMs)} of it itself`;
    facts.push(['Time', `${formatMs(actual.ms)} with all below${own}`]);
  }
  if (actual.exclusiveBuffers) facts.push(['Pages itself', describeBuffers(actual.exclusiveBuffers)]);
  if (actual.buffers && node.children.length > 0)
    facts.push(['Pages with all below', describeBuffers(actual.buffers)]);
  return facts;
}

function describeBuffers(buffers: Buffers): string {
  const parts: readonly (readonly [number, string])[] = [
    [buffers.hit, 'found in memory'],
    [buffers.read, 'read from disk or the system'],
    [buffers.dirtied, 'changed'],
    [buffers.written, 'written out'],
    [buffers.tempRead, 'read from temporary files'],
    [buffers.tempWritten, 'written to temporary files'],
  ];
  const said = parts.flatMap(([count, what]) => (count > 0 ? [`${formatCount(count)} ${what}`] : []));
  return said.length > 0 ? said.join(', ') : 'none';
}

/** What EXPLAIN said that has no place above, as it said it. */
function extraFacts(node: PlanNode): readonly Fact[] {
  return Object.entries(node.extra).flatMap(([label, value]): Fact[] => {
    if (value === 0 || value === false || value === null) return [];
    return [[label, typeof value === 'object' ? JSON.stringify(value) : String(value)]];
  });
}
