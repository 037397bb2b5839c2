import { isMap, isPair, isScalar, isSeq, LineCounter, type Node, parseDocument } from 'yaml';
import type { LessonSource } from './lesson-source.ts';

/** What stands at a path and inside it, each with the offset where it begins. */
function placesIn(node: unknown, path: string): readonly (readonly [path: string, offset: number])[] {
  const inside = (key: unknown) => (path === '' ? String(key) : `${path}.${key}`);
  const offsetOf = ({ range }: Node) => range?.[0] ?? 0;
  if (isMap<Node, Node>(node))
    return node.items.flatMap(({ key, value }) => {
      if (!isScalar(key)) return [];
      return [[inside(key.value), offsetOf(key)] as const, ...placesIn(value, inside(key.value))];
    });
  if (!isSeq<Node>(node)) return [];
  return node.items.flatMap((item, at) => {
    if (isPair(item)) return [];
    return [[inside(at), offsetOf(item)] as const, ...placesIn(item, inside(at))];
  });
}

/** Reads front matter with the line of every key; `first` is the line of the text’s first. Throws where it is no YAML. */
export function readYaml(text: string, first: number): Pick<LessonSource, 'frontMatter' | 'keyLines'> {
  const lineCounter = new LineCounter();
  const document = parseDocument(text, { lineCounter });
  const [unreadable] = document.errors;
  if (unreadable) throw unreadable;
  const lines = placesIn(document.contents, '').map(
    ([path, offset]) => [path, lineCounter.linePos(offset).line - 1 + first] as const,
  );
  return { frontMatter: document.toJS(), keyLines: Object.fromEntries(lines) };
}
