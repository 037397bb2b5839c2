const STEPS: Readonly<Record<string, (at: number, count: number) => number>> = {
  ArrowRight: (at, count) => (at + 1) % count,
  ArrowLeft: (at, count) => (at - 1 + count) % count,
  Home: () => 0,
  End: (_, count) => count - 1,
};

/** The place in a row of tabs to which a key leads from one of them; undefined for a key that leads nowhere. */
export function tabByKey(key: string, at: number, count: number): number | undefined {
  return STEPS[key]?.(at, count);
}
