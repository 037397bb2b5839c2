/** One thing measured several times. ms unless the name says otherwise. */
export interface Samples {
  readonly name: string;
  readonly values: readonly number[];
}

export function medianOf(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? upper) + upper) / 2;
}

/** The medians' ratio; both sides were measured in turn in the same run. */
export function ratioOf(samples: Samples, bare: Samples): number {
  return medianOf(samples.values) / medianOf(bare.values);
}
