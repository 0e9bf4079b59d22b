import type { Service, Services } from "./stream.ts";
import type { Wire } from "./wire.ts";

/**
 * A slow connection: each packet that the phone sends arrives `milliseconds` later, in order.
 *
 * As on a real cable the delay does not add up over packets that are under way together.
 */
export function slowWire(wire: Wire, milliseconds: number): Wire {
  const timers = new Set<ReturnType<typeof setTimeout>>();
  let last = Promise.resolve();
  const later = (action: () => void) => {
    const due = new Promise<void>((resolve) => {
      const timer = setTimeout(() => {
        timers.delete(timer);
        resolve();
      }, milliseconds);
      timers.add(timer);
    });
    // Timers of equal length may fire in any order on a busy machine; packets may not change places.
    last = Promise.all([last, due]).then(action);
  };
  return {
    incoming: wire.incoming,
    send: (parts) => later(() => wire.send(parts)),
    close: () => later(() => wire.close()),
  };
}

/** A cable that is pulled: after `bytes` bytes to the computer the connection ends, within a packet where it falls so. */
export function cutWire(wire: Wire, bytes: number): Wire {
  let left = bytes;
  const send = (parts: readonly Uint8Array[]) => {
    for (const part of parts) {
      if (left <= 0) break;
      const arriving = part.subarray(0, left);
      wire.send([arriving]);
      left -= part.length;
    }
    if (left <= 0) wire.close();
  };
  if (bytes <= 0) wire.close();
  return { incoming: wire.incoming, send, close: () => wire.close() };
}

/** Every service begins `milliseconds` late, as on a phone that is busy. */
export function slowServices(services: Services, milliseconds: number): Services {
  return wrapped(services, (service) => async (stream) => {
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, milliseconds);
      stream.signal.addEventListener("abort", () => {
        clearTimeout(timer);
        resolve();
      });
    });
    await service(stream);
  });
}

/** What a refusing phone answers to every command. */
export interface Refusal {
  readonly stdout?: string;
  readonly stderr?: string;
  readonly exitCode?: number;
}

/** A phone that lets itself be connected and answers every shell command with the same refusal; files are refused as well. */
export function refusingServices(services: Services, refusal: Refusal): Services {
  const { stdout = "", stderr = "", exitCode = 0 } = refusal;
  return (name) => {
    if (name.startsWith("shell,v2")) {
      return async (stream) => {
        await stream.write(shellPacket(1, stdout));
        await stream.write(shellPacket(2, stderr));
        await stream.write(Uint8Array.of(3, 1, 0, 0, 0, exitCode & 0xff));
      };
    }
    if (/^(shell|exec)\b/.test(name)) return (stream) => stream.write(new TextEncoder().encode(stdout + stderr));
    return name.startsWith("sync:") ? undefined : services(name);
  };
}

/** A phone that accepts every command and never answers. */
export function silentServices(services: Services): Services {
  return wrapped(services, () => silence);
}

const silence: Service = ({ signal }) =>
  new Promise((resolve) => {
    if (signal.aborted) resolve();
    signal.addEventListener("abort", () => resolve());
  });

function wrapped(services: Services, wrap: (service: Service) => Service): Services {
  return (name) => {
    const service = services(name);
    return service === undefined ? undefined : wrap(service);
  };
}

function shellPacket(kind: number, text: string): Uint8Array {
  const data = new TextEncoder().encode(text);
  if (data.length === 0) return data;
  const bytes = new Uint8Array(5 + data.length);
  bytes[0] = kind;
  new DataView(bytes.buffer).setUint32(1, data.length, true);
  bytes.set(data, 5);
  return bytes;
}
