import { z } from "zod";
import { version } from "../centre/version.ts";
import type { Api } from "./api.ts";
import { type ServerContext, storeOf } from "./context.ts";

const about = z.object({ candor: z.string(), privacy: z.enum(["plain", "locked", "unlocked"]) });
const reference = z.string().describe("serial:…, address:HOST:PORT or virtual:MODEL");
const phones = z.object({
  attached: z.array(
    z.object({
      ref: reference,
      serial: z.string(),
      model: z.string().nullable(),
      state: z.string().describe("The adb server's word; device is ready"),
      advice: z.string().nullable(),
    }),
  ),
  virtual: z.array(z.object({ ref: reference, title: z.string(), description: z.string() })),
  problem: z
    .object({ message: z.string(), next: z.string().nullable() })
    .nullable()
    .describe("Why attached phones cannot be seen"),
});

/** What there is: this Candor, and the phones that it can reach. */
export function phoneRoutes(api: Api, context: ServerContext): void {
  api.get("/about", { about: "This Candor, and whether what it keeps is locked", answer: about }, async () => ({
    candor: version,
    privacy: (await storeOf(context)).state,
  }));
  api.get(
    "/phones",
    { about: "The phones that can be reached, and the virtual ones", answer: phones },
    async ({ signal }) => context.phones.list(signal),
  );
}
