import { FileError, type FileStat, type Files, type Identity } from "../program.ts";
import { type Body, bodySize, joined, readBody } from "./file-body.ts";

interface Node {
  mode: number;
  readonly uid: number;
  readonly gid: number;
  mtime: number;
  readonly ino: number;
  readonly label: string;
  /** Folders only. */
  readonly children?: Map<string, Node>;
  body?: Body;
  target?: string;
}

/** How a file is planted; what is left out follows the folder it lies in. */
export interface Plant {
  readonly mode?: number;
  readonly uid?: number;
  readonly gid?: number;
  /** Epoch milliseconds. */
  readonly mtime?: number;
  readonly label?: string;
  readonly body?: Body | string;
  readonly target?: string;
}

const kind = { file: 0o100000, folder: 0o040000, link: 0o120000 } as const;
/** Bytes that may be written to the phone before it answers "No space left on device". */
const capacity = 512 * 1024 * 1024;

/** The phone's files in memory, with owners, permission bits, links and read-only partitions. */
export class FileTree implements Files {
  private readonly root: Node;
  private readonly identity: Identity;
  private readonly now: () => number;
  private readonly mounts: readonly { readonly path: string; readonly options: string }[];
  private inodes = 1;
  private used = 0;

  /** `mounts` says which folders lie on read-only partitions. */
  constructor(
    identity: Identity,
    now: () => number,
    mounts: readonly { readonly path: string; readonly options: string }[],
  ) {
    this.identity = identity;
    this.now = now;
    this.mounts = mounts;
    this.root = this.node(kind.folder | 0o755, { uid: 0, gid: 0 });
  }

  /** Puts a file, link or folder (no body, no target) there, with the folders above it, as the system itself: nothing is refused. */
  plant(path: string, plant: Plant = {}): void {
    const names = path.split("/").filter((name) => name !== "");
    const last = names.pop();
    let at = this.root;
    for (const name of names) {
      let next = at.children?.get(name);
      if (!next) {
        next = this.node(kind.folder | 0o755, { uid: at.uid, gid: at.gid, label: at.label });
        at.children?.set(name, next);
      }
      at = next;
    }
    if (last === undefined) return;
    const type = plant.target !== undefined ? kind.link : plant.body !== undefined ? kind.file : kind.folder;
    const bits = plant.mode ?? (type === kind.file ? 0o644 : type === kind.link ? 0o777 : 0o755);
    const made = this.node(type | bits, { uid: at.uid, gid: at.gid, label: at.label, ...plant });
    for (const [name, child] of at.children?.get(last)?.children ?? []) made.children?.set(name, child);
    at.children?.set(last, made);
  }

  /** Takes a file, or a folder with all in it, away as the system itself; nothing happens where there is none. */
  unplant(path: string): void {
    const names = path.split("/").filter((name) => name !== "");
    const last = names.pop();
    const folder = names.reduce<Node | undefined>((at, name) => at?.children?.get(name), this.root);
    if (last !== undefined) folder?.children?.delete(last);
  }

  async lstat(path: string): Promise<FileStat> {
    return this.describe(this.find(path, false));
  }

  async stat(path: string): Promise<FileStat> {
    return this.describe(this.find(path, true));
  }

  async readlink(path: string): Promise<string> {
    const node = this.find(path, false);
    if (node.target === undefined) throw new FileError("EINVAL");
    return node.target;
  }

  async list(path: string): Promise<readonly string[]> {
    const node = this.find(path, true);
    if (!node.children) throw new FileError("ENOTDIR");
    this.demand(node, 4);
    return [...node.children.keys()].sort();
  }

  async *open(path: string, offset = 0): AsyncIterable<Uint8Array> {
    const node = this.find(path, true);
    if (node.children) throw new FileError("EISDIR");
    this.demand(node, 4);
    const body = node.body ?? new Uint8Array();
    yield* readBody(body, offset);
  }

  async write(
    path: string,
    body: AsyncIterable<Uint8Array>,
    how: { readonly mode: number; readonly mtime?: number },
  ): Promise<void> {
    const { folder, name, real } = this.parent(this.behindLinks(path));
    const old = folder.children?.get(name);
    if (old?.children) throw new FileError("EISDIR");
    this.demand(old ?? folder, 2, real);
    const chunks: Uint8Array[] = [];
    for await (const chunk of body) {
      this.used += chunk.length;
      if (this.used > capacity) throw new FileError("ENOSPC");
      chunks.push(chunk.slice());
    }
    const mtime = how.mtime === undefined ? this.now() : how.mtime * 1000;
    const made = this.node(kind.file | (how.mode & 0o777), this.owner(folder, { mtime }));
    made.body = joined(chunks);
    folder.children?.set(name, made);
  }

  async change(path: string, to: { readonly mode?: number; readonly mtime?: number }): Promise<void> {
    const { node, real } = this.resolve(path, true);
    this.demandOwner(node, real);
    if (to.mode !== undefined) node.mode = (node.mode & 0o170000) | (to.mode & 0o7777);
    if (to.mtime !== undefined) node.mtime = to.mtime * 1000;
  }

  async mkdir(path: string, mode: number): Promise<void> {
    const { folder, name, real } = this.parent(path);
    if (folder.children?.has(name)) throw new FileError("EEXIST");
    this.demand(folder, 2, real);
    folder.children?.set(name, this.node(kind.folder | (mode & 0o7777), this.owner(folder)));
  }

  async symlink(target: string, path: string): Promise<void> {
    const { folder, name, real } = this.parent(path);
    if (folder.children?.has(name)) throw new FileError("EEXIST");
    this.demand(folder, 2, real);
    folder.children?.set(name, this.node(kind.link | 0o777, { ...this.owner(folder), target }));
  }

  async rename(from: string, to: string): Promise<void> {
    const source = this.parent(from);
    const moved = source.folder.children?.get(source.name);
    if (!moved) throw new FileError("ENOENT");
    if (`${to}/`.startsWith(`${from}/`) && to !== from) throw new FileError("EINVAL");
    const goal = this.parent(to);
    const there = goal.folder.children?.get(goal.name);
    if (there?.children && !moved.children) throw new FileError("EISDIR");
    if (there?.children && there.children.size > 0) throw new FileError("ENOTEMPTY");
    this.demand(source.folder, 2, source.real);
    this.demand(goal.folder, 2, goal.real);
    source.folder.children?.delete(source.name);
    goal.folder.children?.set(goal.name, moved);
  }

  async remove(path: string): Promise<void> {
    const { folder, name, real } = this.parent(path);
    const node = folder.children?.get(name);
    if (!node) throw new FileError("ENOENT");
    if (node.children && node.children.size > 0) throw new FileError("ENOTEMPTY");
    this.demand(folder, 2, real);
    if (node.body instanceof Uint8Array) this.used = Math.max(0, this.used - node.body.length);
    folder.children?.delete(name);
  }

  private node(mode: number, plant: Plant): Node {
    const body = typeof plant.body === "string" ? new TextEncoder().encode(plant.body) : plant.body;
    return {
      mode,
      uid: plant.uid ?? 0,
      gid: plant.gid ?? 0,
      mtime: plant.mtime ?? this.now(),
      ino: this.inodes++,
      label: plant.label ?? "u:object_r:system_file:s0",
      ...((mode & 0o170000) === kind.folder ? { children: new Map() } : {}),
      ...(body === undefined ? {} : { body }),
      ...(plant.target === undefined ? {} : { target: plant.target }),
    };
  }

  /** New files on the shared storage belong to the media storage, elsewhere to who made them. */
  private owner(folder: Node, more: Plant = {}): Plant {
    const shared = folder.gid === sharedStorage;
    return {
      uid: shared ? folder.uid : this.identity.uid,
      gid: shared ? folder.gid : this.identity.gid,
      label: folder.label,
      ...more,
    };
  }

  private find(path: string, follow: boolean): Node {
    return this.resolve(path, follow).node;
  }

  /** The node and its path without links, which tells on which partition it lies. */
  private resolve(path: string, follow: boolean, depth = 0): { readonly node: Node; readonly real: string } {
    if (depth > 40) throw new FileError("ELOOP");
    const names = path.split("/").filter((name) => name !== "");
    let at = this.root;
    let where = "";
    for (const [i, name] of names.entries()) {
      if (!at.children) throw new FileError("ENOTDIR");
      this.demand(at, 1);
      const next = at.children.get(name);
      if (!next) throw new FileError("ENOENT");
      if (next.target !== undefined && (follow || i < names.length - 1)) {
        const rest = names.slice(i + 1).join("/");
        return this.resolve(
          normalise(next.target.startsWith("/") ? next.target : `${where}/${next.target}`, rest),
          follow,
          depth + 1,
        );
      }
      at = next;
      where += `/${name}`;
    }
    return { node: at, real: where === "" ? "/" : where };
  }

  /** The path that writing to `path` creates or replaces: links at its end are followed, also to what is not there yet. */
  private behindLinks(path: string): string {
    let at = path;
    for (let i = 0; i < 40; i++) {
      const { folder, name, real } = this.parent(at);
      const target = folder.children?.get(name)?.target;
      if (target === undefined) return at;
      at = normalise(target.startsWith("/") ? target : `${real}/../${target}`, "");
    }
    throw new FileError("ELOOP");
  }

  private parent(path: string): { folder: Node; name: string; real: string } {
    const cut = path.lastIndexOf("/");
    const name = path.slice(cut + 1);
    if (name === "") throw new FileError("EEXIST");
    if (name.length > 255) throw new FileError("ENAMETOOLONG");
    const { node: folder, real } = this.resolve(path.slice(0, cut), true);
    if (!folder.children) throw new FileError("ENOTDIR");
    this.demand(folder, 1);
    return { folder, name, real: `${real === "/" ? "" : real}/${name}` };
  }

  /** Bits: 4 read, 2 write, 1 search. `real` is given for writing, to see whether its partition is read-only. */
  private demand(node: Node, bits: number, real?: string): void {
    if (real !== undefined && this.isReadOnly(real)) throw new FileError("EROFS");
    const { uid, gid, groups } = this.identity;
    if (uid === 0) return;
    const shift =
      node.uid === uid ? 6 : node.gid === gid || groups.includes(node.gid) || node.gid === sharedStorage ? 3 : 0;
    if (((node.mode >> shift) & bits) !== bits) throw new FileError("EACCES");
  }

  /** The innermost mount decides. */
  private isReadOnly(path: string): boolean {
    const over = this.mounts.filter(({ path: at }) => at === "/" || path === at || path.startsWith(`${at}/`));
    const inner = over.reduce((best, each) => (each.path.length >= best.length ? each.path : best), "");
    return over.findLast((each) => each.path === inner)?.options.split(",")[0] === "ro";
  }

  private demandOwner(node: Node, path: string): void {
    this.demand(node, 0, path);
    if (this.identity.uid === 0 || node.uid === this.identity.uid || node.gid === sharedStorage) return;
    throw new FileError("EPERM");
  }

  private async describe(node: Node): Promise<FileStat> {
    const { body, target } = node;
    const size = node.children ? 4096 : (target?.length ?? (await bodySize(body)));
    return {
      mode: node.mode,
      uid: node.uid,
      gid: node.gid,
      size,
      mtime: Math.floor(node.mtime / 1000),
      nlink: node.children ? 2 + folders(node.children) : 1,
      ino: node.ino,
      dev: 0xfe00,
      label: node.label,
    };
  }
}

/** Each folder in a folder links back to it. */
function folders(children: ReadonlyMap<string, Node>): number {
  let count = 0;
  for (const child of children.values()) if (child.children !== undefined) count++;
  return count;
}

/** AID_MEDIA_RW: the group of the shared storage. */
const sharedStorage = 1023;

function normalise(base: string, rest: string): string {
  const names: string[] = [];
  for (const name of `${base}/${rest}`.split("/")) {
    if (name === "..") names.pop();
    else if (name !== "" && name !== ".") names.push(name);
  }
  return `/${names.join("/")}`;
}
