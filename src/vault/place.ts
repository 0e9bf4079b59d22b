/** The kinds of file of a restic repository (doc/design.rst, "Repository Layout"); `config` has one file, which has no name of its own. */
export type StoredKind = "config" | "data" | "index" | "keys" | "locks" | "snapshots";

/** One file of a repository: `name` is 64 hexadecimal digits, and "config" for the configuration. */
export interface StoredFile {
  readonly name: string;
  readonly bytes: number;
}

/** What may end a call to a place early. */
export interface PlaceCall {
  readonly signal?: AbortSignal | undefined;
}

/**
 * Where a vault lies. A place sees ciphertext alone. Files are written once and never changed, so that five very different back ends are
 * alike; everything is safe to be asked again after a failure.
 *
 * Every call throws VaultError: `absent` for a file that is not there, `denied` for credentials or rights, `unreachable` for a place that
 * does not answer (tried again by the place itself, within bounds), `unwritable` for one that is full or takes no writing, `damaged` for
 * an answer that is not what was asked.
 */
export interface Place {
  /** For people and records: without credentials. */
  readonly name: string;
  readonly kind: "folder" | "s3" | "sftp" | "webdav" | "rest";
  /** Files whose names are not of a repository (a temporary one, a stranger's) are left out. */
  list(kind: StoredKind, call?: PlaceCall): AsyncIterable<StoredFile>;
  /** The file, or `length` bytes of it `from` an offset; a shorter answer is `damaged`. */
  get(
    kind: StoredKind,
    name: string,
    call?: PlaceCall & { readonly from?: number; readonly length?: number },
  ): Promise<Uint8Array>;
  /** Writes the whole file or nothing, and has it on the disk (as far as the place promises that) before it answers. */
  put(kind: StoredKind, name: string, bytes: Uint8Array, call?: PlaceCall): Promise<void>;
  /** A file that is not there is fine. */
  delete(kind: StoredKind, name: string, call?: PlaceCall): Promise<void>;
  /** Bytes of the file, null where it is not there. */
  stat(kind: StoredKind, name: string, call?: PlaceCall): Promise<number | null>;
  /**
   * Removes what uploads left at the place that were cut off more than a day ago (`leftBehind`); gives how many. For whoever holds a lock. A place
   * that keeps nothing of a cut upload has no such call.
   */
  sweep?(call?: PlaceCall): Promise<number>;
  /** Of a place whose files any thread of this process can write itself, before their names are known. */
  readonly staging?: Staging | undefined;
  /** Ends connections. */
  close(): Promise<void>;
}

/** Files that are written at the place (`stageFile`) and named when they are whole. What nobody names is swept. */
export interface Staging {
  /** On this computer. It may have to be made. */
  readonly folder: string;
  /** As `put`, for a file that was staged. */
  adopt(kind: StoredKind, name: string, staged: string, call?: PlaceCall): Promise<void>;
  /** Removes a file that was staged, as far as that can be done. */
  drop(staged: string): Promise<void>;
}
