function fieldOf(name: string): unknown {
  const connection: unknown = Reflect.get(navigator, 'connection');
  return typeof connection === 'object' && connection !== null
    ? (Reflect.get(connection, name) as unknown)
    : undefined;
}

/** Whether the reader asked for little data. */
export function savesData(): boolean {
  return fieldOf('saveData') === true;
}

/** Whether the reader asked for little data, or the connection is slow. */
export function isThrifty(): boolean {
  return savesData() || String(fieldOf('effectiveType')).includes('2g');
}
