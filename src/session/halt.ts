/** Waits that are ended together, at once. What was waited for goes on behind. */
export interface Halt {
  /** What the work comes to, or undefined as soon as it is halted. */
  orHalted<T>(work: Promise<T>): Promise<T | undefined>;
  halt(): void;
}

/** Waits that are ended together; there is none yet. */
export function createHalt(): Halt {
  const waits = new Set<() => void>();
  return {
    orHalted: (work) =>
      new Promise((resolve, reject) => {
        const end = () => resolve(undefined);
        waits.add(end);
        work.then(resolve, reject).finally(() => waits.delete(end));
      }),
    halt() {
      for (const end of waits) end();
      waits.clear();
    },
  };
}
