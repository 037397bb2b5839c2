import type * as Monaco from 'monaco-editor/editor';
import { quoteName } from '../../plan/quote-name.ts';
import type { SchemaRelation } from './schema.ts';

/** Words that open or join a clause, offered in the case the reader types. */
const KEYWORDS = [
  ...'select from where and or not in exists between like ilike order by group having limit offset fetch'.split(
    ' ',
  ),
  ...'join left right full cross inner on using as case when then else end is null distinct union all'.split(
    ' ',
  ),
  ...'create unique index include including concurrently drop explain analyze buffers vacuum with'.split(' '),
  ...'materialized recursive lateral over partition rows insert into values update set delete returning'.split(
    ' ',
  ),
  ...'count sum avg min max coalesce desc asc nulls first last interval timestamptz'.split(' '),
];

/** A word that folds to itself, in capitals for whoever writes in capitals: accepting it changes nothing they wrote. */
function inCaseOf(typed: string, text: string): string {
  return /^[A-Z]/.test(typed) && /^[a-z]\w*$/.test(text) ? text.toUpperCase() : text;
}

/** Whether a text names a relation, in quotes or without. */
function names(text: string, { name }: SchemaRelation): boolean {
  if (/\W/.test(name)) return text.toLowerCase().includes(name.toLowerCase());
  return new RegExp(`\\b${name}\\b`, 'i').test(text);
}

function relationNamed(
  schema: readonly SchemaRelation[],
  text: string,
  name: string,
): SchemaRelation | undefined {
  const alias = new RegExp(`\\b(\\w+)\\s+(?:as\\s+)?${name}\\b`, 'gi');
  const behind = [...text.matchAll(alias)].map((match) => match[1]?.toLowerCase());
  return schema.find((relation) => relation.name === name.toLowerCase() || behind.includes(relation.name));
}

/** Columns behind `alias.`; elsewhere columns of the tables that the text names, all tables, and keywords. */
export function completeFrom(
  monaco: typeof Monaco,
  schema: readonly SchemaRelation[],
  model: Monaco.editor.ITextModel,
  position: Monaco.Position,
): Monaco.languages.CompletionList {
  const word = model.getWordUntilPosition(position);
  const range = new monaco.Range(position.lineNumber, word.startColumn, position.lineNumber, word.endColumn);
  const before = model.getLineContent(position.lineNumber).slice(0, word.startColumn - 1);
  const qualifier = /(\w+)\.$/.exec(before)?.[1];
  const { Field, Struct, Keyword } = monaco.languages.CompletionItemKind;
  const item = (
    label: string,
    kind: number,
    detail: string,
    rank: string,
    insertText = quoteName(label),
  ) => ({
    label,
    kind,
    detail,
    insertText: inCaseOf(word.word, insertText),
    range,
    sortText: rank + label,
  });
  const columnsOf = (relation: SchemaRelation) =>
    relation.columns.map((column) => item(column.name, Field, `${relation.name}: ${column.type}`, '0'));
  const text = model.getValue();
  if (qualifier) {
    const relation = relationNamed(schema, text, qualifier);
    return { incomplete: word.word === '', suggestions: relation ? columnsOf(relation) : [] };
  }
  const named = schema.filter((relation) => names(text, relation));
  return {
    // Asked again with the first letter, which says in which case the reader writes.
    incomplete: word.word === '',
    suggestions: [
      ...named.flatMap(columnsOf),
      ...schema.map((relation) =>
        item(relation.name, Struct, `${relation.columns.length} columns`, '1', relation.written),
      ),
      ...KEYWORDS.map((keyword) => item(keyword, Keyword, '', '2', keyword)),
    ],
  };
}
