import type * as Monaco from 'monaco-editor/editor';
import { describe, expect, it } from 'vitest';
import { completeFrom } from './completions.ts';
import type { SchemaRelation } from './schema.ts';

const SCHEMA: readonly SchemaRelation[] = [
  {
    name: 'orders',
    columns: [
      { name: 'id', type: 'bigint' },
      { name: 'total', type: 'numeric' },
    ],
  },
  {
    name: 'customers',
    columns: [
      { name: 'id', type: 'bigint' },
      { name: 'email', type: 'text' },
    ],
  },
];

/** The part of Monaco that completion leans on. */
const monaco = {
  Range: class {},
  languages: { CompletionItemKind: { Field: 1, Struct: 2, Keyword: 3 } },
} as unknown as typeof Monaco;

/** What is offered at the end of a one-line text, in the order in which it is shown. */
function offered(text: string, schema = SCHEMA, shown: 'label' | 'insertText' = 'label'): readonly string[] {
  const word = /\w*$/.exec(text)?.[0] ?? '';
  const model = {
    getWordUntilPosition: () => ({
      word,
      startColumn: text.length - word.length + 1,
      endColumn: text.length + 1,
    }),
    getLineContent: () => text,
    getValue: () => text,
  } as unknown as Monaco.editor.ITextModel;
  const position = { lineNumber: 1, column: text.length + 1 } as Monaco.Position;
  const { suggestions } = completeFrom(monaco, schema, model, position);
  return suggestions
    .toSorted((a, b) => (a.sortText ?? '').localeCompare(b.sortText ?? ''))
    .map((suggestion) => String(suggestion[shown]));
}

describe('completion', () => {
  it('offers the columns of a table behind its name or its alias, and nothing else there', () => {
    expect(offered('select o. from orders o where o.')).toEqual(['id', 'total']);
    expect(offered('select * from customers where customers.')).toEqual(['email', 'id']);
    expect(offered('select * from orders o where x.')).toEqual([]);
  });

  it('offers the columns of the tables that the text names, then tables, then words', () => {
    const all = offered('select * from orders where ');
    expect(all.slice(0, 4)).toEqual(['id', 'total', 'customers', 'orders']);
    expect(all).toContain('returning');
    expect(all).not.toContain('email');
  });

  it('writes a name in quotes where it needs them, and outlives the oddest', () => {
    const odd = { name: 'Odd (one', columns: [{ name: 'order', type: 'text' }] };
    expect(offered('select * from "Odd (one" where ', [odd], 'insertText')).toContain('"order"');
    expect(offered('select ', [odd], 'insertText')).toContain('"Odd (one"');
    expect(offered('select ', [odd], 'insertText')).not.toContain('"order"');
  });

  it('writes a relation of another schema as its catalog says', () => {
    const other = { name: 'sales.Orders', written: 'sales."Orders"', columns: [] };
    expect(offered('select * from ', [other], 'insertText')).toContain('sales."Orders"');
  });

  it('offers each word once', () => {
    const all = offered('');
    expect(all.filter((label, at) => all.indexOf(label) !== at)).toEqual([]);
  });
});
