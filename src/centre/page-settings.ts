import { readFile } from "node:fs/promises";
import { join } from "node:path";
import * as z from "zod";
import { writeFileAtomic } from "./write-file.ts";

/** How a person wants the page: kept here, since the page has another address at every start and keeps nothing itself. */
export const pageSettings = z.object({
  language: z
    .string()
    .regex(/^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/)
    .max(35)
    .nullable()
    .describe("BCP 47; null for what the browser prefers"),
  theme: z.enum(["system", "light", "dark"]),
});
export type PageSettings = z.output<typeof pageSettings>;

const file = "settings.json";
const usual: PageSettings = { language: null, theme: "system" };

/** The settings; the usual ones where none were kept, or they cannot be read. They are not private, and readable while all else is locked. */
export async function readPageSettings(dataFolder: string): Promise<PageSettings> {
  try {
    const read = pageSettings.safeParse(JSON.parse(await readFile(join(dataFolder, file), "utf8")));
    return read.success ? read.data : usual;
  } catch {
    return usual;
  }
}

/** Keeps them. @throws the system's error */
export async function writePageSettings(dataFolder: string, settings: PageSettings): Promise<void> {
  await writeFileAtomic(join(dataFolder, file), `${JSON.stringify(settings)}\n`);
}
