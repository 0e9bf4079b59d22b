import type { Adb, AdbFeature } from "@yume-chan/adb";
import { DeviceError, type DeviceErrorCode } from "../core/errors.ts";
import type { Source } from "../core/source.ts";
import { openChannel } from "./adb-channel.ts";
import { runOverAdb } from "./adb-run.ts";
import { quietMs, silenceWatch } from "./silence.ts";

/** What is needed to make a source of a phone. */
export interface PhoneOptions {
  /** The serial number or the address. */
  readonly name: string;
  /** The time of the examination, epoch milliseconds. */
  readonly takenAt: number;
  /** Frees what belongs to the connection. */
  readonly close: () => Promise<void> | void;
  /** Milliseconds without a byte from the phone after which it counts as gone; 15 000 when left out. */
  readonly quietMs?: number | undefined;
}

/** A phone as a source. When it vanishes or falls silent, what runs ends with DeviceError `gone`, and so does at once everything after it. */
export function phoneSource(adb: Adb, options: PhoneOptions): Source {
  const gone = new AbortController();
  const vanish = (message: string) =>
    gone.abort(new DeviceError("gone", message, "Connect the phone again and repeat the examination."));
  const onDisconnect = () => vanish("The phone was disconnected.");
  adb.disconnected.then(onDisconnect, onDisconnect);
  const limitMs = options.quietMs ?? quietMs;
  const watch = silenceWatch(limitMs, () =>
    vanish(`The phone no longer answers: it said nothing for ${Math.round(limitMs / 100) / 10} seconds.`),
  );

  return {
    kind: "phone",
    name: options.name,
    takenAt: options.takenAt,
    async run(command, runOptions) {
      const holder = holders.get(command[0] ?? "");
      if (isPseudoCommand(command))
        throw new DeviceError("absent", holder ? `Only ${holder} holds this.` : "The apps were not looked into.");
      watch.waiting();
      try {
        return await runOverAdb(adb, command, runOptions, gone.signal, watch.heard);
      } catch (error) {
        if (!(error instanceof DeviceError && lost.has(error.code))) throw error;
        // The server goes on listing a phone of the network while it tries to reach it again.
        vanish(error.message);
        throw gone.signal.reason;
      } finally {
        watch.done();
      }
    },
    services: {
      has: (feature) => adb.canUseFeature(feature as AdbFeature),
      open: (service, { signal }) => openChannel(adb, service, gone.signal, { signal }),
    },
    async close() {
      vanish("The connection to the phone was closed.");
      await options.close();
    },
  };
}

/** What an adb server says of a phone that was ready and is no more. */
const lost = new Set<DeviceErrorCode>(["offline", "unauthorised", "no-permission"]);

/** What holds the answers to commands that no phone has. */
const holders: ReadonlyMap<string, string> = new Map([
  ["androidqf", "an AndroidQF acquisition"],
  ["bugreport", "a bug report"],
]);

/** Commands that no phone answers by itself (see core/source.ts); a phone has a program `bugreport` that runs for minutes. */
function isPseudoCommand(command: readonly string[]): boolean {
  const [name, argument] = command;
  return (
    name === "androidqf" ||
    name === "candor" ||
    (name === "bugreport" && (argument === "header" || argument === "section"))
  );
}
