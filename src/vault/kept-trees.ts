import type { BlobReader } from "./blob-reader.ts";
import type { TreeNode } from "./restic-tree.ts";

/** Names that are kept, of all folders together. */
const mostNames = 60_000;

/** A reader that keeps the folders that were read last, so that whoever looks at one folder picture by picture reads it once. */
export function keepTrees(reader: BlobReader, most = mostNames): BlobReader {
  const kept = new Map<string, Promise<readonly TreeNode[]>>();
  const sizes = new Map<string, number>();
  const forget = (id: string) => {
    kept.delete(id);
    sizes.delete(id);
  };
  const read = async (id: string) => {
    const nodes = await reader.tree(id);
    sizes.set(id, nodes.length + 1);
    let held = [...sizes.values()].reduce((sum, size) => sum + size, 0);
    for (const old of [...kept.keys()]) {
      if (held <= most || old === id) break;
      held -= sizes.get(old) ?? 0;
      forget(old);
    }
    return nodes;
  };
  return {
    read: (type, id) => reader.read(type, id),
    tree: (id) => {
      const found = kept.get(id);
      const nodes = found ?? read(id);
      // The last one used goes last.
      kept.delete(id);
      kept.set(id, nodes);
      if (!found) nodes.catch(() => forget(id));
      return nodes;
    },
  };
}
