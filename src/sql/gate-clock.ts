import type { FunctionUse } from './functions.ts';
import { type Complaint, complaint } from './gate-types.ts';
import { type Fields, list, locationOf, nameParts, part, text, walk } from './tree.ts';

/** What a node of an answer says of the clock: another answer tomorrow is no answer. */
type ClockRule = (fields: Fields, use: FunctionUse) => Complaint | undefined;

const DIFFERS =
  'is not the same for everyone at every hour, so an answer must not depend on it. Use the values in the tables or in the task.';

/** CURRENT_DATE, CURRENT_USER and the like. */
export const clockOrUser: ClockRule = (fields, use) => {
  if (use !== 'answer') return undefined;
  const name = (text(fields, 'op') ?? '').replace('SVFOP_', '').replace(/_N$/, '');
  return complaint('clock', `${name} ${DIFFERS}`, locationOf(fields));
};

/** Whatever stands beside it, one of these words makes a time of the clock: `today 00:00`, `[now,)`. */
const CLOCK_WORD = /(?:^|[^a-z])(?:now|today|tomorrow|yesterday)/i;

const TIME_TYPES =
  /^_?(?:date|time|timetz|timestamp|timestamptz|daterange|tsrange|tstzrange|datemultirange|tsmultirange|tstzmultirange)$/;

/** Functions that take times, and read a text that stands for one. */
const TAKES_TIMES =
  /^(?:age|date|date_\w+|extract|generate_series|isfinite|overlaps|timezone|daterange|tsrange|tstzrange|\w+multirange)$/;

/** What a text is made of, as far as it can be read without working anything out. */
const READABLE = new Set([
  'A_Const',
  'TypeCast',
  'TypeName',
  'A_Expr',
  'String',
  'Integer',
  'CollateClause',
  '',
]);

interface Written {
  readonly text: string;
  /** Where it begins. */
  readonly at: number | undefined;
}

/** The text that an expression comes to: a constant, perhaps cast, or several put together by `||`. */
function constantText(expression: unknown): Written | undefined {
  let whole = '';
  let at: number | undefined;
  for (const { type, fields } of walk(expression)) {
    if (!READABLE.has(type)) return undefined;
    if (type === 'A_Expr' && nameParts(list(fields, 'name')).at(-1) !== '||') return undefined;
    if (type !== 'A_Const') continue;
    whole += text(part(fields, 'sval') ?? {}, 'sval') ?? '';
    at ??= locationOf(fields);
  }
  return { text: whole, at };
}

function clockComplaint(expression: unknown): Complaint | undefined {
  const written = constantText(expression);
  if (written === undefined || !CLOCK_WORD.test(written.text)) return undefined;
  return complaint('clock', `The time '${written.text}' ${DIFFERS}`, written.at);
}

/** `timestamptz 'now'` is the clock written as a constant. */
export const clockConstant: ClockRule = (fields, use) => {
  const type = nameParts(list(part(fields, 'typeName') ?? {}, 'names')).at(-1) ?? '';
  return use === 'answer' && TIME_TYPES.test(type) ? clockComplaint(fields.arg) : undefined;
};

/** `age(t)` counts from today, and `date('today')` takes the word for a time. */
export const clockInCall: ClockRule = (fields, use) => {
  const name = nameParts(list(fields, 'funcname')).at(-1) ?? '';
  if (use !== 'answer' || !TAKES_TIMES.test(name)) return undefined;
  const args = list(fields, 'args');
  if (name === 'age' && args.length === 1) {
    const message = `age() of one moment counts from today, which ${DIFFERS} Give it two moments.`;
    return complaint('clock', message, locationOf(fields));
  }
  return args.map(clockComplaint).find((found) => found !== undefined);
};
