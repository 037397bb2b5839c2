import type { Root } from 'mdast';
import type { LinkUse } from './lesson-source.ts';

/** What a lesson imports and exports from elsewhere, each with its place. */
export function readImports(tree: Root): readonly LinkUse[] {
  const programs = tree.children.flatMap((node) =>
    node.type === 'mdxjsEsm' ? (node.data?.estree ?? []) : [],
  );
  return programs.flatMap(({ body }) =>
    body.flatMap((statement) => {
      const source = 'source' in statement ? statement.source : undefined;
      if (typeof source?.value !== 'string') return [];
      const { line = 1, column = 0 } = source.loc?.start ?? {};
      return [{ url: source.value, line, column: column + 1 }];
    }),
  );
}
