import type { Loader, LoaderContext } from 'astro/loaders';

/** What reads a file of one kind, of what Astro gives its loaders. */
interface EntryType {
  getEntryInfo(file: unknown): Promise<unknown>;
}

function isEntryType(value: unknown): value is EntryType {
  return typeof value === 'object' && value !== null && 'getEntryInfo' in value;
}

/** The kinds of file, with nothing in place of what cannot be read while `isStarting`. */
function patientTypes(types: unknown, isStarting: () => boolean): ReadonlyMap<unknown, unknown> {
  const all = types instanceof Map ? [...types] : [];
  return new Map(
    all.map(([extension, type]: readonly [unknown, unknown]) => {
      if (!isEntryType(type)) return [extension, type];
      const getEntryInfo = async (file: unknown): Promise<unknown> => {
        try {
          return await type.getEntryInfo(file);
        } catch (thrown) {
          if (!isStarting()) throw thrown;
          return { data: {}, body: '', slug: '', rawData: '' };
        }
      };
      return [extension, { ...type, getEntryInfo }];
    }),
  );
}

/**
 * A loader that a file with mistakes does not end while the development server starts: the file is an entry with nothing
 * but a title then, and its page says what the check found. Later such a file stays as it was before. A build has no
 * patience.
 */
export function patient(loader: Loader): Loader {
  const load = async (context: LoaderContext): Promise<void> => {
    if (!context.watcher) return loader.load(context);
    let starting = true;
    const parseData: LoaderContext['parseData'] = async (props) => {
      try {
        return await context.parseData(props);
      } catch (thrown) {
        if (!starting) throw thrown;
        const title = props.id.split('/').at(-1);
        const nothing = Object.fromEntries(Object.keys(props.data).map((key) => [key, undefined]));
        return context.parseData({ ...props, data: { ...props.data, ...nothing, title } });
      }
    };
    const entryTypes = patientTypes(Reflect.get(context, 'entryTypes'), () => starting);
    await loader.load(Object.assign({}, context, { parseData, entryTypes }));
    starting = false;
  };
  return { ...loader, load };
}
