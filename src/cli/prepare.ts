import { relative } from 'node:path';
import { buildAssets, findDatasets } from '../engine/build/build-assets.ts';
import type { Engine } from '../engine/engine.ts';
import { createNodeEngine } from '../engine/node-engine.ts';
import type { Places } from './places.ts';
import type { Problem } from './problems.ts';

export type Prepared =
  | { readonly kind: 'ok'; readonly engine: Engine; readonly datasets: readonly string[] }
  | { readonly kind: 'problems'; readonly problems: readonly Problem[] };

/** Builds what snapshots are missing and opens the engine on them. A seed that fails is its author's problem. */
export async function prepareEngine(places: Places, say: (line: string) => void): Promise<Prepared> {
  const datasets = await findDatasets(places.exercises);
  const built = await buildAssets({ into: places.engine, datasets, say });
  if (built.kind === 'seed-errors') {
    const problems = built.errors.map(({ file, line, message }) => ({
      file: relative(places.root, file),
      line,
      what: `the seed fails: ${message}`,
      fix: 'mend this statement; a seed must run on an empty database',
    }));
    return { kind: 'problems', problems };
  }
  return {
    kind: 'ok',
    engine: await createNodeEngine(places.engine),
    datasets: Object.keys(built.manifest.datasets),
  };
}
