import { median } from '../../session/measure-time.ts';

/** One thing measured several times. ms unless the name says otherwise. */
export interface Samples {
  readonly name: string;
  readonly values: readonly number[];
}

/** The medians' ratio; both sides were measured in turn in the same run. */
export function ratioOf(samples: Samples, bare: Samples): number {
  return median(samples.values) / median(bare.values);
}
