import { VaultError } from "../core/errors.ts";
import { type BlobReader, createBlobReader } from "./blob-reader.ts";
import type { Repository } from "./repository.ts";
import type { BlobIndex } from "./restic-index.ts";
import type { Snapshot } from "./restic-snapshot.ts";
import type { TreeNode } from "./restic-tree.ts";

/** What a former snapshot holds, looked up by path. */
export interface ParentTree {
  /** null where there was no such file, or where it cannot be read any more: then it is read from the source again. */
  file(path: string): Promise<TreeNode | null>;
}

/** Folders whose names are kept in memory. */
const mostFolders = 64;

/** Looks files up in a snapshot; in none, where there is none. */
export function createParentTree(
  repository: Repository,
  index: BlobIndex,
  snapshot: Snapshot | null,
  signal: AbortSignal,
): ParentTree {
  if (snapshot === null) return { file: async () => null };
  const reader = createBlobReader(repository, index, { signal });
  const folders = new Map<string, Promise<ReadonlyMap<string, TreeNode>>>();
  const folder = (path: string): Promise<ReadonlyMap<string, TreeNode>> => {
    const known = folders.get(path);
    if (known !== undefined) return known;
    const loading = load(path);
    folders.set(path, loading);
    const [oldest = ""] = folders.keys();
    if (folders.size > mostFolders) folders.delete(oldest);
    return loading;
  };
  const load = async (path: string): Promise<ReadonlyMap<string, TreeNode>> => {
    if (path === "") return await namesOf(reader, snapshot.tree);
    const [above, name] = split(path);
    const subtree = (await folder(above)).get(name)?.subtree;
    return subtree ? await namesOf(reader, subtree) : new Map();
  };
  return {
    async file(path) {
      const [above, name] = split(path);
      return (await folder(above)).get(name) ?? null;
    },
  };
}

async function namesOf(reader: BlobReader, tree: string): Promise<ReadonlyMap<string, TreeNode>> {
  try {
    return new Map((await reader.tree(tree)).map((node) => [node.name, node]));
  } catch (error) {
    if (error instanceof VaultError && (error.code === "damaged" || error.code === "absent")) return new Map();
    throw error;
  }
}

function split(path: string): readonly [string, string] {
  const at = path.lastIndexOf("/");
  return [path.slice(0, Math.max(at, 0)), path.slice(at + 1)];
}
