/** The plugins of the Markdown processor: for the tree of Markdown, and for the tree of HTML that it becomes. */
export interface ProcessorPlugins {
  readonly mdastPlugins: unknown[];
  readonly hastPlugins: unknown[];
}

function hasPlugins(options: unknown): options is ProcessorPlugins {
  return (
    typeof options === 'object' &&
    options !== null &&
    'mdastPlugins' in options &&
    Array.isArray(options.mdastPlugins) &&
    'hastPlugins' in options &&
    Array.isArray(options.hastPlugins)
  );
}

/** The lists of plugins that the site's Markdown processor runs, to add to. */
export function processorPlugins({
  name,
  options,
}: {
  readonly name: string;
  readonly options: unknown;
}): ProcessorPlugins {
  if (!hasPlugins(options))
    throw new Error(`the Markdown processor "${name}" takes no plugins for its trees`);
  return options;
}
