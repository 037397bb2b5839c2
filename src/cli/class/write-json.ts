import type { ClassResults } from './results.ts';

function* listJson(items: readonly unknown[]): Generator<string> {
  yield '[';
  for (const [at, item] of items.entries()) yield `${at === 0 ? '' : ','}\n${JSON.stringify(item, null, 2)}`;
  yield ']';
}

/** Everything that was found, in pieces: a class may hand in more text than one string can hold. */
export function* writeJson({ format, engine, learners, alike }: ClassResults): Generator<string> {
  yield `{"format": ${format}, "engine": ${JSON.stringify(engine)}, "learners": `;
  yield* listJson(learners);
  yield ',\n"alike": ';
  yield* listJson(alike);
  yield '}\n';
}
