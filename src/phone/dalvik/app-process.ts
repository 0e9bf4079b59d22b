import { FormatError } from "../../core/errors.ts";
import { FileError, type Io, type Program } from "../program.ts";
import { type PhoneState, sdkOf } from "../state/phone-state.ts";
import { androidClasses, hiddenClass, isHeir } from "./android-classes.ts";
import { type DexImage, loadDex } from "./dex-image.ts";
import { type Framework, machineFor } from "./interpreter.ts";
import { ancestors, javaClasses } from "./java-classes.ts";
import { type JavaObject, type JavaValue, Thrown } from "./java-values.ts";
import { Exited, type Process } from "./process.ts";

/** Files of programs are small; what is larger is not read. */
const mostBytes = 1_000_000;

/**
 * `CLASSPATH=FILE app_process DIRECTORY CLASS [ARGUMENT…]`: runs the `main` of a class in a DEX, instruction by instruction, against as much of
 * Android as an attestation asks. What goes wrong ends in an abort, as on a phone, whose log tells the rest.
 *
 * AOSP frameworks/base/cmds/app_process/app_main.cpp.
 */
export function appProcess(state: PhoneState): Program {
  return async (args, io) => {
    const [, className, ...rest] = args;
    if (className === undefined || className.startsWith("-")) {
      await io.error(
        "Error: no class name or --zygote supplied.\nUsage: app_process [java-options] cmd-dir start-class-name [options]\n",
      );
      return 10;
    }
    const image = await loadFrom(state, io);
    const key = `L${className.replaceAll(".", "/")};->main([Ljava/lang/String;)V`;
    if (image === null || !image.methods.has(key)) return aborted(io);
    const process = newProcess(state, io);
    await keepCompiled(state, io.env["CLASSPATH"] ?? "");
    try {
      const machine = machineFor(image, frameworkOf(process), io.signal);
      await machine.invoke(key, [{ type: "[Ljava/lang/String;", data: rest }]);
      return 0;
    } catch (error) {
      if (error instanceof Exited) return error.code & 0xff;
      if (error instanceof Thrown || error instanceof FormatError) return aborted(io);
      throw error;
    }
  };
}

async function aborted(io: Io): Promise<number> {
  await io.error("Aborted \n");
  return 134;
}

/** The DEX at CLASSPATH; null where there is none that can be loaded. */
async function loadFrom(state: PhoneState, io: Io): Promise<DexImage | null> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const chunk of state.files.open(io.env["CLASSPATH"] ?? "/")) {
      chunks.push(chunk);
      size += chunk.length;
      if (size > mostBytes) return null;
    }
    return loadDex(new Uint8Array(Buffer.concat(chunks)));
  } catch (error) {
    if (error instanceof FormatError || error instanceof FileError) return null;
    throw error;
  }
}

/** Up to Android 9, what was compiled lies in a folder `oat` beside the file. AOSP art/runtime/oat_file_manager.cc. */
async function keepCompiled(state: PhoneState, path: string): Promise<void> {
  const { files } = state;
  const [, folder, name] = /^(.*)\/([^/]+)\.\w+$/.exec(path) ?? [];
  if (sdkOf(state) >= 29 || folder === undefined) return;
  try {
    for (const each of [`${folder}/oat`, `${folder}/oat/arm64`])
      if (!(await exists(files, each))) await files.mkdir(each, 0o771);
    for (const kind of ["odex", "vdex"])
      await files.write(`${folder}/oat/arm64/${name}.${kind}`, compiled(), { mode: 0o644 });
  } catch (error) {
    if (!(error instanceof FileError)) throw error;
  }
}

async function exists(files: PhoneState["files"], path: string): Promise<boolean> {
  return files.stat(path).then(
    () => true,
    () => false,
  );
}

async function* compiled(): AsyncGenerator<Uint8Array> {
  yield new TextEncoder().encode("oat\n");
}

function newProcess(state: PhoneState, io: Io): Process {
  const process: Process = {
    state,
    print: (text) => io.write(text),
    looper: false,
    provider: false,
    thread: null,
    application: null,
    hidden: (name) => hiddenClass(process, name),
  };
  return process;
}

function frameworkOf(process: Process): Framework {
  const natives = new Map(Object.entries({ ...javaClasses, ...androidClasses }));
  const out: JavaObject = { type: "Ljava/io/PrintStream;", data: null };
  const fields = new Map<string, JavaValue>([
    ["Ljava/lang/System;->out:Ljava/io/PrintStream;", out],
    ["Landroid/os/Build$VERSION;->SDK_INT:I", sdkOf(process.state)],
  ]);
  return {
    call: (key, args, machine) => natives.get(key)?.(args, process, machine),
    field: (key) => fields.get(key),
    extends: (type, ancestor) => type === ancestor || ancestors.has(ancestor) || isHeir(type, ancestor),
  };
}
