/** Exported functions are called by their number in the module: https://webassembly.github.io/spec/js-api/#name-of-the-webassembly-function */
type ExportedFunction = CallableFunction & { readonly name: string };

function isFunction(value: unknown): value is ExportedFunction {
  return typeof value === 'function';
}

/** The table's functions by name. Holds only while nothing but the module's own functions stands in it. */
function functionsOf(table: WebAssembly.Table): ReadonlyMap<string, ExportedFunction> {
  const byName = new Map<string, ExportedFunction>();
  for (let at = 0; at < table.length; at += 1) {
    const value: unknown = table.get(at);
    if (isFunction(value)) byName.set(value.name, value);
  }
  return byName;
}

/** Whether the table gives the very objects that the exports are. */
function givesExports(table: WebAssembly.Table, exports: WebAssembly.Exports): boolean {
  const exported = new Map<string, unknown>();
  for (const value of Object.values(exports)) if (isFunction(value)) exported.set(value.name, value);
  for (let at = 0; at < table.length; at += 1) {
    const value: unknown = table.get(at);
    const same = isFunction(value) ? exported.get(value.name) : undefined;
    if (same) return same === value;
  }
  return true;
}

/**
 * Gives the instance with those objects for its exported functions that its table gives for them. Emscripten looks there
 * for each, by identity, and adds the ones that it does not find. WebKit makes two objects of one function, so that all of
 * them would be added, and the pointers in the memory of a process that was started elsewhere would point beside theirs.
 * Call it before anything is added to the table.
 */
export function exportAsInTable(
  instance: WebAssembly.Instance,
  table: WebAssembly.Table,
): WebAssembly.Instance {
  if (givesExports(table, instance.exports)) return instance;
  const inTable = functionsOf(table);
  const entries = Object.entries(instance.exports).map(([name, value]) => [
    name,
    (isFunction(value) && inTable.get(value.name)) || value,
  ]);
  const exports: WebAssembly.Exports = Object.fromEntries(entries);
  return Object.create(instance, { exports: { value: exports } }) as WebAssembly.Instance;
}
