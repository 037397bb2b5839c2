import { kindInSql } from '../sql/statement-kind.ts';
import type { Spec } from './spec.ts';

/** The statements that an answer is made of, as SQL names them. */
export function answerKinds({ task, allow }: Pick<Spec, 'task' | 'allow'>): readonly string[] {
  return task === 'rewrite' ? ['SELECT'] : allow.map(kindInSql);
}
