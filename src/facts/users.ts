import { FormatError } from "../core/errors.ts";
import { defineFact, reading } from "../core/fact.ts";

/** One Android user. `flags` is the UserInfo bit set (AOSP: android.content.pm.UserInfo). */
export interface User {
  readonly id: number;
  readonly name: string;
  readonly flags: number;
  readonly running: boolean | null;
}

const row = /UserInfo\{(\d+):(.*):([0-9a-f]+)\}(.*)$/i;

function parseUsers(text: string): readonly User[] {
  const users = text.split("\n").flatMap((line) => {
    const match = row.exec(line);
    if (!match) return [];
    const [, id = "", name = "", flags = "", rest = ""] = match;
    return [{ id: Number(id), name, flags: Number.parseInt(flags, 16), running: /\brunning\b/.test(rest) }];
  });
  if (users.length === 0) throw new FormatError("pm list users", "no UserInfo found");
  return users;
}

/** Users of the phone: the owner, work profiles, second space, dual apps, guests. */
export const users = defineFact({
  id: "users",
  about: "Users and profiles on the phone",
  read: () => [["pm", "list", "users"]],
  parse: ([text = ""]) => parseUsers(text),
  otherwise: [
    reading({
      read: () => [["dumpsys", "user"]],
      parse: ([text = ""]) => parseUsers(text).map((user) => ({ ...user, running: null })),
    }),
  ],
});
