import { createHash } from "node:crypto";
import {
  closeSync,
  ftruncateSync,
  lutimesSync,
  mkdirSync,
  openSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
  writeSync,
} from "node:fs";
import { join } from "node:path";

/** Bytes that look random and are the same in every run. */
export function noise(bytes: number, seed: string): Buffer {
  const parts: Buffer[] = [];
  for (let at = 0; at * 64 < bytes; at++) parts.push(createHash("sha512").update(`${seed} ${at}`).digest());
  return Buffer.concat(parts).subarray(0, bytes);
}

/** A folder with what is hard to keep: many small files, none, large, sparse, hostile names, links, times with nanoseconds. */
export function makeTree(folder: string, { files, sparse }: { readonly files: number; readonly sparse: number }): void {
  mkdirSync(folder, { recursive: true });
  for (let n = 0; n < files; n++) {
    const inside = join(folder, `many ${n % 20}`);
    mkdirSync(inside, { recursive: true });
    writeFileSync(join(inside, `note ${n}.txt`), `Note ${n}\n`.repeat(1 + (n % 50)), {
      mode: n % 3 === 0 ? 0o600 : 0o644,
    });
  }
  writeFileSync(join(folder, "empty"), "");
  mkdirSync(join(folder, "empty folder"), { mode: 0o700 });
  writeFileSync(join(folder, "photo.jpg"), noise(5_000_000, "photo"));
  writeFileSync(join(folder, "photo again.jpg"), noise(5_000_000, "photo"));
  writeFileSync(join(folder, "exactly 512 KiB"), noise(524_288, "edge"));
  writeFileSync(join(folder, "letters.txt"), "The quick brown fox. ".repeat(200_000));
  const large = openSync(join(folder, "sparse"), "w");
  ftruncateSync(large, sparse);
  writeSync(large, "in the middle", Math.floor(sparse / 2));
  closeSync(large);
  for (const name of [
    "Grüße 🎉",
    "日本語",
    "new\nline",
    'quo"te',
    "back\\slash",
    "a\\b\\x41",
    "\x1b[31mred\x07",
    "<&>",
    "\u2028",
    "-rf",
    " ",
  ])
    writeFileSync(join(folder, name), `content of ${JSON.stringify(name)}`);
  if (process.platform === "linux")
    writeFileSync(Buffer.concat([Buffer.from(`${folder}/not utf-8 `), Buffer.from([0xff, 0xfe, 0x80])]), "bytes");
  symlinkSync("photo.jpg", join(folder, "link"));
  symlinkSync("../../../../etc/passwd", join(folder, "link out"));
  symlinkSync("nowhere", join(folder, "link to nothing"));
  lutimesSync(join(folder, "link"), 1_234_567_890.123456, 1_234_567_890.123456);
  utimesSync(join(folder, "photo.jpg"), 1_500_000_000.987654, 1_500_000_000.987654);
  utimesSync(join(folder, "letters.txt"), -86_400, -86_400);
}
