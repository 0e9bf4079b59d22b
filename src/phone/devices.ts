import { FileError, type FileStat, type Files, type Phone } from "./program.ts";

/** Bytes of one chunk of an endless device. */
const chunkSize = 65_536;

const devices: ReadonlyMap<string, () => AsyncIterable<Uint8Array>> = new Map([
  ["/dev/null", nothing],
  ["/dev/zero", () => endless(() => new Uint8Array(chunkSize))],
  ["/dev/urandom", () => endless(() => crypto.getRandomValues(new Uint8Array(chunkSize)))],
]);

const deviceStat: FileStat = {
  mode: 0o020666,
  uid: 0,
  gid: 0,
  size: 0,
  mtime: 0,
  nlink: 1,
  ino: 5,
  dev: 23,
  label: "u:object_r:null_device:s0",
};

/** A phone's files with `/dev/null`, `/dev/zero` and `/dev/urandom` added, so that no model has to hold them. */
export function withDevices(files: Files): Files {
  const stat = (path: string, otherwise: (path: string) => Promise<FileStat>) =>
    devices.has(path) ? Promise.resolve(deviceStat) : otherwise(path);
  const kept = <T>(path: string, change: () => Promise<T>): Promise<T> =>
    devices.has(path) ? Promise.reject(new FileError("EACCES")) : change();
  return {
    lstat: (path) => stat(path, (other) => files.lstat(other)),
    stat: (path) => stat(path, (other) => files.stat(other)),
    readlink: (path) => files.readlink(path),
    list: (path) => files.list(path),
    open: (path, offset) => devices.get(path)?.() ?? files.open(path, offset),
    write: async (path, body, how) => {
      if (!devices.has(path)) return files.write(path, body, how);
      for await (const _ of body);
    },
    change: (path, to) => (devices.has(path) ? Promise.resolve() : files.change(path, to)),
    mkdir: (path, mode) => files.mkdir(path, mode),
    symlink: (target, path) => kept(path, () => files.symlink(target, path)),
    rename: (from, to) => kept(from, () => files.rename(from, to)),
    remove: (path) => kept(path, () => files.remove(path)),
  };
}

/** The same phone with other files. */
export function withFiles(phone: Phone, files: Files): Phone {
  return {
    serial: phone.serial,
    banner: phone.banner,
    identity: phone.identity,
    kernel: phone.kernel,
    now: () => phone.now(),
    program: (name) => phone.program(name),
    files,
  };
}

async function* nothing(): AsyncGenerator<Uint8Array> {}

async function* endless(chunk: () => Uint8Array): AsyncGenerator<Uint8Array> {
  for (;;) yield chunk();
}
