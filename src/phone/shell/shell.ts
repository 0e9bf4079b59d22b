import { BrokenPipe, concat } from "../byte-queue.ts";
import type { ByteReader } from "../byte-reader.ts";
import { withDevices, withFiles } from "../devices.ts";
import { type Pacing, pacedFiles, pacing } from "../pacing.ts";
import { baseName } from "../path.ts";
import { FileError, type Identity, type Io, type Phone } from "../program.ts";
import { ToolError, UsageError } from "../tools/tool.ts";
import { builtins } from "./builtins.ts";
import { evaluateCommand } from "./evaluate.ts";
import { LimitReached, type Scope } from "./expand.ts";
import { Exit, LoopJump } from "./jumps.ts";
import { builtinName, findCommand } from "./lookup.ts";
import { parseScript } from "./parser.ts";
import { type Descriptors, RedirectError } from "./redirect.ts";
import { type Node, ShellSyntaxError } from "./syntax.ts";

/** What all shells of one client's command share. */
export interface World {
  readonly phone: Phone;
  readonly signal: AbortSignal;
  readonly pacing: Pacing;
  /** Commands that may still be run: an endless loop ends. */
  steps: number;
}

/** The world of one client's command: the phone with the kernel's device files among its own, read at a bearable pace. */
export function world(phone: Phone, signal: AbortSignal): World {
  const pace = pacing(signal);
  const files = pacedFiles(withDevices(phone.files), pace);
  return { phone: withFiles(phone, files), signal, pacing: pace, steps: maxSteps };
}

/** Commands one `adb shell` may run, shells within shells included. */
const maxSteps = 100_000;
const maxDepth = 32;
/** What one command weighs in the pacing, so that a loop of commands that write nothing rests as well. */
const bytesPerStep = 16_384;
/** Characters of lines that make no complete command yet. */
const maxOpenLines = 65_536;
/** Bytes a `$( … )` may give. */
const maxSubstitution = 1 << 20;

/** A variable and whether programs see it. */
interface Variable {
  readonly value: string;
  readonly exported: boolean;
}

/** How a shell starts. */
export interface ShellStart {
  /** What error messages begin with: `/system/bin/sh` for adb's own shell, `sh` for `sh -c`. */
  readonly name: string;
  readonly cwd: string;
  readonly identity: Identity;
  readonly descriptors: Descriptors;
  readonly env: Readonly<Record<string, string>>;
  readonly positional?: readonly string[];
  readonly depth?: number;
}

/** One shell process: its variables, working folder and open files. */
export class Shell implements Scope {
  readonly world: World;
  readonly name: string;
  readonly identity: Identity;
  readonly depth: number;
  readonly variables = new Map<string, Variable>();
  cwd: string;
  positional: readonly string[];
  status = 0;
  descriptors: Descriptors;
  #closers: (() => Promise<void>)[] = [];

  constructor(world: World, start: ShellStart) {
    this.world = world;
    this.name = start.name;
    this.identity = start.identity;
    this.cwd = start.cwd;
    this.descriptors = start.descriptors;
    this.positional = start.positional ?? [];
    this.depth = start.depth ?? 0;
    for (const [key, value] of Object.entries(start.env)) this.variables.set(key, { value, exported: true });
  }

  get files(): Phone["files"] {
    return this.world.phone.files;
  }

  /** Runs a whole script in this shell; resolves to the exit code, and rejects only when the client is gone. */
  run(script: string): Promise<number> {
    return this.#toTheEnd(() => this.evaluate(parseScript(script)));
  }

  /** Runs what is read, each command as soon as it is complete: a client may wait for an answer before it sends more. */
  runFrom(input: ByteReader): Promise<number> {
    return this.#toTheEnd(async () => {
      const decoder = new TextDecoder();
      let open = "";
      for (;;) {
        const line = await input.line(maxOpenLines);
        open += decoder.decode(line);
        try {
          const node = parseScript(open);
          open = "";
          await this.evaluate(node);
        } catch (error) {
          const more = line !== undefined && open.length < maxOpenLines;
          if (!(more && error instanceof ShellSyntaxError && error.incomplete)) throw error;
        }
        if (line === undefined) return;
      }
    });
  }

  /** Runs one line of a terminal; its exit code when it ended the shell, undefined when the shell goes on. */
  async line(parse: () => Node): Promise<number | undefined> {
    try {
      await this.evaluate(parse());
    } catch (error) {
      this.status = await this.#ended(error);
      if (error instanceof Exit) return this.status;
    }
    return undefined;
  }

  /** Parses and runs a script without ending the shell, for `eval` and `.`. */
  async evaluate(node: Node): Promise<number> {
    if (node.kind === "list") for (const each of node.nodes) await this.evaluate(each);
    else this.status = await evaluateCommand(this, node);
    return this.status;
  }

  value(name: string): string | undefined {
    if (name === "?") return String(this.status);
    if (name === "#") return String(this.positional.length);
    if (name === "$") return "4321";
    if (name === "0") return this.name;
    if (/^[0-9]+$/.test(name)) return this.positional[Number(name) - 1];
    if (name === "PWD") return this.cwd;
    return this.variables.get(name)?.value;
  }

  assign(name: string, value: string, exported?: boolean): void {
    this.variables.set(name, { value, exported: exported ?? this.variables.get(name)?.exported ?? false });
  }

  async substitute(script: Node): Promise<string> {
    const chunks: Uint8Array[] = [];
    let size = 0;
    const write = (bytes: Uint8Array) => {
      size += bytes.length;
      if (size > maxSubstitution) return Promise.reject(new LimitReached("substitution too long"));
      chunks.push(bytes);
      return Promise.resolve();
    };
    const outputs = new Map(this.descriptors.outputs).set(1, { write });
    this.status = await this.fork({ ...this.descriptors, outputs }).runNode(script);
    return new TextDecoder().decode(concat(chunks)).replaceAll("\0", "").replace(/\n+$/, "");
  }

  /** A new shell process with this one's exported variables, for `sh -c`, `su -c` and scripts. */
  child(name: string, descriptors: Descriptors, positional: readonly string[] = [], identity = this.identity): Shell {
    const { cwd, depth } = this;
    const env = this.environment([]);
    return new Shell(this.world, { name, cwd, identity, descriptors, env, positional, depth: depth + 1 });
  }

  /** What programs see: exported variables and those set in front of the command. */
  environment(assignments: readonly (readonly [string, string])[]): Record<string, string> {
    const env = Object.create(null) as Record<string, string>;
    for (const [key, { value, exported }] of this.variables) if (exported) env[key] = value;
    for (const [key, value] of assignments) env[key] = value;
    return env;
  }

  /** Runs a command that is already words; `exec`, `command` and the like call it for their operands. */
  async runWords(words: readonly string[], descriptors: Descriptors, env: Io["env"]): Promise<number> {
    const [name = "", ...args] = words;
    const io = this.#io(descriptors, env);
    const builtin = builtins.get(builtinName(name));
    if (builtin !== undefined) return builtin(args, io, this, descriptors);
    const found = await findCommand(this.world.phone, this.cwd, name);
    if (typeof found === "function") return this.#runProgram(name, () => found(args, io), io);
    await io.error(`${this.name}: ${name}: ${found.problem}\n`);
    return found.exitCode;
  }

  /** Has a file that `exec` opened closed when the shell ends. */
  keepOpen(close: () => Promise<void>): void {
    this.#closers.push(close);
  }

  /** A copy of this shell, as a process forked from it would be. */
  fork(descriptors: Descriptors): Shell {
    const { name, cwd, identity, positional, depth } = this;
    const copy = new Shell(this.world, { name, cwd, identity, descriptors, env: {}, positional, depth: depth + 1 });
    for (const [key, variable] of this.variables) copy.variables.set(key, variable);
    copy.status = this.status;
    return copy;
  }

  async #toTheEnd(body: () => Promise<unknown>): Promise<number> {
    try {
      if (this.depth > maxDepth) throw new LimitReached("too many shells within shells");
      await body();
    } catch (error) {
      this.status = await this.#ended(error);
    }
    for (const close of this.#closers.splice(0)) await close();
    return this.status;
  }

  /** Runs an already parsed script as a process of its own. */
  async runNode(node: Node): Promise<number> {
    try {
      if (this.depth > maxDepth) throw new LimitReached("too many shells within shells");
      return await this.evaluate(node);
    } catch (error) {
      return this.#ended(error);
    }
  }

  /** The exit code of a shell that ended by an error; rethrows what ends the whole command. */
  async #ended(error: unknown): Promise<number> {
    if (error instanceof Exit) return error.code;
    if (error instanceof LoopJump) return 0;
    if (error instanceof BrokenPipe) return 141;
    if (error instanceof ShellSyntaxError) {
      await this.complain(error.message);
      return 1;
    }
    if (!(error instanceof LimitReached) || this.depth > 0) throw error;
    await this.complain(error.message);
    return 1;
  }

  /** Prints a message of the shell itself. */
  async complain(message: string): Promise<void> {
    await this.descriptors.outputs.get(2)?.write(new TextEncoder().encode(`${this.name}: ${message}\n`));
  }

  async #runProgram(name: string, start: () => Promise<number> | number, io: Io): Promise<number> {
    try {
      return (await unlessAborted(this.world.signal, Promise.resolve(start()))) & 0xff;
    } catch (error) {
      if (error instanceof BrokenPipe) return 141;
      if (error instanceof FileError || error instanceof ToolError) {
        const help = error instanceof UsageError ? ` (see "${baseName(name)} --help")` : "";
        await io.error(`${baseName(name)}: ${error.message}${help}\n`);
        return error instanceof ToolError ? error.exitCode : 1;
      }
      if (passesThrough(error)) throw error;
      // A fault of the virtual phone's own: say so where its developer sees it, as a crashed process would.
      await io.error(`${name}: the virtual phone failed: ${error instanceof Error ? error.stack : String(error)}\n`);
      return 134;
    }
  }

  #io(descriptors: Descriptors, env: Io["env"]): Io {
    const encoder = new TextEncoder();
    const writeTo = (fd: number) => async (text: string | Uint8Array) => {
      const bytes = typeof text === "string" ? encoder.encode(text) : text;
      await this.world.pacing.passed(bytes.length);
      await descriptors.outputs.get(fd)?.write(bytes);
    };
    return {
      stdin: descriptors.input,
      write: writeTo(1),
      error: writeTo(2),
      signal: this.world.signal,
      env,
      cwd: this.cwd,
      identity: this.identity,
      run: (script, as = this.identity) => this.child("sh", descriptors, [], as).run(script),
    };
  }

  /** Counts a command. @throws BrokenPipe when the client is gone, LimitReached when there were too many. */
  async step(): Promise<void> {
    if (--this.world.steps < 0) throw new LimitReached("too many commands");
    await this.world.pacing.passed(bytesPerStep);
  }
}

function passesThrough(error: unknown): boolean {
  return error instanceof LimitReached || error instanceof Exit || error instanceof RedirectError;
}

/** The result of a program, or BrokenPipe as soon as the client is gone: a program that waits for ever must not outlive it. */
function unlessAborted(signal: AbortSignal, result: Promise<number>): Promise<number> {
  return new Promise((resolve, reject) => {
    const leave = () => reject(new BrokenPipe());
    if (signal.aborted) leave();
    signal.addEventListener("abort", leave);
    result.then(resolve, reject).finally(() => signal.removeEventListener("abort", leave));
  });
}
