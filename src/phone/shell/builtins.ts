import { ByteReader } from "../byte-reader.ts";
import { resolvePath } from "../path.ts";
import { errno, FileError, type Io } from "../program.ts";
import { realPath } from "../tools/file-tools.ts";
import { echo } from "./echo.ts";
import { Exit, LoopJump } from "./jumps.ts";
import { pathOf } from "./lookup.ts";
import { parseScript } from "./parser.ts";
import type { Descriptors } from "./redirect.ts";
import type { Shell } from "./shell.ts";
import { test } from "./test.ts";

type Builtin = (args: readonly string[], io: Io, shell: Shell, descriptors: Descriptors) => Promise<number> | number;

/** The longest script that `.` and `sh FILE` read. */
const maxScript = 1 << 20;

/** The commands that act on the shell itself, and those that mksh has built in. */
export const builtins: ReadonlyMap<string, Builtin> = new Map<string, Builtin>([
  [":", () => 0],
  ["true", () => 0],
  ["false", () => 1],
  ["echo", (args, io) => echo(args, io)],
  ["/system/bin/echo", (args, io) => echo(args, io, "plain")],
  ["test", (args, io, shell) => test(args, io, shell.files, (text) => shell.complain(`test: ${text}`))],
  ["[", bracket],
  ["cd", cd],
  ["pwd", (_args, io, shell) => io.write(`${shell.cwd}\n`).then(() => 0)],
  ["export", exportNames],
  ["unset", unset],
  ["set", set],
  ["shift", shift],
  ["read", read],
  ["exec", (args, _io, shell, descriptors) => shell.runWords(args, descriptors, shell.environment([])).then(leave)],
  ["exit", (args, _io, shell) => leaveWith("exit", args, shell)],
  ["return", (args, _io, shell) => leaveWith("return", args, shell)],
  ["break", (args) => jump("break", args)],
  ["continue", (args) => jump("continue", args)],
  ["eval", (args, _io, shell) => shell.evaluate(parseScript(args.join(" ")))],
  [".", source],
  ["command", command],
  ["realpath", realpath],
  ["type", (args, io, shell) => describe(args, io, shell, "type")],
  // Not built into mksh, but which programs there are is known here.
  ["which", which],
  ["sh", runScript],
  ["wait", () => 0],
]);

/** Programs of their own that are run here. */
const programs = new Set(["sh", "which"]);

function leave(code: number): never {
  throw new Exit(code);
}

async function leaveWith(name: string, [code]: readonly string[], shell: Shell): Promise<number> {
  if (code === undefined) leave(shell.status);
  if (/^-?[0-9]{1,9}$/.test(code)) leave(Number(code) & 0xff);
  await shell.complain(`${name}: bad number: ${code}`);
  leave(1);
}

function jump(to: "break" | "continue", args: readonly string[]): never {
  throw new LoopJump(to, Math.max(1, Number(args[0] ?? 1) || 1));
}

async function bracket(args: readonly string[], io: Io, shell: Shell): Promise<number> {
  if (args.at(-1) === "]") return test(args.slice(0, -1), io, shell.files, (text) => shell.complain(`[: ${text}`));
  await shell.complain("[: missing ]");
  return 2;
}

async function cd(args: readonly string[], io: Io, shell: Shell): Promise<number> {
  const back = args[0] === "-";
  const wanted = back ? (shell.value("OLDPWD") ?? "/") : (args[0] ?? shell.value("HOME") ?? "/");
  const target = resolvePath(shell.cwd, wanted);
  try {
    const { mode } = await shell.files.stat(target);
    if ((mode & 0o170000) !== 0o040000) throw new FileError("ENOTDIR");
  } catch (error) {
    if (!(error instanceof FileError)) throw error;
    await shell.complain(`cd: ${target}: ${error.message}`);
    return 2;
  }
  shell.assign("OLDPWD", shell.cwd);
  shell.cwd = target;
  if (back) await io.write(`${target}\n`);
  return 0;
}

async function exportNames(args: readonly string[], io: Io, shell: Shell): Promise<number> {
  for (const arg of args) {
    const [, name, value] = /^([A-Za-z_][A-Za-z0-9_]*)(?:=(.*))?$/s.exec(arg) ?? [];
    if (name === undefined) {
      await shell.complain(`export: ${arg}: is not an identifier`);
      return 1;
    }
    shell.assign(name, value ?? shell.value(name) ?? "", true);
  }
  if (args.length > 0) return 0;
  for (const [name, value] of Object.entries(shell.environment([]))) await io.write(`${name}=${value}\n`);
  return 0;
}

function unset(args: readonly string[], _io: Io, shell: Shell): number {
  for (const name of args) shell.variables.delete(name);
  return 0;
}

async function set(args: readonly string[], io: Io, shell: Shell): Promise<number> {
  if (args[0] === "--") shell.positional = args.slice(1);
  else if (args.length > 0) {
    await shell.complain(`set: ${args[0]}: unknown option`);
    return 1;
  } else for (const [name, { value }] of shell.variables) await io.write(`${name}=${value}\n`);
  return 0;
}

function shift(args: readonly string[], _io: Io, shell: Shell): number {
  const count = Number(args[0] ?? 1);
  if (!(count <= shell.positional.length)) return 1;
  shell.positional = shell.positional.slice(count);
  return 0;
}

async function read(args: readonly string[], _io: Io, shell: Shell, descriptors: Descriptors): Promise<number> {
  const names = args.filter((arg) => arg !== "-r");
  const raw = args.includes("-r");
  const line = await descriptors.input.line(maxScript);
  const text = new TextDecoder().decode(line ?? new Uint8Array(0));
  let rest = (raw ? text : text.replace(/\\(.)/gs, "$1")).replace(/\n$/, "").trim();
  names.forEach((name, index) => {
    const end = index === names.length - 1 ? -1 : rest.search(/[ \t]/);
    shell.assign(name, end === -1 ? rest : rest.slice(0, end));
    rest = end === -1 ? "" : rest.slice(end).trimStart();
  });
  return line !== undefined && text.endsWith("\n") ? 0 : 1;
}

async function source(args: readonly string[], _io: Io, shell: Shell): Promise<number> {
  const [file = ""] = args;
  const script = await scriptAt(shell, file, (reason) => shell.complain(`.: ${file}: ${reason}`));
  // A special builtin that fails ends the shell.
  return script === undefined ? leave(1) : shell.evaluate(parseScript(script));
}

async function command(args: readonly string[], io: Io, shell: Shell, descriptors: Descriptors): Promise<number> {
  if (args[0] === "-v") return describe(args.slice(1), io, shell, "path");
  return shell.runWords(args, descriptors, io.env);
}

async function which(args: readonly string[], io: Io, shell: Shell): Promise<number> {
  if (args.length === 0) {
    await io.error('which: Needs 1 argument (see "which --help")\n');
    return 1;
  }
  let status = 0;
  for (const name of args.filter((arg) => arg !== "-a")) {
    const path = await pathOf(shell.world.phone, shell.cwd, name);
    if (path === undefined) status = 1;
    else await io.write(`${path}\n`);
  }
  return status;
}

async function describe(names: readonly string[], io: Io, shell: Shell, as: "type" | "path"): Promise<number> {
  let status = 0;
  for (const name of names) {
    const builtin = builtins.has(name) && !programs.has(name);
    const found = builtin ? name : await pathOf(shell.world.phone, shell.cwd, name);
    if (found === undefined) status = 1;
    if (as === "path" && found !== undefined) await io.write(`${found}\n`);
    if (as === "path") continue;
    const hashed = name.includes("/") ? "" : "a tracked alias for ";
    await io.write(
      found === undefined ? `${name} not found\n` : `${name} is ${builtin ? "a shell builtin" : hashed + found}\n`,
    );
  }
  return status;
}

/** `sh -c SCRIPT [NAME ARG…]`, `sh FILE [ARG…]`, and `sh` reading the script from its input. */
async function runScript(args: readonly string[], io: Io, shell: Shell, descriptors: Descriptors): Promise<number> {
  if (args[0] === "-c") {
    const [, script, name = "sh", ...positional] = args;
    if (script === undefined) {
      await io.error("sh: -c: requires an argument\n");
      return 1;
    }
    return runIn(shell, name, descriptors, positional, script, io);
  }
  const [file, ...positional] = args;
  if (file === undefined) return shell.child("sh", descriptors).runFrom(descriptors.input);
  const script = await scriptAt(shell, file, (reason) => io.error(`sh: ${file}: ${reason}\n`));
  return script === undefined ? 127 : runIn(shell, file, descriptors, positional, script, io);
}

async function runIn(
  shell: Shell,
  name: string,
  descriptors: Descriptors,
  positional: readonly string[],
  script: string,
  io: Io,
): Promise<number> {
  const child = shell.child(name, descriptors, positional);
  for (const [key, value] of Object.entries(io.env)) child.assign(key, value, true);
  return child.run(script);
}

/** `realpath PATH`, in mksh a builtin: one path, whose last part need not be there. */
async function realpath(args: readonly string[], io: Io, shell: Shell): Promise<number> {
  const [path] = args;
  if (path === undefined || args.length > 1) {
    await shell.complain("realpath: syntax error");
    return 1;
  }
  try {
    await io.write(`${await realPath(shell.files, resolvePath(shell.cwd, path), "last")}\n`);
    return 0;
  } catch (error) {
    if (!(error instanceof FileError)) throw error;
    await shell.complain(`realpath: ${path}: ${error.message}`);
    return errno[error.code];
  }
}

async function scriptAt(
  shell: Shell,
  path: string,
  complain: (reason: string) => Promise<void>,
): Promise<string | undefined> {
  try {
    return await readAll(new ByteReader(shell.files.open(resolvePath(shell.cwd, path))));
  } catch (error) {
    if (!(error instanceof FileError)) throw error;
    await complain(error.message);
    return undefined;
  }
}

async function readAll(input: ByteReader): Promise<string> {
  const decoder = new TextDecoder();
  let text = "";
  for await (const chunk of input) {
    text += decoder.decode(chunk, { stream: true });
    if (text.length > maxScript) break;
  }
  return text;
}
