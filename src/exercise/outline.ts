/** What of a front matter others refer to, read without a schema: so that its mistakes do not hide each other. */
export interface Outline {
  readonly task: string | undefined;
  readonly module: string;
  readonly order: number | undefined;
  readonly dataset: string;
  readonly extensions: readonly string[];
  readonly allow: readonly string[];
  readonly workload: readonly OutlineQuery[];
  readonly checks: readonly OutlineCheck[];
  readonly variants: readonly string[];
  /** The SQL of each variant, by its place. */
  readonly variantSql: readonly string[];
  /** Changes of the mutants that are declared equivalent. */
  readonly equivalent: readonly string[];
  readonly misconceptions: readonly string[];
}

export interface OutlineQuery {
  readonly id: string;
  readonly sql: string;
  /** Parameters in each shown row. */
  readonly shown: readonly number[];
  /** Empty where there is none. */
  readonly hidden: string;
}

export interface OutlineCheck {
  readonly id: string;
  readonly kind: string;
  readonly of: string | undefined;
  /** The tables it names, by the key that names them. */
  readonly tables: readonly { readonly key: string; readonly table: string }[];
  /** The SQL of a `constraint`, and what it writes first; empty where there is none. */
  readonly sql: string;
  readonly writes: string;
  /** The queries that a `total` weighs. */
  readonly runs: readonly string[];
}

function get(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;
}

function text(value: unknown, key: string): string {
  const found = get(value, key);
  return typeof found === 'string' ? found : '';
}

function list(value: unknown, key: string): readonly unknown[] {
  const found = get(value, key);
  return Array.isArray(found) ? found : [];
}

function keys(value: unknown, key: string): readonly string[] {
  const found = get(value, key);
  return typeof found === 'object' && found !== null ? Object.keys(found) : [];
}

const texts = (items: readonly unknown[]): readonly string[] =>
  items.filter((item) => typeof item === 'string');

/** Reads what can be read of it; what is missing or of another type is empty. */
export function outlineOf(raw: unknown): Outline {
  const order = get(raw, 'order');
  return {
    task: text(raw, 'task') || undefined,
    module: text(raw, 'module'),
    order: typeof order === 'number' ? order : undefined,
    dataset: text(raw, 'dataset'),
    extensions: texts(list(raw, 'extensions')),
    allow: texts(list(raw, 'allow')),
    workload: list(raw, 'workload').map((query) => ({
      id: text(query, 'id'),
      sql: text(query, 'sql'),
      shown: list(query, 'shown').flatMap((row) => (Array.isArray(row) ? [row.length] : [])),
      hidden: text(query, 'hidden'),
    })),
    checks: list(raw, 'checks').map((check) => ({
      id: text(check, 'id'),
      kind: text(check, 'kind'),
      of: text(check, 'of') || undefined,
      tables: ['table', 'relation'].flatMap((key) => {
        const table = text(check, key);
        return table === '' ? [] : [{ key, table }];
      }),
      sql: text(check, 'sql'),
      writes: text(check, 'writes'),
      runs: keys(check, 'runs'),
    })),
    variants: list(raw, 'variants').map((variant) => text(variant, 'name')),
    variantSql: list(raw, 'variants').map((variant) => text(variant, 'sql')),
    equivalent: list(raw, 'equivalent-mutants').map((mutant) => text(mutant, 'change')),
    misconceptions: texts(list(raw, 'misconceptions')),
  };
}
