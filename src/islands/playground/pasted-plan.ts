import { listNodes } from '../../plan/metrics.ts';
import type { Plan } from '../../plan/plan.ts';
import { readPlan } from '../../plan/read-plan.ts';

export type Pasted =
  | { readonly kind: 'plan'; readonly plan: Plan }
  | { readonly kind: 'empty' }
  | { readonly kind: 'refused'; readonly message: string };

const MOST_LETTERS = 2_000_000;
const MOST_NODES = 1_500;

/** Reads a plan that was pasted, in EXPLAIN's JSON or text form. Never throws. */
export function readPasted(text: string): Pasted {
  if (text.trim() === '') return { kind: 'empty' };
  if (text.length > MOST_LETTERS) {
    const size = (text.length / 1_000_000).toFixed(1);
    return { kind: 'refused', message: `This is ${size} million characters; up to 2 million are read here.` };
  }
  const read = readPlan(text);
  if (read.kind === 'not-a-plan') return { kind: 'refused', message: read.message };
  const nodes = listNodes(read.plan.root).length;
  if (nodes > MOST_NODES) {
    const message = `This plan has ${nodes.toLocaleString('en')} nodes; up to ${MOST_NODES.toLocaleString('en')} are drawn here.`;
    return { kind: 'refused', message };
  }
  return { kind: 'plan', plan: read.plan };
}

/** Whether a text in the editor is a plan and no SQL: then running it means looking at it. */
export function looksLikePlan(text: string): boolean {
  const head = text.trimStart().slice(0, 400);
  const json = /^[[{]/.test(head) && /"(Plan|Node Type)"/.test(text.slice(0, 2_000));
  return (
    json ||
    /^\s*(QUERY PLAN|[-─│|> ]*\w[\w ]+?\s+(on \S+ )?.*\(cost=\d+\.\d\d\.\.)/m.test(
      head.replace(/^--.*$/gm, ''),
    )
  );
}
