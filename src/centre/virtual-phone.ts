import { DeviceError } from "../core/errors.ts";
import { authorisation } from "../phone/auth.ts";
import { createPhone, findModel, models } from "../phone/models/index.ts";
import { startPhone } from "../phone/start.ts";

/** A virtual phone that listens on a TCP port of this computer. */
export interface RunningPhone {
  readonly title: string;
  readonly serial: string;
  readonly port: number;
  close(): Promise<void>;
}

export interface VirtualPhoneOptions {
  /** Its clock, epoch milliseconds. */
  readonly now: () => number;
  readonly port?: number;
  /** Called with the key's name when a computer asks to be let in; every computer is let in where this is left out. */
  readonly allow?: ((computer: string) => Promise<boolean>) | undefined;
  /** Milliseconds that each packet from the phone takes. */
  readonly latencyMs?: number | undefined;
  /** Each connection ends after this many bytes from the phone. */
  readonly cutAfterBytes?: number | undefined;
}

/** The models there are, for people. */
export function listModels(): readonly { readonly id: string; readonly title: string; readonly description: string }[] {
  return models.map(({ id, title, about }) => ({ id, title, description: about }));
}

/** Starts a virtual phone. @throws DeviceError `no-device` when there is no such model or its port cannot be used */
export async function startVirtualPhone(modelId: string, options: VirtualPhoneOptions): Promise<RunningPhone> {
  const found = findModel(modelId);
  if (!found)
    throw new DeviceError(
      "no-device",
      `There is no virtual phone "${modelId}".`,
      `Choose one of: ${models.map(({ id }) => id).join(", ")} (candor phone list describes them).`,
    );
  const { now, port, allow, latencyMs, cutAfterBytes } = options;
  const phone = createPhone(modelId, { now });
  const listener = await startPhone(phone, {
    ...(port === undefined ? {} : { port }),
    ...(allow ? { authorisation: authorisation((key) => allow(key.comment)) } : {}),
    ...(latencyMs === undefined ? {} : { slow: { packet: latencyMs } }),
    ...(cutAfterBytes === undefined ? {} : { cutAfter: cutAfterBytes }),
  }).catch((error: unknown) => {
    throw portError(error, port ?? 0);
  });
  return { title: found.model.title, serial: phone.serial, port: listener.port, close: () => listener.close() };
}

/** Why a port cannot be listened on, in words; anything else as it is. */
function portError(error: unknown, port: number): unknown {
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  const next = "Choose another with --port, or leave it out: a free one is found then.";
  if (code === "EADDRINUSE") return new DeviceError("no-device", `Port ${port} is taken by another program.`, next);
  if (code === "EACCES") return new DeviceError("no-device", `This computer does not let you use port ${port}.`, next);
  return error;
}
