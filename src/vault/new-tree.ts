import type { BlobStore } from "./blob-store.ts";
import { compareNames, goModeOf, type TreeNode, textOfNode, treeBytes } from "./restic-tree.ts";

/** The tree of a snapshot that is being made: names, times and hashes, in any order. */
export interface NewTree {
  /** Why a path cannot be kept, null where it can. */
  refusal(path: string): string | null;
  add(path: string, node: Omit<TreeNode, "name">): void;
  /** Saves all trees, the innermost first; gives the root's id. */
  save(store: BlobStore): Promise<string>;
}

interface Folder {
  node: Omit<TreeNode, "name"> | null;
  /** A file or link is kept as the text that it will be. */
  readonly names: Map<string, Folder | string>;
}

/** An empty tree; folders that never come by themselves have `time`. */
export function createNewTree(time: bigint): NewTree {
  const root: Folder = { node: null, names: new Map() };
  return {
    refusal(path) {
      const parts = path.split("/");
      if (parts.some((part) => part === "" || part === "." || part === ".." || part.includes("\0")))
        return "No file can have this name.";
      let at: Folder | string | undefined = root;
      for (const [depth, part] of parts.entries()) {
        at = typeof at === "object" ? at.names.get(part) : undefined;
        if (at === undefined) return null;
        if (typeof at === "string")
          return depth === parts.length - 1 ? "The name came twice." : "What lies above it is no folder.";
      }
      return typeof at === "object" && at.node === null ? null : "The name came twice.";
    },
    add(path, node) {
      const parts = path.split("/");
      const name = parts.pop() ?? "";
      let folder = root;
      for (const part of parts) folder = folderIn(folder, part);
      if (node.type === "dir") folderIn(folder, name).node = node;
      else folder.names.set(name, textOfNode({ ...node, name }));
    },
    save: (store) => saveFolder(root, store, time),
  };
}

function folderIn(folder: Folder, name: string): Folder {
  const found = folder.names.get(name);
  if (typeof found === "object") return found;
  const made: Folder = { node: null, names: new Map() };
  folder.names.set(name, made);
  return made;
}

async function saveFolder(folder: Folder, store: BlobStore, time: bigint): Promise<string> {
  const texts: string[] = [];
  for (const name of [...folder.names.keys()].sort(compareNames)) {
    const inside = folder.names.get(name) ?? "";
    if (typeof inside === "string") texts.push(inside);
    else
      texts.push(
        textOfNode({ ...(inside.node ?? madeUp(time)), name, subtree: await saveFolder(inside, store, time) }),
      );
  }
  const id = store.save("tree", treeBytes(texts));
  await store.room();
  return id;
}

/** A folder of which nothing is known but that it is there. */
function madeUp(time: bigint): Omit<TreeNode, "name"> {
  return {
    type: "dir",
    mode: goModeOf("dir", 0o755),
    modified: time,
    changed: time,
    uid: 0,
    gid: 0,
    user: "",
    group: "",
    inode: 0n,
    device: 0n,
    size: 0n,
    links: 0n,
    linkTarget: "",
    content: null,
    subtree: null,
  };
}
