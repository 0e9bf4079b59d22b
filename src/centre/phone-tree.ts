import { DeviceError, FormatError } from "../core/errors.ts";
import { openSync, type SyncClient, type SyncStat } from "../device/sync-client.ts";
import { bytesOfText, type EntryKind, textOfBytes } from "../vault/entry.ts";
import { isAway, type PhoneLink } from "./phone-link.ts";

/** A file, folder or link on a phone. Everything is the phone's word, but that names are names. */
export interface PhoneItem {
  /** Absolute; see `textOfBytes` for names that are no UTF-8. */
  readonly path: string;
  readonly kind: EntryKind;
  readonly stat: SyncStat;
  readonly linkTarget?: string;
}

/** What a phone has below some paths. */
export interface PhoneTree {
  readonly items: readonly PhoneItem[];
  readonly files: number;
  readonly bytes: bigint;
  /** What was left out, and why. */
  readonly left: readonly LeftOut[];
}

export interface LeftOut {
  readonly path: string;
  readonly reason: string;
}

export interface TreeOptions {
  readonly signal?: AbortSignal | undefined;
  /** Files found so far. */
  readonly onFound?: (files: number, bytes: bigint) => void;
  /** More is no phone, but a flood. */
  readonly mostItems?: number;
}

const mostItems = 2_000_000;
const mostDepth = 64;
const mostPathBytes = 1024;
/** What is kept of what was left out. */
const mostLeft = 10_000;
const kinds: ReadonlyMap<number, EntryKind> = new Map([
  [0o100000, "file"],
  [0o040000, "dir"],
  [0o120000, "symlink"],
]);

/**
 * Lists everything at and below paths of a phone by the sync protocol; a cable that is pulled meanwhile is waited for. Links are not followed,
 * but for the paths themselves.
 *
 * @throws DeviceError `gone`, `cancelled`, `too-large` for more items than any phone has
 */
export async function phoneTree(
  link: PhoneLink,
  roots: readonly string[],
  options: TreeOptions = {},
): Promise<PhoneTree> {
  const walk = new Walk(link, options);
  try {
    for (const root of withoutNested(roots)) await walk.root(root);
    return walk.tree();
  } finally {
    walk.close();
  }
}

class Walk {
  readonly #link: PhoneLink;
  readonly #options: TreeOptions;
  #sync: { readonly client: SyncClient; readonly source: PhoneLink["source"] } | undefined;
  #items: PhoneItem[] = [];
  #files = 0;
  #bytes = 0n;
  #left: LeftOut[] = [];

  constructor(link: PhoneLink, options: TreeOptions) {
    this.#link = link;
    this.#options = options;
  }

  tree(): PhoneTree {
    return { items: this.#items, files: this.#files, bytes: this.#bytes, left: this.#left };
  }

  close(): void {
    this.#sync?.client.close();
  }

  async root(path: string): Promise<void> {
    let stat = await this.#asked((sync) => sync.lstat(bytesOfText(path)));
    // /sdcard is a link; a slash behind it asks for what it leads to.
    if (stat !== null && kindOf(stat) === "symlink")
      stat = await this.#asked((sync) => sync.lstat(bytesOfText(`${path}/`)));
    if (stat === null) this.#leave(path, "the phone has no such file, or does not tell of it");
    else await this.#take(path, stat, 0);
  }

  async #take(path: string, stat: SyncStat, depth: number): Promise<void> {
    const kind = kindOf(stat);
    if (kind === undefined) return this.#leave(path, "it is no file, folder or link");
    if (this.#items.length >= (this.#options.mostItems ?? mostItems))
      throw new DeviceError("too-large", "The phone lists more files than any phone has.", "Name smaller folders.");
    const target = kind === "symlink" ? await this.#targetOf(path) : undefined;
    if (kind === "symlink" && target === undefined)
      return this.#leave(path, "the phone does not tell where the link leads");
    this.#items.push({ path, kind, stat, ...(target === undefined ? {} : { linkTarget: target }) });
    if (kind === "file") {
      this.#files++;
      this.#bytes += stat.size;
      this.#options.onFound?.(this.#files, this.#bytes);
    }
    if (kind === "dir") await this.#folder(path, depth);
  }

  async #folder(path: string, depth: number): Promise<void> {
    if (depth >= mostDepth) return this.#leave(path, `it lies more than ${mostDepth} folders deep`);
    const { names, sawItself } = await this.#asked((sync) => this.#names(sync, path));
    if (names.size === 0 && !sawItself && !(await this.#isReadable(path)))
      return this.#leave(path, "the phone does not let the folder be read");
    for (const [name, stat] of names) {
      const below = `${path}/${name}`;
      const bad = badName(name, below);
      if (bad !== null) this.#leave(below, bad);
      else if (stat === null) this.#leave(below, "the phone does not tell of it");
      else await this.#take(below, stat, depth + 1);
    }
  }

  /** A name that comes twice counts once. */
  async #names(sync: SyncClient, path: string) {
    const names = new Map<string, SyncStat | null>();
    const listing = sync.list(bytesOfText(path));
    for (;;) {
      const step = await listing.next();
      if (step.done === true) return { names, sawItself: step.value.sawItself };
      names.set(textOfBytes(step.value.name), step.value.stat);
      if (names.size + this.#items.length > (this.#options.mostItems ?? mostItems))
        throw new DeviceError("too-large", "The phone lists more files than any phone has.", "Name smaller folders.");
    }
  }

  /** The protocol gives an empty list for a folder that may not be read; the shell tells the two apart. */
  async #isReadable(path: string): Promise<boolean> {
    const script = 'if [ -d "$1" ] && [ -r "$1" ] && [ -x "$1" ]; then echo yes; else echo no; fi';
    return (await this.#shell(["sh", "-c", script, "sh", path])) === "yes\n";
  }

  async #targetOf(path: string): Promise<string | undefined> {
    const said = await this.#shell(["readlink", path]);
    return said?.endsWith("\n") && said.length > 1 ? said.slice(0, -1) : undefined;
  }

  async #shell(command: readonly string[]): Promise<string | undefined> {
    if (command.some((word) => !word.isWellFormed())) return undefined;
    const { signal } = this.#options;
    return await this.#retried(async () => {
      const output = await this.#link.source.run(command, { timeoutMs: 20_000, maxBytes: 16_384, signal });
      return output.exitCode === 0 ? new TextDecoder().decode(output.stdout) : undefined;
    });
  }

  /** Asks the phone; where it is gone, or has broken the protocol, once more on a new stream. */
  async #asked<T>(ask: (sync: SyncClient) => Promise<T>): Promise<T> {
    return await this.#retried(async () => {
      const { source } = this.#link;
      if (this.#sync?.source !== source) {
        this.#sync?.client.close();
        this.#sync = undefined;
        this.#sync = { client: await openSync(source, this.#options.signal), source };
      }
      return await ask(this.#sync.client);
    });
  }

  async #retried<T>(work: () => Promise<T>): Promise<T> {
    for (let tries = 1; ; tries++) {
      const { source } = this.#link;
      try {
        return await work();
      } catch (error) {
        this.#sync?.client.close();
        this.#sync = undefined;
        if (error instanceof FormatError)
          throw new DeviceError("refused", `The phone does not speak the protocol for files: ${error.message}`);
        if (!isAway(error) || tries >= 20) throw error;
        await this.#link.again(source);
      }
    }
  }

  #leave(path: string, reason: string): void {
    if (this.#left.length < mostLeft) this.#left.push({ path, reason });
  }
}

function kindOf({ mode }: SyncStat): EntryKind | undefined {
  return kinds.get(mode & 0o170000);
}

/** Names that lead elsewhere are no names: the phone may be hostile. */
function badName(name: string, path: string): string | null {
  if (name === "" || name === "." || name === ".." || /[/\0]/.test(name)) return "its name is none";
  return bytesOfText(path).length > mostPathBytes ? "its path is longer than ADB can carry" : null;
}

/** Each path once, without those inside of another. */
function withoutNested(roots: readonly string[]): readonly string[] {
  const plain = [
    ...new Set(
      roots.map(
        (root) =>
          `/${root
            .split("/")
            .filter((part) => part !== "")
            .join("/")}`,
      ),
    ),
  ];
  return plain.filter(
    (root) => !plain.some((other) => other !== root && root.startsWith(other === "/" ? "/" : `${other}/`)),
  );
}
