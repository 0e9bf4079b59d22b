import { randomInt } from "node:crypto";
import { createServer } from "node:net";

/**
 * A free port below those that the system gives to outgoing connections, and outside 5555 to 5585, where the adb server looks
 * for emulators. Among the former, an adb that asks for its server before there is one may be connected to itself, and takes
 * its own question for an answer ("protocol fault (status 30 30 30 63?!)").
 */
export async function freePort(): Promise<number> {
  const server = createServer();
  const port = randomInt(10_000, 32_000);
  const free = await new Promise<boolean>((resolve) => {
    server.once("error", () => resolve(false)).listen(port, "127.0.0.1", () => resolve(true));
  });
  if (!free) return freePort();
  await new Promise((resolve) => server.close(resolve));
  return port;
}
