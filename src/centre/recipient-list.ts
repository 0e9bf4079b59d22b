import type { Recipient } from "age-encryption";
import { VaultError } from "../core/errors.ts";
import { sshRecipient } from "../vault/age-ssh.ts";
import { sshRsaRecipient } from "../vault/ssh-rsa-recipient.ts";
import { x25519Recipient } from "../vault/x25519-identity.ts";

/** For whom something is sealed, as a person wrote it. */
export interface NamedRecipient {
  readonly kind: "age" | "ssh-ed25519" | "ssh-rsa";
  /** The key without what stands behind it. */
  readonly text: string;
  /** What stands behind an SSH key: often whose it is; outside text. */
  readonly comment: string | null;
  /** What wraps the key of a file; for the library where it is a text. */
  readonly recipient: string | Recipient;
}

/** A file that names more is none that people write. */
const most = 200;

/**
 * The recipients in a text, a line each, with # before comments: `age1…`, `ssh-ed25519 …` and `ssh-rsa …`.
 *
 * @throws VaultError `refused` for a line that is none
 */
export function recipientList(text: string): readonly NamedRecipient[] {
  const lines = text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== "" && !line.startsWith("#"));
  if (lines.length > most) throw new VaultError("refused", "These are more than 200 recipients.");
  const all = lines.map(recipientOf);
  // The same key twice would open the file no better.
  return all.filter(({ text: key }, at) => all.findIndex((other) => other.text === key) === at);
}

function recipientOf(line: string): NamedRecipient {
  if (/^age1[0-9a-z]+$/.test(line)) return ageRecipient(line);
  const [kind, key = "", ...comment] = line.replace(/^.*?(?=ssh-(?:ed25519|rsa) )/, "").split(/\s+/);
  if (kind === "ssh-ed25519" || kind === "ssh-rsa")
    try {
      const text = `${kind} ${key}`;
      const recipient = kind === "ssh-rsa" ? sshRsaRecipient(text) : sshRecipient(text);
      return { kind, text, comment: comment.join(" ").slice(0, 100) || null, recipient };
    } catch {
      // Said below.
    }
  if (line.includes("PRIVATE KEY") || /^AGE-SECRET-KEY-/i.test(line))
    throw new VaultError(
      "refused",
      "This is the secret half of a key, which nobody but its owner may have.",
      "Ask for the public half: it begins with age1 or ssh-.",
    );
  throw new VaultError(
    "refused",
    `${JSON.stringify(line.slice(0, 80))} is no recipient.`,
    "It begins with age1, ssh-ed25519 or ssh-rsa; other kinds of keys cannot be used.",
  );
}

function ageRecipient(text: string): NamedRecipient {
  const recipient = x25519Recipient(text);
  // Those of X25519 all have 62 characters; what is longer is of another kind, which the library knows to judge.
  if (recipient === null && text.length <= 62)
    throw new VaultError("refused", `${JSON.stringify(text)} is no recipient.`, "It is mistyped: copy it once more.");
  return { kind: "age", text, comment: null, recipient: recipient ?? text };
}
