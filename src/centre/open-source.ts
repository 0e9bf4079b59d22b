import { existsSync } from "node:fs";
import { join } from "node:path";
import { DeviceError } from "../core/errors.ts";
import type { Source } from "../core/source.ts";
import type { ListedDevice } from "../device/adb-devices.ts";

/** Which input a person chose; all empty means the phone on the cable. */
export interface SourceChoice {
  /** A file or folder, `virtual:MODEL`, or `tcp:HOST:PORT`. */
  readonly input?: string | undefined;
  /** A phone of the adb server, by serial number. */
  readonly serial?: string | undefined;
  /** A phone's own ADB port, HOST or HOST:PORT. */
  readonly address?: string | undefined;
}

export interface OpenOptions {
  readonly dataFolder: string;
  /** Epoch milliseconds: the time of a live examination. */
  readonly now: number;
  readonly env: NodeJS.ProcessEnv;
  readonly signal?: AbortSignal | undefined;
  /** Called when the phone asks its owner to allow this computer. */
  readonly onPrompt?: ((sentence: string) => void) | undefined;
}

/**
 * Opens what a person chose.
 *
 * @throws DeviceError with what to do next
 */
export async function openSource(choice: SourceChoice, options: OpenOptions): Promise<Source> {
  const given = [choice.input, choice.serial, choice.address].filter((value) => value !== undefined);
  if (given.length > 1)
    throw new DeviceError("unreadable", `Two inputs were named: ${given.join(" and ")}.`, "Name one of them.");
  const input = choice.input;
  if (choice.address !== undefined) return await openAddress(choice.address, options);
  if (input === undefined) return await openAttached(choice.serial, options);
  if (input.startsWith("virtual:")) return await openVirtual(input.slice("virtual:".length), options);
  if (input.startsWith("tcp:") && !existsSync(input)) return await openAddress(input.slice("tcp:".length), options);
  const { openInput } = await import("../device/open.ts");
  return await openInput(input);
}

/** The phones that the adb server knows. @throws DeviceError `no-adb` */
export async function attachedPhones(options: Pick<OpenOptions, "env" | "signal">): Promise<readonly ListedDevice[]> {
  const { listDevices } = await import("../device/adb-server.ts");
  return await listDevices(options);
}

async function openAttached(serial: string | undefined, options: OpenOptions): Promise<Source> {
  const { openServerPhone } = await import("../device/adb-server.ts");
  return await openServerPhone({
    env: options.env,
    signal: options.signal,
    serial: serial ?? (options.env["ANDROID_SERIAL"] || undefined),
    takenAt: options.now,
    allowMs: options.onPrompt ? 60_000 : 0,
    onPrompt: () => options.onPrompt?.("Unlock the phone and answer “Allow USB debugging?” with Allow."),
  });
}

async function openAddress(address: string, options: OpenOptions): Promise<Source> {
  const { openTcpPhone } = await import("../device/adb-tcp.ts");
  return await openTcpPhone({
    address,
    keys: { ownKey: join(options.dataFolder, "adbkey") },
    takenAt: options.now,
    signal: options.signal,
    onPrompt: (fingerprint) =>
      options.onPrompt?.(
        `The phone asks whether to allow this computer. It shows ${fingerprint}; if it does, tap Allow.`,
      ),
  });
}

/** Starts a virtual phone on a port of its own, and examines it over the real protocol like any other. */
async function openVirtual(model: string, options: OpenOptions): Promise<Source> {
  const { startVirtualPhone } = await import("./virtual-phone.ts");
  // An examination is of one moment. With an app that records, time has to go on.
  const begun = performance.now();
  const now = model.includes("+") ? () => Math.round(options.now + performance.now() - begun) : () => options.now;
  const phone = await startVirtualPhone(model, { now });
  try {
    const source = await openAddress(`127.0.0.1:${phone.port}`, options);
    return {
      kind: source.kind,
      name: phone.serial,
      takenAt: source.takenAt,
      run: (command, limits) => source.run(command, limits),
      ...(source.services === undefined ? {} : { services: source.services }),
      close: async () => {
        await source.close();
        await phone.close();
      },
    };
  } catch (error) {
    await phone.close();
    throw error;
  }
}
