import { FormatError } from "../core/errors.ts";
import { defineFact, reading } from "../core/fact.ts";
import { users } from "./users.ts";

/** Certificate authorities that were added to the phone for one user, besides those of the system. */
export interface UserCertificates {
  readonly user: number;
  /** File names, the hash of the authority's name and a number (`9a5ba575.0`); null where only a notice of them was seen. */
  readonly files: readonly string[] | null;
}

/**
 * Added certificate authorities: the folder of each user, or the notice which Android shows about them. The notice proves that
 * there are some; its absence proves nothing, so it is no answer.
 * AOSP: external/conscrypt, TrustedCertificateStore; services/devicepolicy, CertificateMonitor; SystemMessage.NOTE_SSL_CERT_INFO.
 */
export const userCertificates = defineFact({
  id: "user-certificates",
  about: "Certificate authorities added by hand, by an app or by a manager",
  needs: { users },
  read: ({ users }) => [["sh", "-c", listing(users.map(({ id }) => id))]],
  parse: ([text = ""], { users }): readonly UserCertificates[] => {
    if (!/^end\n?$/m.test(text.slice(-5))) throw new FormatError("added certificates", "the listing has no end");
    return users.map(({ id }) => ({ user: id, files: filesOf(text, id) }));
  },
  otherwise: [
    reading({
      read: () => [["dumpsys", "notification"]],
      parse: ([text = ""]): readonly UserCertificates[] => {
        const found = [...text.matchAll(/^ +NotificationRecord\(\w+: pkg=android user=UserHandle\{(-?\d+)\} id=33 /gm)];
        if (found.length === 0)
          throw new FormatError("dumpsys notification", "no notice of added certificates, which proves nothing");
        return [...new Set(found.map(([, user]) => Math.max(0, Number(user))))].map((user) => ({ user, files: null }));
      },
    }),
  ],
});

function listing(ids: readonly number[]): string {
  const each = `echo "user $u"; ls -a /data/misc/user/$u/cacerts-added 2>&1`;
  return `for u in ${ids.join(" ")}; do ${each}; done; echo end`;
}

/** The folder appears with the first certificate: while it does not exist, there is none. */
function filesOf(text: string, user: number): readonly string[] {
  const folder = `/data/misc/user/${user}/cacerts-added`;
  const block = new RegExp(`^user ${user}\\n((?:(?!user \\d|end$).*\\n)*)`, "m").exec(text)?.[1];
  if (block === undefined) throw new FormatError("added certificates", `nothing about user ${user}`);
  const lines = block.split("\n").filter((line) => line.trim() !== "");
  if (lines.length === 1 && lines[0] === `ls: ${folder}: No such file or directory`) return [];
  if (!lines.includes(".")) throw new FormatError("added certificates", lines[0]?.slice(0, 120) ?? "an empty listing");
  const files = lines.filter((line) => line !== "." && line !== "..");
  const strange = files.find((file) => !/^[0-9a-f]{1,8}\.\d{1,3}$/.test(file));
  if (strange !== undefined)
    throw new FormatError("added certificates", `an unexpected line "${strange.slice(0, 60)}"`);
  return files;
}
