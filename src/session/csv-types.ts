/** Types that a column of a CSV file can be given, from the narrowest. */
export const CSV_TYPES = [
  'boolean',
  'integer',
  'bigint',
  'numeric',
  'date',
  'timestamp',
  'timestamptz',
  'uuid',
  'text',
] as const;

export type CsvType = (typeof CSV_TYPES)[number];

const DAY = /^(\d{4})-(\d\d)-(\d\d)$/;
const MOMENT = /^\d{4}-\d\d-\d\d[ T]\d\d:\d\d(:\d\d(\.\d{1,6})?)?$/;
const MOMENT_IN_ZONE = /^\d{4}-\d\d-\d\d[ T]\d\d:\d\d(:\d\d(\.\d{1,6})?)? ?(Z|UTC|[+-]\d\d(:?\d\d)?)$/i;
const WHOLE = /^-?(0|[1-9]\d{0,18})$/;
/** No leading zeros: an article number `007` is text. */
const NUMBER = /^-?(0|[1-9]\d*)(\.\d+)?([eE][-+]?\d{1,3})?$/;

function isDay(text: string): boolean {
  const [, year, month, day] = DAY.exec(text) ?? [];
  if (year === undefined) return false;
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  return date.getUTCMonth() + 1 === Number(month) && date.getUTCDate() === Number(day);
}

const LEAST_BIGINT = -(2n ** 63n);
const within = (text: string, least: bigint, most: bigint) => BigInt(text) >= least && BigInt(text) <= most;

const FITS: Readonly<Record<CsvType, (text: string) => boolean>> = {
  boolean: (text) => /^(true|false|t|f)$/i.test(text),
  integer: (text) => WHOLE.test(text) && within(text, -(2n ** 31n), 2n ** 31n - 1n),
  bigint: (text) => WHOLE.test(text) && within(text, LEAST_BIGINT, 2n ** 63n - 1n),
  numeric: (text) => NUMBER.test(text),
  date: isDay,
  timestamp: (text) => MOMENT.test(text) && isDay(text.slice(0, 10)),
  timestamptz: (text) => MOMENT_IN_ZONE.test(text) && isDay(text.slice(0, 10)),
  uuid: (text) => /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i.test(text),
  text: () => true,
};

/** The narrowest type that every value fits; empty values are NULL and fit any. A column of those alone is text. */
export class TypeGuess {
  private open: readonly CsvType[] = CSV_TYPES;
  private seen = false;

  /** Takes one more value into account. */
  add(value: string): void {
    if (value === '') return;
    this.seen = true;
    if (this.open.length > 1) this.open = this.open.filter((type) => FITS[type](value));
  }

  get type(): CsvType {
    return this.seen ? (this.open[0] ?? 'text') : 'text';
  }
}
