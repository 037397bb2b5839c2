import { type Fields, readNumber } from './fields.ts';

/** A number as C's `%.nf` prints it. */
export function fixed(value: number, digits: number): string {
  return value.toFixed(digits);
}

/** `Buffers:` and `I/O Timings:`, each only where there is something to say. */
export function bufferLines(fields: Fields): readonly string[] {
  const places = ['Shared', 'Local', 'Temp'];
  const counts = places.flatMap((place) =>
    describePlace(fields, place, ['Hit', 'Read', 'Dirtied', 'Written']),
  );
  const times = ['', ...places].flatMap((place) => describeTimes(fields, place));
  return [
    ...(counts.length > 0 ? [`Buffers: ${counts.join(', ')}`] : []),
    ...(times.length > 0 ? [`I/O Timings: ${times.join(', ')}`] : []),
  ];
}

function describePlace(fields: Fields, place: string, kinds: readonly string[]): readonly string[] {
  const parts = kinds.flatMap((kind) => {
    const count = readNumber(fields, `${place} ${kind} Blocks`) ?? 0;
    return count > 0 ? [`${kind.toLowerCase()}=${count}`] : [];
  });
  return parts.length > 0 ? [`${place.toLowerCase()} ${parts.join(' ')}`] : [];
}

function describeTimes(fields: Fields, place: string): readonly string[] {
  const parts = ['Read', 'Write'].flatMap((kind) => {
    const ms = readNumber(fields, `${place} I/O ${kind} Time`.trimStart()) ?? 0;
    return ms > 0 ? [`${kind.toLowerCase()}=${fixed(ms, 3)}`] : [];
  });
  return parts.length > 0 ? [`${place.toLowerCase()} ${parts.join(' ')}`.trimStart()] : [];
}

/** The line of a node’s WAL, as EXPLAIN’s text has it; none where it wrote none. */
export function walLines(fields: Fields): readonly string[] {
  const names = {
    records: 'WAL Records',
    fpi: 'WAL FPI',
    bytes: 'WAL Bytes',
    'buffers full': 'WAL Buffers Full',
  };
  const parts = Object.entries(names).flatMap(([name, key]) => {
    const count = readNumber(fields, key) ?? 0;
    return count > 0 ? [`${name}=${count}`] : [];
  });
  return parts.length > 0 ? [`WAL: ${parts.join(' ')}`] : [];
}
