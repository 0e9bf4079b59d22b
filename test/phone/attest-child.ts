import { attestByDex } from "../../src/centre/attest-dex.ts";
import { openServerPhone } from "../../src/device/adb-server.ts";

// Asks the phone with this serial number, through the adb server of the environment, and prints what came of it.

const source = await openServerPhone({ serial: process.argv[2] ?? "", takenAt: Date.now() });
try {
  process.stdout.write(JSON.stringify(await attestByDex(source, Uint8Array.of(1, 2, 0xff))));
} finally {
  await source.close();
}
