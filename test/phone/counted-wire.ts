import type { Wire } from "../../src/phone/wire.ts";

/** A wire that tells how many bytes go to the computer. */
export function countedWire(wire: Wire, onBytes: (count: number) => void): Wire {
  return {
    incoming: wire.incoming,
    send: (parts) => {
      onBytes(parts.reduce((sum, part) => sum + part.length, 0));
      wire.send(parts);
    },
    close: () => wire.close(),
  };
}
