import type { MemFs, MemNode } from './emscripten.ts';

const REGULAR_FILE = 0o100000;

/** Makes an empty file at a path that its directories are there for. */
export type MakeFile = (path: string, mode: number) => MemNode;

/** Gives how to make files straight in their directories' nodes, since a thousand paths take long to resolve. */
export function fileMaker(fs: MemFs): MakeFile {
  const directories = new Map<string, MemNode>();
  const directoryOf = (path: string): MemNode => {
    const known = directories.get(path);
    if (known) return known;
    const { node } = fs.lookupPath(path);
    directories.set(path, node);
    return node;
  };
  return (path, mode) => {
    const slash = path.lastIndexOf('/');
    const directory = directoryOf(path.slice(0, Math.max(1, slash)));
    const made = directory.node_ops.mknod?.(directory, path.slice(slash + 1), REGULAR_FILE | mode, 0);
    if (!made) throw new Error(`${path} lies in no directory`);
    return made;
  };
}
