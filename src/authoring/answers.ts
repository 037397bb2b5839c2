/** What the panel is told of an exercise's answers, one line of JSON each. */
export type AnswerLine =
  | { readonly kind: 'start' }
  | { readonly kind: 'refused'; readonly message: string }
  | ({ readonly kind: 'answer' } & Answer)
  | {
      readonly kind: 'budgets';
      readonly suggestions: readonly {
        readonly check: string;
        readonly key: string;
        readonly value: string;
        readonly because: string;
        readonly from: string;
      }[];
      readonly margins: readonly { readonly check: string; readonly used: number; readonly from: string }[];
      /** How many answers were measured. */
      readonly answers: number;
    };

export interface Answer {
  readonly file: string;
  readonly must: 'pass' | 'fail';
  readonly fails: readonly string[];
  readonly misconceptions: readonly string[];
  readonly passed: boolean;
  readonly refusal?: string;
  readonly checks: readonly {
    readonly id: string;
    readonly title: string;
    readonly state: string;
    readonly message: string;
    readonly figure?: string;
    /** Whether Planwright added it to the author's own. */
    readonly added: boolean;
  }[];
  readonly findings: readonly { readonly misconception: string; readonly message: string }[];
  readonly plans: readonly { readonly query: string; readonly pages: number; readonly text: string }[];
  readonly ms: number;
}

/** Whether an answer does what it is there for: passes, or fails by the checks and mistakes that it says. */
export function isAsMeant({
  file,
  must,
  passed,
  fails,
  misconceptions,
  checks,
  findings,
  refusal,
}: Answer): boolean {
  // The start’s mistakes are the exercise’s own: nothing says which of them are named.
  if (must === 'pass' || passed || file === 'start.sql') return passed === (must === 'pass');
  const state = (id: string) => checks.find((check) => check.id === id)?.state;
  const failing = fails.every((id) => (id === 'gate' ? refusal !== undefined : state(id) === 'failed'));
  const named = findings.map(({ misconception }) => misconception).sort();
  return failing && named.join() === [...misconceptions].sort().join();
}

/** Reads lines of JSON as they come in. */
export async function* readLines(body: ReadableStream<Uint8Array>): AsyncGenerator<AnswerLine> {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  let rest = '';
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    const lines = (rest + decoder.decode(part.value, { stream: true })).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) if (line.startsWith('{')) yield JSON.parse(line);
  }
}
