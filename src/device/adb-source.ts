import type { Adb } from "@yume-chan/adb";
import { DeviceError, type DeviceErrorCode } from "../core/errors.ts";
import type { Source } from "../core/source.ts";
import { runOverAdb } from "./adb-run.ts";

/** What is needed to make a source of a phone. */
export interface PhoneOptions {
  /** The serial number or the address. */
  readonly name: string;
  /** The time of the examination, epoch milliseconds. */
  readonly takenAt: number;
  /** Frees what belongs to the connection. */
  readonly close: () => Promise<void> | void;
  /**
   * Bytes received so far, where nobody else watches the connection: a phone that has not even taken a command within its time
   * limit, and said nothing else meanwhile, has vanished.
   */
  readonly received?: () => number;
}

/** A phone as a source. When it vanishes, what runs ends with DeviceError `gone`, and so does at once everything after it. */
export function phoneSource(adb: Adb, options: PhoneOptions): Source {
  const gone = new AbortController();
  const vanish = (message: string) =>
    gone.abort(new DeviceError("gone", message, "Connect the phone again and repeat the examination."));
  const onDisconnect = () => vanish("The phone was disconnected.");
  adb.disconnected.then(onDisconnect, onDisconnect);

  return {
    kind: "phone",
    name: options.name,
    takenAt: options.takenAt,
    async run(command, runOptions) {
      if (isPseudoCommand(command)) throw new DeviceError("absent", "Only a saved capture holds this.");
      const before = options.received?.();
      const onSilence = () => {
        if (before !== undefined && before === options.received?.()) vanish("The phone no longer answers.");
      };
      try {
        return await runOverAdb(adb, command, runOptions, gone.signal, onSilence);
      } catch (error) {
        if (!(error instanceof DeviceError && lost.has(error.code))) throw error;
        // The server goes on listing a phone of the network while it tries to reach it again.
        vanish(error.message);
        throw gone.signal.reason;
      }
    },
    async close() {
      vanish("The connection to the phone was closed.");
      await options.close();
    },
  };
}

/** What an adb server says of a phone that was ready and is no more. */
const lost = new Set<DeviceErrorCode>(["offline", "unauthorised", "no-permission"]);

/** Commands that only captures answer (see core/source.ts); a phone has a program `bugreport` that runs for minutes. */
function isPseudoCommand(command: readonly string[]): boolean {
  const [name, argument] = command;
  return name === "androidqf" || (name === "bugreport" && (argument === "header" || argument === "section"));
}
