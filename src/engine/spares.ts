/** What a browser tells of the device it is on. */
export interface Device {
  /** GiB, rounded and capped. Only Chromium's kin tell it. */
  readonly memory: number | undefined;
  /** Whether it is pointed at with a finger before anything else, as a phone or a tablet is. */
  readonly touch: boolean;
}

/** From here on there is room for a database more than the reader's own. */
const ROOMY_GIB = 4;

/** The device that the page is on. */
export function deviceHere(): Device {
  const told = 'deviceMemory' in navigator ? navigator.deviceMemory : undefined;
  return {
    memory: typeof told === 'number' ? told : undefined,
    touch: matchMedia('(pointer: coarse)').matches,
  };
}

/**
 * How many databases to keep open ahead of need. Where memory is not told, as in Safari and Firefox, a phone is taken to
 * have little: an iPhone ends a page that takes more than it allows.
 */
export function sparesFor({ memory, touch }: Device): 0 | 1 {
  const roomy = memory === undefined ? !touch : memory >= ROOMY_GIB;
  return roomy ? 1 : 0;
}
