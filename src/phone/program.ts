/** Who a command runs as; `su` and `run-as` start commands as someone else. */
export interface Identity {
  readonly uid: number;
  readonly gid: number;
  readonly groups: readonly number[];
  /** SELinux context, for example `u:r:shell:s0`. */
  readonly context: string;
}

/** What a program sees of the world around it. */
export interface Io {
  /** What is piped, redirected or sent into the program; ends when the other side closes it. */
  readonly stdin: AsyncIterable<Uint8Array>;
  /** Writes to standard output. Await it: it slows a program down to the speed of its reader. Throws when nobody reads any more. */
  write(stdout: string | Uint8Array): Promise<void>;
  /** Writes to standard error. */
  error(stderr: string | Uint8Array): Promise<void>;
  /** Aborted when the client closed the stream or the cable was cut. */
  readonly signal: AbortSignal;
  /** Null-prototype: names come from outside. */
  readonly env: Readonly<Record<string, string>>;
  /** Working folder, absolute. */
  readonly cwd: string;
  readonly identity: Identity;
  /** Runs a shell script with this program's streams, for `su -c`, `run-as`, `timeout`; resolves to its exit code. */
  run(script: string, as?: Identity): Promise<number>;
}

/** A program of the phone: its arguments without its own name; resolves to the exit code, 0 to 255. */
export type Program = (args: readonly string[], io: Io) => Promise<number> | number;

/** What the daemon and the shell serve. */
export interface Phone {
  readonly serial: string;
  /** ro.product.name, ro.product.model and ro.product.device for the connection banner. */
  readonly banner: { readonly product: string; readonly model: string; readonly device: string };
  /** The identity that `adb shell` gets: uid 2000 on a production phone, 0 where adbd runs as root. */
  readonly identity: Identity;
  /** What `uname` prints: release such as `5.10.149-android12-9`, version such as `#1 SMP PREEMPT …`, machine such as `aarch64`. */
  readonly kernel: { readonly release: string; readonly version: string; readonly machine: string };
  /** The phone's clock, epoch milliseconds. */
  now(): number;
  /** Programs of the framework: settings, dumpsys, pm, getprop … Asked only for what the shell does not have itself. */
  program(name: string): Program | undefined;
  readonly files: Files;
}

/** The error names that the file system uses, with Linux's numbers for `sync:`. */
export const errno = {
  EPERM: 1,
  ENOENT: 2,
  EIO: 5,
  EACCES: 13,
  EEXIST: 17,
  ENOTDIR: 20,
  EISDIR: 21,
  EINVAL: 22,
  ENOSPC: 28,
  EROFS: 30,
  ENAMETOOLONG: 36,
  ENOTEMPTY: 39,
  ELOOP: 40,
} as const;

export type Errno = keyof typeof errno;

/** A file operation that the phone refuses; the message is bionic's text for the error. */
export class FileError extends Error {
  readonly code: Errno;

  constructor(code: Errno) {
    super(errorTexts[code]);
    this.name = "FileError";
    this.code = code;
  }
}

const errorTexts: Readonly<Record<Errno, string>> = {
  EPERM: "Operation not permitted",
  ENOENT: "No such file or directory",
  EIO: "I/O error",
  EACCES: "Permission denied",
  EEXIST: "File exists",
  ENOTDIR: "Not a directory",
  EISDIR: "Is a directory",
  EINVAL: "Invalid argument",
  ENOSPC: "No space left on device",
  EROFS: "Read-only file system",
  ENAMETOOLONG: "File name too long",
  ENOTEMPTY: "Directory not empty",
  ELOOP: "Too many symbolic links encountered",
};

/** What `stat` tells of one file. */
export interface FileStat {
  /** Type and permission bits as in `st_mode`, for example 0o100644, 0o040755, 0o120777. */
  readonly mode: number;
  readonly uid: number;
  readonly gid: number;
  /** Bytes. */
  readonly size: number;
  /** Epoch seconds. */
  readonly mtime: number;
  readonly nlink: number;
  readonly ino: number;
  readonly dev: number;
  /** SELinux label for `ls -Z`, null where it may not be read. */
  readonly label: string | null;
}

/**
 * The phone's files. Paths are absolute and already without `.`, `..` and double slashes; symbolic links are followed
 * by everything but `lstat`, `readlink`, `remove` and `rename`. Every method throws FileError.
 */
export interface Files {
  lstat(path: string): Promise<FileStat>;
  stat(path: string): Promise<FileStat>;
  readlink(path: string): Promise<string>;
  /** The names in a folder, sorted by code unit, without `.` and `..`. */
  list(path: string): Promise<readonly string[]>;
  /** The bytes from `offset` on, made while they are read: a body may be shared by many phones, generated, or endless. */
  open(path: string, offset?: number): AsyncIterable<Uint8Array>;
  /**
   * Creates or replaces a file with permission bits `mode`; `mtime` in epoch seconds, now when left out. The folder must exist.
   * What is there stays as it is until the body has ended: `>>` reads it while it writes, and a body that fails changes nothing.
   */
  write(
    path: string,
    body: AsyncIterable<Uint8Array>,
    how: { readonly mode: number; readonly mtime?: number },
  ): Promise<void>;
  /** Changes permission bits, times or owner of what is there. */
  change(path: string, to: { readonly mode?: number; readonly mtime?: number }): Promise<void>;
  mkdir(path: string, mode: number): Promise<void>;
  /** Makes a symbolic link at `path`. */
  symlink(target: string, path: string): Promise<void>;
  rename(from: string, to: string): Promise<void>;
  /** Removes a file, a link, or an empty folder. */
  remove(path: string): Promise<void>;
}
