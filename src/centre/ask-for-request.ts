import { DeviceError } from "../core/errors.ts";
import type { Output, Source } from "../core/source.ts";
import { decodeText } from "../core/text.ts";
import { base64 } from "../formats/base64.ts";

/** The phone's request for attestation keys, or why there is none, as a sentence. */
export type AskedRequest = { readonly request: Uint8Array } | { readonly refused: string };

const limits = { timeoutMs: 20_000, maxBytes: 256 * 1024 };
const tooOld = "This Android has no such command; it came with Android 14.";

/**
 * Asks the phone's key store for a request for attestation keys over a challenge of 16 bytes, by `cmd remote_provisioning csr`. Nothing is
 * installed, sent anywhere or changed; nothing of the answer is verified here. AOSP com.android.server.security.rkp.RemoteProvisioningShellCommand.
 *
 * @throws DeviceError where the phone is gone or the person stopped it
 */
export async function askForRequest(
  source: Source,
  challenge: Uint8Array,
  signal?: AbortSignal,
): Promise<AskedRequest> {
  const ask = (...args: readonly string[]) =>
    source.run(["cmd", "remote_provisioning", ...args], { ...limits, signal });
  try {
    const listed = await ask("list");
    if (listed.exitCode !== 0) return { refused: refusalOf(listed) };
    const names = decodeText(listed.stdout).split("\n");
    if (!names.some((name) => name.trim() === "default"))
      return { refused: "The phone's key store makes no such requests." };
    const made = await ask("csr", "--challenge", Buffer.from(challenge).toString("base64"), "default");
    if (made.exitCode !== 0) return { refused: refusalOf(made) };
    const request = base64(decodeText(made.stdout).trim());
    return request === undefined || request.length === 0
      ? { refused: "What the phone answered is no request." }
      : { request };
  } catch (error) {
    if (!(error instanceof DeviceError)) throw error;
    if (error.code === "timeout") return { refused: "The phone's key store did not answer within 20 seconds." };
    if (error.code === "too-large") return { refused: "What the phone answered is no request." };
    if (error.code === "absent" || error.code === "refused") return { refused: error.message };
    throw error;
  }
}

/** Why the phone refused, in its own words where they are not known. */
function refusalOf({ stdout, stderr }: Output): string {
  const said = `${decodeText(stderr)}\n${decodeText(stdout)}`;
  if (said.includes("Can't find service") || said.includes("Unknown command")) return tooOld;
  const [line = "nothing."] = said.split("\n").filter((each) => each.trim() !== "");
  return `The phone answered: ${line.trim().slice(0, 200)}`;
}
