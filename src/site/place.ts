/** Where a component of the vocabulary stands. */
export interface Place {
  /** `<module>/<lesson>`, or `exercises/<id>` in a task. */
  readonly id: string;
  /** The file to name in an author error. */
  readonly file: string;
  /** The dataset that the lesson runs on, where it names one. */
  readonly dataset: string | undefined;
  readonly extensions: readonly string[];
  /** The sources that the front matter names. */
  readonly sources: readonly Source[];
}

interface Source {
  readonly title: string;
  readonly url: string;
  readonly note?: string | undefined;
}

interface Entry {
  readonly id: string;
  readonly filePath?: string;
  readonly data: object & { readonly sources?: readonly Source[] | undefined };
}

function textIn(data: object, key: string): string | undefined {
  const value: unknown = Reflect.get(data, key);
  return typeof value === 'string' ? value : undefined;
}

function textsIn(data: object, key: string): readonly string[] {
  const value: unknown = Reflect.get(data, key);
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
}

function placeOf(entry: Entry): Place {
  const task = /^exercises\/(.+)$/.exec(entry.id)?.[1];
  return {
    id: entry.id.replace(/^learn\//, ''),
    file: task === undefined ? (entry.filePath ?? entry.id) : `exercises/${task}/exercise.mdx`,
    dataset: textIn(entry.data, 'dataset'),
    extensions: textsIn(entry.data, 'extensions'),
    sources: entry.data.sources ?? [],
  };
}

/** What a page tells its components: Starlight’s route, or on a page that is no lesson the place that it stands for. */
interface Locals {
  readonly starlightRoute: { readonly entry: Entry };
  readonly place?: Place;
}

/** The lesson or the task that is being rendered. A page of another kind says first what it stands for: `locals.place`. */
export function placeHere(locals: Locals): Place {
  return locals.place ?? placeOf(locals.starlightRoute.entry);
}
