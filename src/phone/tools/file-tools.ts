import { baseName, folderOf, joinPath, resolvePath } from "../path.ts";
import { FileError, type FileStat, type Files, type Io, type Phone } from "../program.ts";
import { parseOptions, type Tool, ToolError, UsageError } from "./tool.ts";

/** `mkdir`: -p, -m MODE. */
export const mkdir: Tool = (args, io, phone) => {
  const { operands, has, value } = parseOptions(args, "pm:v");
  const mode = Number.parseInt(value("m") ?? "777", 8);
  return eachPath("mkdir", operands, io, async (path) => {
    if (has("p") && isFolder(await statOf(phone.files, path))) return;
    if (has("p")) await makeParents(phone.files, folderOf(path), mode);
    await phone.files.mkdir(path, mode);
  });
};

async function makeParents(files: Files, path: string, mode: number): Promise<void> {
  if (path === "/" || (await statOf(files, path)) !== undefined) return;
  await makeParents(files, folderOf(path), mode);
  await files.mkdir(path, mode);
}

/** `rm`: -f -r. */
export const rm: Tool = (args, io, phone) => {
  const { operands, has } = parseOptions(args, "frRiv");
  const recursive = has("r") || has("R");
  return eachPath("rm", operands, io, async (path) => {
    try {
      const stat = await phone.files.lstat(path);
      if (isFolder(stat) && !recursive) throw new FileError("EISDIR");
      await removeTree(phone.files, path, stat);
    } catch (error) {
      if (!(has("f") && error instanceof FileError && error.code === "ENOENT")) throw error;
    }
  });
};

/** `rmdir`. */
export const rmdir: Tool = (args, io, phone) =>
  eachPath("rmdir", parseOptions(args, "p").operands, io, async (path) => {
    if (!isFolder(await phone.files.lstat(path))) throw new FileError("ENOTDIR");
    await phone.files.remove(path);
  });

async function removeTree(files: Files, path: string, stat: FileStat): Promise<void> {
  if (isFolder(stat)) {
    for (const name of await files.list(path)) {
      const inner = joinPath(path, name);
      await removeTree(files, inner, await files.lstat(inner));
    }
  }
  await files.remove(path);
}

/** `touch`: -c, -d @SECONDS. */
export const touch: Tool = (args, io, phone) => {
  const { operands, has, value } = parseOptions(args, "cmahd:t:r:");
  const wanted = /^@([0-9]{1,12})$/.exec(value("d") ?? "")?.[1];
  const mtime = wanted === undefined ? Math.floor(phone.now() / 1000) : Number(wanted);
  return eachPath("touch", operands, io, async (path) => {
    if ((await statOf(phone.files, path)) !== undefined) await phone.files.change(path, { mtime });
    else if (!has("c")) await phone.files.write(path, nothing(), { mode: 0o666, mtime });
  });
};

/** `chmod OCTAL FILE…`. */
export const chmod: Tool = (args, io, phone) => {
  const [mode, ...operands] = parseOptions(args, "Rvf").operands;
  if (mode === undefined || !/^[0-7]{1,4}$/.test(mode)) throw new ToolError(`bad mode '${mode ?? ""}'`);
  return eachPath("chmod", operands, io, (path) => phone.files.change(path, { mode: Number.parseInt(mode, 8) }));
};

/** `ln -s TARGET PATH`. */
export const ln: Tool = async (args, io, phone) => {
  const { operands, has } = parseOptions(args, "sfnv");
  const [target, path] = operands;
  if (target === undefined || path === undefined || !has("s")) throw new ToolError("needs -s TARGET PATH");
  return eachPath("ln", [path], io, (absolute) => phone.files.symlink(target, absolute));
};

/** `mv FROM… TO`: -n leaves what is there, without a word. */
export const mv: Tool = (args, io, phone) => {
  const { operands, has } = parseOptions(args, "finTv");
  return intoTarget("mv", operands, io, phone, async (from, to) => {
    if (has("n") && (await statOf(phone.files, to)) !== undefined) return;
    await phone.files.rename(from, to);
  });
};

/** `cp FROM… TO`: -r -p. */
export const cp: Tool = (args, io, phone) => {
  const { operands, has } = parseOptions(args, "rRpafdinLPHv");
  const options = { recursive: ["r", "R", "a"].some(has), preserve: has("p") || has("a") };
  return intoTarget("cp", operands, io, phone, (from, to) => copy(phone.files, from, to, options));
};

async function copy(
  files: Files,
  from: string,
  to: string,
  options: { readonly recursive: boolean; readonly preserve: boolean },
): Promise<void> {
  const stat = await files.stat(from);
  const mode = stat.mode & 0o7777;
  if (!isFolder(stat)) {
    return files.write(to, files.open(from), options.preserve ? { mode, mtime: stat.mtime } : { mode });
  }
  if (!options.recursive || to.startsWith(`${from}/`)) throw new FileError("EISDIR");
  if ((await statOf(files, to)) === undefined) await files.mkdir(to, mode);
  for (const name of await files.list(from)) await copy(files, joinPath(from, name), joinPath(to, name), options);
}

/** `readlink [-f] PATH`: what is no link is an exit code and no words. */
export const readlink: Tool = (args, io, phone) => {
  const { operands, has } = parseOptions(args, "fnqe");
  const quiet: Io = { ...io, error: async () => {} };
  return eachPath("readlink", operands, quiet, async (path) => {
    const mayMiss = has("e") ? "" : "last";
    const shown = has("f") || has("e") ? realPath(phone.files, path, mayMiss) : phone.files.readlink(path);
    await io.write(`${await shown}\n`);
  });
};

const maxLinks = 40;
const missing = { mode: 0 };

/** The path without links; with `last`, what it leads to need not be there. */
export async function realPath(files: Files, path: string, mayMiss: "last" | ""): Promise<string> {
  let names = path.split("/").filter((name) => name !== "");
  let links = 0;
  let real = "/";
  for (let name = names.shift(); name !== undefined; name = names.shift()) {
    const next = resolvePath(real, name);
    const stat = await files.lstat(next).catch((error: unknown) => {
      if (mayMiss === "last" && names.length === 0 && error instanceof FileError && error.code === "ENOENT")
        return missing;
      throw error;
    });
    if ((stat.mode & 0o170000) !== 0o120000) real = next;
    else {
      if (++links > maxLinks) throw new FileError("ELOOP");
      const target = await files.readlink(next);
      names = [...target.split("/").filter((part) => part !== ""), ...names];
      if (target.startsWith("/")) real = "/";
    }
  }
  return real;
}

export const basename: Tool = async (args, io) => {
  const [path = "", suffix = ""] = args;
  const name = baseName(path);
  await io.write(`${name !== suffix && name.endsWith(suffix) ? name.slice(0, name.length - suffix.length) : name}\n`);
  return 0;
};

export const dirname: Tool = async (args, io) => {
  for (const path of args) await io.write(`${path.includes("/") ? folderOf(path.replace(/(?!^)\/+$/, "")) : "."}\n`);
  return 0;
};

/** How toybox names the operand in a message, where it is not as it was given. */
const wordings: Readonly<Record<string, (operand: string) => string>> = {
  cp: (operand) => `bad '${operand}'`,
  ln: (operand) => `cannot create symbolic link to '${operand}'`,
  mkdir: (operand) => `'${operand}'`,
  mv: (operand) => `bad '${operand}'`,
  touch: (operand) => `'${operand}'`,
};

async function eachPath(
  name: string,
  operands: readonly string[],
  io: Io,
  body: (path: string) => Promise<void>,
): Promise<number> {
  if (operands.length === 0) throw new UsageError("Needs 1 argument");
  let status = 0;
  for (const operand of operands) {
    try {
      await body(resolvePath(io.cwd, operand));
    } catch (error) {
      if (!(error instanceof FileError)) throw error;
      await io.error(`${name}: ${(wordings[name] ?? ((path) => path))(operand)}: ${error.message}\n`);
      status = 1;
    }
  }
  return status;
}

/** Calls `body` with each source and its place in or at the target. */
async function intoTarget(
  name: string,
  operands: readonly string[],
  io: Io,
  phone: Phone,
  body: (from: string, to: string) => Promise<void>,
): Promise<number> {
  const target = operands.at(-1);
  if (target === undefined || operands.length < 2) throw new ToolError("Needs 2 arguments");
  const to = resolvePath(io.cwd, target);
  const inFolder = isFolder(await statOf(phone.files, to));
  if (operands.length > 2 && !inFolder) throw new ToolError(`'${target}' not directory`);
  return eachPath(name, operands.slice(0, -1), io, (from) => body(from, inFolder ? joinPath(to, baseName(from)) : to));
}

async function statOf(files: Files, path: string): Promise<FileStat | undefined> {
  try {
    return await files.stat(path);
  } catch (error) {
    if (error instanceof FileError) return undefined;
    throw error;
  }
}

function isFolder(stat: FileStat | undefined): boolean {
  return stat !== undefined && (stat.mode & 0o170000) === 0o040000;
}

async function* nothing(): AsyncGenerator<Uint8Array> {}
