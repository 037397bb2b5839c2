import type { PGlite } from '@electric-sql/pglite';
import { EmscriptenBuiltinFilesystem } from '@electric-sql/pglite/basefs';
import { DATA_DIRECTORY, type MemFs, memFsOf } from '../emscripten.ts';
import { growByDoubling } from '../grow-files.ts';
import { SnapshotFs } from '../snapshot-fs.ts';
import type { Image, ImageFile } from '../snapshot-image.ts';

/** Adds the data directory's directories below `path` to `into`, and the files that are `wanted`. */
export function collect(
  fs: MemFs,
  path: string,
  into: { readonly directories: string[]; readonly files: ImageFile[] },
  wanted: (path: string) => boolean,
): void {
  for (const name of fs.readdir(path ? `${DATA_DIRECTORY}/${path}` : DATA_DIRECTORY).sort()) {
    if (name === '.' || name === '..') continue;
    const child = path ? `${path}/${name}` : name;
    const { mode } = fs.stat(`${DATA_DIRECTORY}/${child}`);
    if (fs.isDir(mode)) {
      into.directories.push(child);
      collect(fs, child, into, wanted);
    } else if (wanted(child)) {
      into.files.push({ path: child, mode: mode & 0o777, bytes: fs.readFile(`${DATA_DIRECTORY}/${child}`) });
    }
  }
}

/** The data directory after a clean shutdown. */
function shutDown(db: PGlite | undefined): Image {
  const image: { directories: string[]; files: ImageFile[] } = { directories: [], files: [] };
  collect(memFsOf(db), '', image, (path) => path !== 'postmaster.pid');
  return image;
}

/** A file system whose data directory can be had once its PGlite was closed. */
export interface Captures {
  readonly image: Image | undefined;
}

/** An empty one, for initdb to fill. */
export class CapturingFs extends EmscriptenBuiltinFilesystem implements Captures {
  image: Image | undefined;

  override async initialSyncFs(): Promise<void> {
    growByDoubling(memFsOf(this.pg));
  }

  override async closeFs(): Promise<void> {
    this.image = shutDown(this.pg);
  }
}

/** One that begins as a snapshot. */
export class CapturingSnapshotFs extends SnapshotFs implements Captures {
  image: Image | undefined;

  override async closeFs(): Promise<void> {
    this.image = shutDown(this.pg);
  }
}
