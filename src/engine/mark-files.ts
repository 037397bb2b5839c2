import { entriesOf, type MemFs, type MemNode, type MemStream, type StreamOps } from './emscripten.ts';
import { shareContents } from './share-contents.ts';

interface MarkedFile {
  readonly node: MemNode;
  readonly contents: PropertyDescriptor;
  readonly usedBytes: number;
  readonly mode: number;
  readonly ops: StreamOps;
}

interface MarkedStream {
  readonly stream: MemStream;
  readonly position: number;
  readonly ops: StreamOps;
}

interface MarkedDirectory {
  readonly entries: Readonly<Record<string, MemNode>>;
  readonly mode: number;
}

interface MarkedTree {
  readonly directories: ReadonlyMap<MemNode, MarkedDirectory>;
  readonly files: ReadonlyMap<MemNode, MarkedFile>;
}

/** From here on a write to the file copies it, so that what it holds now stays. */
function markFile(node: MemNode): MarkedFile {
  const own: Uint8Array | undefined = Object.getOwnPropertyDescriptor(node, 'contents')?.value;
  // One that nothing has looked at is shared already.
  if (own) shareContents(node, node.usedBytes, () => own);
  const contents = Object.getOwnPropertyDescriptor(node, 'contents') ?? {};
  return { node, contents, usedBytes: node.usedBytes, mode: node.mode, ops: node.stream_ops };
}

function markTree(fs: MemFs): MarkedTree {
  const directories = new Map<MemNode, MarkedDirectory>();
  const files = new Map<MemNode, MarkedFile>();
  const visit = (node: MemNode) => {
    if (fs.isFile(node.mode)) files.set(node, markFile(node));
    if (!fs.isDir(node.mode)) return;
    directories.set(node, { entries: { ...entriesOf(node) }, mode: node.mode });
    for (const child of Object.values(entriesOf(node))) visit(child);
  };
  visit(fs.root);
  // One that is open may have no name any more.
  for (const stream of fs.streams)
    if (stream && fs.isFile(stream.node.mode) && !files.has(stream.node)) visit(stream.node);
  return { directories, files };
}

/** Takes a node out of the tree, with all that is in it. */
function detach(fs: MemFs, node: MemNode): void {
  delete entriesOf(node.parent)[node.name];
  fs.hashRemoveNode(node);
  if (fs.isDir(node.mode)) for (const child of Object.values(entriesOf(node))) detach(fs, child);
}

function attach(fs: MemFs, parent: MemNode, name: string, node: MemNode): void {
  Object.assign(node, { parent, name });
  entriesOf(parent)[name] = node;
  fs.hashAddNode(node);
}

function restoreTree(fs: MemFs, { directories, files }: MarkedTree): void {
  for (const [directory, { entries }] of directories)
    for (const [name, node] of Object.entries(entriesOf(directory)))
      if (entries[name] !== node) detach(fs, node);
  for (const [directory, { entries, mode }] of directories) {
    Object.assign(directory, { mode });
    for (const [name, node] of Object.entries(entries))
      if (entriesOf(directory)[name] !== node) attach(fs, directory, name, node);
  }
  for (const { node, contents, usedBytes, mode, ops } of files.values()) {
    Object.defineProperty(node, 'contents', contents);
    Object.assign(node, { usedBytes, mode, stream_ops: ops });
  }
}

function markStream(stream: MemStream, { files }: MarkedTree): MarkedStream {
  // A stream keeps the operations that it was opened with: they would write into what is marked.
  const ops = files.get(stream.node)?.ops ?? stream.stream_ops;
  stream.stream_ops = ops;
  return { stream, position: stream.position, ops };
}

/** One that was closed since has lost its number. */
function reopen({ stream, position, ops }: MarkedStream, fd: number): MemStream {
  return Object.assign(stream, { fd, position, stream_ops: ops });
}

/** Notes every file and everything that is open; what it gives puts all of it back, any number of times. */
export function markFiles(fs: MemFs): () => void {
  const tree = markTree(fs);
  const streams = fs.streams.map((stream) => stream && markStream(stream, tree));
  const workingDirectory = fs.cwd();
  return () => {
    restoreTree(fs, tree);
    fs.streams.length = 0;
    for (const marked of streams) {
      fs.streams.push(marked && reopen(marked, fs.streams.length));
    }
    fs.chdir(workingDirectory);
  };
}
