import { readFile } from "node:fs/promises";
import { join } from "node:path";
import * as z from "zod";
import { writeFileAtomic } from "./write-file.ts";

/** Whether Candor's page follows phones while it runs. */
export const followingSettings = z.object({
  on: z.boolean().describe("Known phones are examined whenever they are connected"),
  notify: z.boolean().describe("What changed is also shown as a notification of this computer"),
});
export type FollowingSettings = z.output<typeof followingSettings>;

const file = "following.json";
const usual: FollowingSettings = { on: false, notify: true };

/** As they were kept; off where they were not, or cannot be read. They are not private: following begins while all else is locked. */
export async function readFollowing(dataFolder: string): Promise<FollowingSettings> {
  try {
    const read = followingSettings.safeParse(JSON.parse(await readFile(join(dataFolder, file), "utf8")));
    return read.success ? read.data : usual;
  } catch {
    return usual;
  }
}

/** Keeps them. @throws the system's error */
export async function writeFollowing(dataFolder: string, settings: FollowingSettings): Promise<void> {
  await writeFileAtomic(join(dataFolder, file), `${JSON.stringify(settings)}\n`);
}
