import type { SchemaRelation } from './schema.ts';

/** The relations that completion offers, for every editor of the page. Apart from the editor, which is large. */
let offered: readonly SchemaRelation[] = [];

export function offerSchema(relations: readonly SchemaRelation[]): void {
  offered = relations;
}

export function offeredSchema(): readonly SchemaRelation[] {
  return offered;
}
