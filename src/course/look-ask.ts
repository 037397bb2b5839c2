/** A picture of the machine that a lesson asks for: of one block, or of two. */
export type LookAsk =
  /** The pages that a block's last statement touches. */
  | { readonly kind: 'pages'; readonly of: string }
  /** The plans of two blocks' last statements, node by node. */
  | { readonly kind: 'plan-change'; readonly from: string; readonly to: string }
  /** The plans that were turned down for a block's last statement; of one table, or of all. */
  | { readonly kind: 'why-not'; readonly of: string; readonly table?: string }
  /** An index as it lies in its pages after a block ran; with `change` also before. */
  | {
      readonly kind: 'b-tree';
      readonly of: string;
      readonly index: string;
      /** Values of the index's first columns, looked up from the root. */
      readonly find: readonly string[];
      readonly change: boolean;
    }
  /** A page of a table after a block ran; with `change` also before. */
  | {
      readonly kind: 'heap-page';
      readonly of: string;
      readonly table: string;
      readonly page: number;
      readonly change: boolean;
    }
  /** What the planner does with a block's last statement as one bound in it, or two, move. */
  | { readonly kind: 'selectivity'; readonly of: string; readonly over: string; readonly and?: string };

type Props = Readonly<Record<string, unknown>>;

function textOf(props: Props, name: string): string {
  const value = props[name];
  return typeof value === 'string' ? value : '';
}

function optional<Name extends string>(props: Props, name: Name): { readonly [key in Name]?: string } {
  const value = textOf(props, name);
  if (value === '') return {};
  const only: { [key in Name]?: string } = {};
  only[name] = value;
  return only;
}

/** A value is written as text or as a number; those of several columns as a list. */
function valuesOf(written: unknown): readonly string[] {
  if (Array.isArray(written)) return written.flatMap(valuesOf);
  return typeof written === 'string' || typeof written === 'number' ? [String(written)] : [];
}

const READERS: Readonly<Record<string, (props: Props) => LookAsk>> = {
  Pages: (props) => ({ kind: 'pages', of: textOf(props, 'of') }),
  PlanChange: (props) => ({ kind: 'plan-change', from: textOf(props, 'from'), to: textOf(props, 'to') }),
  WhyNot: (props) => ({ kind: 'why-not', of: textOf(props, 'of'), ...optional(props, 'table') }),
  BTree: (props) => ({
    kind: 'b-tree',
    of: textOf(props, 'of'),
    index: textOf(props, 'index'),
    find: valuesOf(props.find),
    change: props.change === true,
  }),
  HeapPage: (props) => ({
    kind: 'heap-page',
    of: textOf(props, 'of'),
    table: textOf(props, 'table'),
    page: typeof props.page === 'number' ? props.page : 0,
    change: props.change === true,
  }),
  Selectivity: (props) => ({
    kind: 'selectivity',
    of: textOf(props, 'of'),
    over: textOf(props, 'over'),
    ...optional(props, 'and'),
  }),
};

/** What a component of the vocabulary asks for, by its name and props; undefined for one that shows no picture. */
export function readLookAsk(component: string, props: Props): LookAsk | undefined {
  return READERS[component]?.(props);
}

/** Ids of the blocks that a picture is of. */
export function blocksOf(ask: LookAsk): readonly string[] {
  return ask.kind === 'plan-change' ? [ask.from, ask.to] : [ask.of];
}

/** The name under which a picture's measurement is kept: the same question has the same name. */
export function lookKey(ask: LookAsk): string {
  return JSON.stringify(Object.entries(ask).sort(([a], [b]) => a.localeCompare(b)));
}
