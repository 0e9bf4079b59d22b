// A made-up vault for looking at the page: pictures that are drawn here, in a folder of its own that is gone with the program.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { crc32, deflateSync } from "node:zlib";
import type { Page } from "playwright-core";
import { heicWith, recorded } from "./page-film.ts";

/** Opens what is made for looking at; whoever sees it in a picture may know it. */
export const samplePassphrase = "orbit canyon velvet teapot lantern";

let folder: string | undefined;

/** Makes vaults where there are none yet, keeps a folder and a phone's photos in one, and gives its address below `/vault`. */
export async function sampleVault(window: Page): Promise<string> {
  const ask = async <T>(path: string, body?: unknown): Promise<T> =>
    (await window.evaluate(
      async ([at, given]) => {
        const answer = await fetch(`/api/v1${at}`, {
          method: given === undefined ? "GET" : "POST",
          ...(given !== undefined && { headers: { "content-type": "application/json" }, body: JSON.stringify(given) }),
        });
        if (!answer.ok) throw new Error(`${at}: ${answer.status} ${await answer.text()}`);
        return (await answer.json()) as unknown;
      },
      [path, body] as const,
    )) as T;
  const run = async (path: string, body: unknown) => {
    const { job } = await ask<{ readonly job: string }>(path, body);
    await window.evaluate(async (id) => await (await fetch(`/api/v1/jobs/${id}/events`)).text(), job);
  };
  const { vaults } = await ask<{ readonly vaults: readonly Known[] }>("/vaults");
  const known = vaults.find(({ name }) => name === "home");
  if (known) {
    if (known.locksAt === null) await ask(`/vaults/${known.id}/unlock`, { passphrase: samplePassphrase });
    return known.id;
  }
  if (folder === undefined) {
    folder = pictures();
    const { mp4, jpeg } = await recorded(window);
    const summer = join(folder, "Photos", "Summer at the lake");
    writeFileSync(join(summer, "VID_20260722.mp4"), mp4);
    writeFileSync(join(summer, "IMG_20260723.heic"), heicWith(jpeg));
  }
  const make = async (name: string, more: object) =>
    await ask<{ readonly id: string }>("/vaults", {
      place: join(folder ?? "", name),
      name,
      passphrase: samplePassphrase,
      ...more,
    });
  const { id } = await make("home", { rule: "EU/EEA" });
  for (const [name, country] of [
    ["family-disk", "DE"],
    ["office", "CH"],
  ] as const)
    await ask(`/vaults/${(await make(name, { country })).id}/lock`, {});
  await run(`/vaults/${id}/put`, { path: join(folder, "Photos") });
  await run(`/vaults/${id}/copies`, { place: join(folder, "usb-disk"), country: "AT" });
  await run(`/vaults/${id}/pull`, { phone: "virtual:hyperos", what: ["photos", "contacts"] });
  await run(`/vaults/${id}/check`, { readData: true });
  return id;
}

interface Known {
  readonly id: string;
  readonly name: string;
  readonly locksAt: string | null;
}

/** A folder with drawn pictures, a film and a HEIC photo that are none, and notes. */
function pictures(): string {
  const made = mkdtempSync(join(tmpdir(), "candor-pictures-"));
  process.once("exit", () => rmSync(made, { recursive: true, force: true }));
  const summer = join(made, "Photos", "Summer at the lake");
  for (const each of [summer, join(made, "Photos", "Papers")]) mkdirSync(each, { recursive: true });
  for (let i = 0; i < 14; i++) writeFileSync(join(summer, `IMG_${20260700 + i}.png`), landscape(i));
  writeFileSync(join(summer, "IMG_20260720.heic"), "no picture");
  writeFileSync(join(summer, "VID_20260721.mp4"), Buffer.alloc(700_000));
  writeFileSync(join(made, "Photos", "Papers", "lease.pdf"), Buffer.alloc(180_000));
  writeFileSync(join(made, "Photos", "Papers", "notes.txt"), "Doctor on Tuesday\n");
  return made;
}

/** Hills under a sky, 320 × 240, another for each number. */
function landscape(seed: number): Buffer {
  const [width, height] = [320, 240];
  const rows = Buffer.alloc((width * 3 + 1) * height);
  const hue = (seed * 47) % 360;
  const sun = [60 + ((seed * 83) % 200), 40 + ((seed * 31) % 60)] as const;
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const far = 130 + 18 * Math.sin((x + seed * 60) / 47) + 7 * Math.sin(x / 13 + seed);
      const near = 180 + 22 * Math.sin((x + seed * 90) / 71 + 2);
      const glow = Math.hypot(x - sun[0], y - sun[1]);
      const [h, s, l] =
        y > near
          ? [hue / 3 + 80, 0.35, 0.24]
          : y > far
            ? [hue / 3 + 90, 0.3, 0.42]
            : glow < 20
              ? [48, 0.95, 0.78]
              : [hue / 4 + 185, 0.55, 0.55 + (0.35 * y) / height];
      rows.set(rgb(h, s, l), y * (width * 3 + 1) + 1 + x * 3);
    }
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 2], 8);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([
    signature,
    chunk("IHDR", head),
    chunk("IDAT", deflateSync(rows)),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

function chunk(type: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, "latin1"), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, sum]);
}

function rgb(h: number, s: number, l: number): readonly [number, number, number] {
  const part = (n: number) => {
    const k = (n + h / 30) % 12;
    return Math.round(255 * (l - s * Math.min(l, 1 - l) * Math.max(-1, Math.min(k - 3, 9 - k, 1))));
  };
  return [part(0), part(8), part(4)];
}
