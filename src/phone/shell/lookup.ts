import { quote } from "../../core/source.ts";
import { baseName, folderOf, resolvePath } from "../path.ts";
import { FileError, type FileStat, type Io, type Phone } from "../program.ts";
import { tools } from "../tools/tools.ts";

/** The folders that a phone looks for programs in (AOSP system/core/rootdir, init.environ.rc). */
export const searchPath = [
  "/product/bin",
  "/apex/com.android.runtime/bin",
  "/apex/com.android.art/bin",
  "/system_ext/bin",
  "/system/bin",
  "/system/xbin",
  "/odm/bin",
  "/vendor/bin",
  "/vendor/xbin",
] as const;

/** Programs that the shell runs itself. */
const shellPrograms = new Set(["sh", "which", "echo", "test", "[", "true", "false", "pwd"]);

/** The builtin that a name or the path of its program means. */
export function builtinName(name: string): string {
  if (name === "/system/bin/echo") return name;
  return name.startsWith("/system/bin/") && shellPrograms.has(baseName(name)) ? baseName(name) : name;
}

type Runnable = (args: readonly string[], io: Io) => Promise<number> | number;

/** The program that a name or path means, or mksh's words for there being none. */
export async function findCommand(
  phone: Phone,
  cwd: string,
  name: string,
): Promise<Runnable | { readonly problem: string; readonly exitCode: number }> {
  const notFound = { problem: "inaccessible or not found", exitCode: 127 };
  if (name === "") return { problem: "can't execute: Is a directory", exitCode: 126 };
  if (!name.includes("/")) return runnable(phone, name) ?? notFound;
  const path = resolvePath(cwd, name);
  const program = runnable(phone, baseName(path));
  if (program !== undefined && isSystemFolder(folderOf(path))) return program;
  const stat = await statOf(phone, path);
  if (stat === undefined) return notFound;
  if ((stat.mode & 0o170000) === 0o040000) return { problem: "can't execute: Is a directory", exitCode: 126 };
  if ((stat.mode & 0o111) === 0) return { problem: "can't execute: Permission denied", exitCode: 126 };
  // What is no program of the phone is taken for a script, as mksh does with a file that is not ELF.
  return program ?? ((args, io) => io.run(`sh ${[name, ...args].map(quote).join(" ")}`));
}

/** The full path of a program, as `which` prints it; undefined when there is none. */
export async function pathOf(phone: Phone, cwd: string, name: string): Promise<string | undefined> {
  if (name.includes("/")) {
    const found = await findCommand(phone, cwd, name);
    return typeof found === "function" ? name : undefined;
  }
  for (const folder of searchPath) if (await isFile(phone, `${folder}/${name}`)) return `${folder}/${name}`;
  return runnable(phone, name) !== undefined || shellPrograms.has(name) ? `/system/bin/${name}` : undefined;
}

function runnable(phone: Phone, name: string): Runnable | undefined {
  const tool = tools.get(name);
  return tool === undefined ? phone.program(name) : (args, io) => tool(args, io, phone);
}

/** Programs of these folders are there even when the phone's files do not list them. */
function isSystemFolder(folder: string): boolean {
  return folder === "/system/bin" || folder === "/bin";
}

async function isFile(phone: Phone, path: string): Promise<boolean> {
  const mode = (await statOf(phone, path))?.mode ?? 0;
  return (mode & 0o170000) === 0o100000 && (mode & 0o111) !== 0;
}

async function statOf(phone: Phone, path: string): Promise<FileStat | undefined> {
  try {
    return await phone.files.stat(path);
  } catch (error) {
    if (error instanceof FileError) return undefined;
    throw error;
  }
}
