/** An object of unknown JSON, and readers that narrow one field of it. A field of another type counts as absent. */
export type Fields = Readonly<Record<string, unknown>>;

/** Whether a value is an object with fields. */
export function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A text; undefined where the field is none. */
export function readText(fields: Fields, key: string): string | undefined {
  const value = fields[key];
  return typeof value === 'string' ? value : undefined;
}

/** A finite number; undefined where the field is none. */
export function readNumber(fields: Fields, key: string): number | undefined {
  const value = fields[key];
  return typeof value === 'number' && Number.isFinite(value) ? value : undefined;
}

/** An object; undefined where the field is none. */
export function readFields(fields: Fields, key: string): Fields | undefined {
  const value = fields[key];
  return isFields(value) ? value : undefined;
}

/** The objects of a list; whatever else is in it is left out. */
export function readList(fields: Fields, key: string): readonly Fields[] {
  const value = fields[key];
  return Array.isArray(value) ? value.filter(isFields) : [];
}

/** The texts of a list, without what else is in it; undefined where the field is no list. */
export function readTexts(fields: Fields, key: string): readonly string[] | undefined {
  const value = fields[key];
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : undefined;
}

/** The object without its undefined values, so that an absent field stays absent. */
export function present<T extends object>(values: { [K in keyof T]: T[K] | undefined }): T {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as T;
}
