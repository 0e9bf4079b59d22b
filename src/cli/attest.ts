import { verifyAttestation } from "../centre/attest.ts";
import { attestationLines, requestLines, wrapped } from "./attest-text.ts";
import { type Context, columns, exitCodes, mayColor } from "./context.ts";
import { failure } from "./failure.ts";

export interface AttestVerifyFlags {
  readonly json: boolean;
  readonly challenge?: string;
  readonly at?: number;
}

/** `candor attest verify FILE`: whether a phone's hardware made it, and what it says. */
export async function attestVerify(this: Context, flags: AttestVerifyFlags, file: string): Promise<void> {
  const { stdout, env } = this.process;
  try {
    const question = { challenge: flags.challenge, at: flags.at ?? this.now() };
    const found = await verifyAttestation(file, question, this.dataFolder);
    if (flags.json) stdout.write(`${JSON.stringify(found, null, 1)}\n`);
    else {
      const [known, color] = [flags.challenge !== undefined, mayColor(stdout, env)];
      const lines =
        found.schema === "candor.attestation/1"
          ? attestationLines(found, known, color)
          : requestLines(found, known, color);
      stdout.write(wrapped(lines, columns(stdout)));
    }
    // A request proves nothing by itself: nobody that is known vouches for its first key.
    const proven = found.schema === "candor.attestation/1" && found.state === "proven";
    this.process.exitCode = proven ? exitCodes.fine : exitCodes.findings;
  } catch (error) {
    this.process.exitCode = failure(this, error);
  }
}
