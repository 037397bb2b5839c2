import type { SchemaRelation } from './schema.ts';

/** The relations that completion offers, for every editor of the page. Apart from the editor, which is large. */
let offered: readonly SchemaRelation[] = [];

/** Takes the place of what was offered before. */
export function offerSchema(relations: readonly SchemaRelation[]): void {
  offered = relations;
}

/** What is offered now. */
export function offeredSchema(): readonly SchemaRelation[] {
  return offered;
}
