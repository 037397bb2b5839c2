import { expect } from '@playwright/test';
import type { Play } from './open-playground.ts';

/** A node as EXPLAIN (FORMAT JSON) of PostgreSQL itself gives it. */
export interface RawNode {
  readonly 'Node Type': string;
  readonly Strategy?: string;
  readonly 'Plan Rows': number;
  readonly 'Actual Rows': number;
  readonly 'Actual Loops': number;
  readonly 'Actual Total Time': number;
  readonly 'Shared Hit Blocks': number;
  readonly 'Shared Read Blocks': number;
  readonly Plans?: readonly RawNode[];
}

/** All nodes of a plan from the root down, in the order in which EXPLAIN prints them. */
export function nodesOf(root: RawNode): readonly RawNode[] {
  return [root, ...(root.Plans ?? []).flatMap(nodesOf)];
}

/** Pages that a node and all below it looked at. */
export function pagesWithBelow(node: RawNode): number {
  return node['Shared Hit Blocks'] + node['Shared Read Blocks'];
}

/** Pages that a node itself looked at. */
export function ownPages(node: RawNode): number {
  return (node.Plans ?? []).reduce((rest, below) => rest - pagesWithBelow(below), pagesWithBelow(node));
}

/** Milliseconds of a node itself over all its loops. */
export function ownMs(node: RawNode): number {
  const whole = (each: RawNode) => each['Actual Total Time'] * each['Actual Loops'];
  return Math.max(
    0,
    (node.Plans ?? []).reduce((rest, below) => rest - whole(below), whole(node)),
  );
}

function readRoot(text: string): RawNode {
  const [{ Plan: root }] = JSON.parse(text);
  expect(root['Node Type']).toBeTruthy();
  return root;
}

/** Has PostgreSQL explain a query in the playground, and reads the JSON from the results. */
export async function explainRaw(play: Play, query: string, before = ''): Promise<RawNode> {
  await play.show('Results');
  await play.run(`${before}explain (analyze, buffers, format json) ${query};`);
  const text = await play.results.locator('pre, td').last().textContent();
  return readRoot(text ?? '');
}

/** The JSON of the plan that is drawn now. */
export async function drawnJson(play: Play): Promise<RawNode> {
  await play.plan.getByRole('tab', { name: 'JSON' }).click();
  return readRoot((await play.plan.locator('pre').textContent()) ?? '');
}
