import { BrokenPipe, ByteQueue, concat } from "../byte-queue.ts";
import { ByteReader } from "../byte-reader.ts";
import { FileError, type Identity, type Io, type Phone } from "../program.ts";
import { ToolError } from "../tools/tool.ts";
import { builtins } from "./builtins.ts";
import { expandText, expandWords, LimitReached, type Scope } from "./expand.ts";
import { Exit, LoopJump } from "./jumps.ts";
import { builtinName, findCommand } from "./lookup.ts";
import { parseScript } from "./parser.ts";
import { type Descriptors, RedirectError, redirect } from "./redirect.ts";
import { type Node, type Redirect, ShellSyntaxError, type Word } from "./syntax.ts";

/** What all shells of one client's command share. */
export interface World {
  readonly phone: Phone;
  readonly signal: AbortSignal;
  /** Commands that may still be run: an endless loop ends. */
  steps: number;
}

/** Commands one `adb shell` may run, shells within shells included. */
export const maxSteps = 100_000;
const maxDepth = 32;
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
    else this.status = await this.#evaluateOne(node);
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
    this.status = await this.#fork({ ...this.descriptors, outputs }).#runNode(script);
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

  async #evaluateOne(node: Exclude<Node, { kind: "list" }>): Promise<number> {
    if (node.kind === "simple") return this.#simple(node);
    if (node.kind === "pipeline") return this.#pipeline(node.commands, node.negated);
    if (node.kind === "subshell") return this.#fork(this.descriptors).#runNode(node.body);
    if (node.kind === "redirected") return this.#redirected(node.body, node.redirects);
    if (node.kind === "for") return this.#for(node.name, node.words, node.body);
    if (node.kind === "while") return this.#while(node.condition, node.body, node.until);
    if (node.kind === "if") {
      const branch = await this.#firstTrue(node.branches);
      const body = branch?.body ?? node.otherwise;
      return body === undefined ? 0 : this.evaluate(body);
    }
    let status = await this.evaluate(node.first);
    for (const { operator, node: next } of node.rest) {
      if ((status === 0) === (operator === "&&")) status = await this.evaluate(next);
    }
    return status;
  }

  async #firstTrue<B extends { readonly condition: Node }>(branches: readonly B[]): Promise<B | undefined> {
    for (const branch of branches) if ((await this.evaluate(branch.condition)) === 0) return branch;
    return undefined;
  }

  async #simple(node: Extract<Node, { kind: "simple" }>): Promise<number> {
    await this.#step();
    const words = await expandWords(node.words, this);
    const assignments: (readonly [string, string])[] = [];
    const before = this.status;
    this.status = 0;
    for (const { name, value } of node.assignments) {
      assignments.push([name, await expandText(value, this)]);
      if (words.length === 0) this.assign(name, assignments.at(-1)?.[1] ?? "");
    }
    const statusOfSubstitution = this.status;
    this.status = before;
    return this.#withRedirects(node.redirects, async (descriptors, keep) => {
      if (words.length === 0) return statusOfSubstitution;
      // `exec` without a command keeps its redirections for the rest of the shell.
      if (words[0] === "exec" && words.length === 1) {
        this.descriptors = descriptors;
        keep();
        return 0;
      }
      return this.runWords(words, descriptors, this.environment(assignments));
    });
  }

  #redirected(body: Node, redirects: readonly Redirect[]): Promise<number> {
    return this.#withRedirects(redirects, async (descriptors) => {
      const before = this.descriptors;
      this.descriptors = descriptors;
      try {
        return await this.evaluate(body);
      } finally {
        this.descriptors = before;
      }
    });
  }

  async #withRedirects(
    redirects: readonly Redirect[],
    body: (descriptors: Descriptors, keep: () => void) => Promise<number>,
  ): Promise<number> {
    try {
      if (redirects.length === 0) return await body(this.descriptors, () => {});
      const opened: { fd: number; operator: Redirect["operator"]; target: string }[] = [];
      for (const { fd, operator, target } of redirects) {
        opened.push({ fd, operator, target: await expandText(target, this) });
      }
      const { descriptors, close } = await redirect(opened, this.descriptors, this.files, this.cwd);
      let kept = false;
      const keep = () => {
        kept = true;
        this.#closers.push(close);
      };
      try {
        return await body(descriptors, keep);
      } finally {
        if (!kept) await close();
      }
    } catch (error) {
      if (!(error instanceof RedirectError)) throw error;
      await this.complain(error.message);
      return 1;
    }
  }

  async #pipeline(commands: readonly Node[], negated: boolean): Promise<number> {
    let input = this.descriptors.input;
    let previous: ByteQueue | undefined;
    const stages: Promise<number>[] = [];
    commands.forEach((command, index) => {
      const outgoing = index < commands.length - 1 ? new ByteQueue() : undefined;
      const incoming = previous;
      const outputs = new Map(this.descriptors.outputs);
      if (outgoing !== undefined) outputs.set(1, { write: (bytes) => outgoing.push(bytes) });
      const shell = commands.length === 1 ? this : this.#fork({ input, outputs });
      const stage = commands.length === 1 ? this.evaluate(command) : shell.#runNode(command);
      stages.push(
        stage.finally(() => {
          outgoing?.end();
          incoming?.cancel();
        }),
      );
      if (outgoing !== undefined) input = new ByteReader(outgoing);
      previous = outgoing;
    });
    const ended = await Promise.allSettled(stages);
    for (const result of ended) if (result.status === "rejected") throw result.reason;
    const last = ended.at(-1);
    const status = last?.status === "fulfilled" ? last.value : 1;
    return negated ? Number(status === 0) : status;
  }

  async #for(name: string, words: readonly Word[] | undefined, body: Node): Promise<number> {
    let status = 0;
    for (const value of words === undefined ? this.positional : await expandWords(words, this)) {
      this.assign(name, value);
      await this.#step();
      if (!(await this.#turn(async () => (status = await this.evaluate(body))))) break;
    }
    return status;
  }

  async #while(condition: Node, body: Node, until: boolean): Promise<number> {
    let status = 0;
    while (((await this.evaluate(condition)) === 0) !== until) {
      await this.#step();
      if (!(await this.#turn(async () => (status = await this.evaluate(body))))) break;
    }
    return status;
  }

  /** One turn of a loop; false when the loop is to end. */
  async #turn(body: () => Promise<unknown>): Promise<boolean> {
    try {
      await body();
      return true;
    } catch (error) {
      if (!(error instanceof LoopJump)) throw error;
      if (--error.levels > 0) throw error;
      return error.to === "continue";
    }
  }

  /** A copy of this shell, as a process forked from it would be. */
  #fork(descriptors: Descriptors): Shell {
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
  async #runNode(node: Node): Promise<number> {
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
        await io.error(`${name}: ${error.message}\n`);
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
      await descriptors.outputs.get(fd)?.write(typeof text === "string" ? encoder.encode(text) : text);
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

  async #step(): Promise<void> {
    if (this.world.signal.aborted) throw new BrokenPipe();
    if (--this.world.steps < 0) throw new LimitReached("too many commands");
    // A loop of commands that never wait would otherwise keep every other connection waiting.
    if (this.world.steps % 256 === 0) await new Promise((resolve) => setTimeout(resolve, 0));
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
