// Films and a photo for looking at the page, drawn and recorded by the browser itself.
import type { Page } from "playwright-core";

/** A boat on a lake at dusk, 320 × 240, for two and a half seconds. */
export async function recorded(window: Page): Promise<Readonly<Record<"mp4" | "webm" | "jpeg", Buffer>>> {
  const found = await window.evaluate<Readonly<Record<string, string>>>(`(${program})()`);
  const bytes = (name: string) => Buffer.from(found[name] ?? "", "base64");
  return { mp4: bytes("mp4"), webm: bytes("webm"), jpeg: bytes("jpeg") };
}

/** Runs in the browser: gives the files in base64. */
const program = `async () => {
  const canvas = document.createElement("canvas");
  [canvas.width, canvas.height] = [320, 240];
  const context = canvas.getContext("2d");
  const texts = {};
  const keep = async (name, blob) => {
    const bytes = new Uint8Array(await blob.arrayBuffer());
    texts[name] = btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));
  };
  const fill = (style, ...corners) => {
    context.fillStyle = style;
    context.beginPath();
    for (const [x, y] of corners) context.lineTo(x, y);
    context.fill();
  };
  const draw = (i) => {
    fill("hsl(" + (20 + i / 3) + " 80% 68%)", [0, 0], [320, 0], [320, 130], [0, 130]);
    fill("hsl(250 25% 35%)", [0, 130], [60, 80], [120, 118], [200, 70], [320, 130]);
    fill("hsl(205 55% 40%)", [0, 130], [320, 130], [320, 240], [0, 240]);
    const at = 60 + i * 3;
    fill("hsl(25 45% 25%)", [at, 170], [at + 60, 170], [at + 48, 186], [at + 12, 186]);
    fill("hsl(45 60% 92%)", [at + 30, 100], [at + 30, 164], [at + 66, 164]);
  };
  for (const name of ["mp4", "webm"]) {
    draw(0);
    const recorder = new MediaRecorder(canvas.captureStream(20), { mimeType: "video/" + name });
    const parts = [];
    recorder.addEventListener("dataavailable", ({ data }) => parts.push(data));
    const stopped = new Promise((resolve) => recorder.addEventListener("stop", resolve));
    recorder.start();
    for (let i = 0; i < 50; i++) {
      draw(i);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    recorder.stop();
    await stopped;
    await keep(name, new Blob(parts));
  }
  await keep("jpeg", await new Promise((resolve) => canvas.toBlob(resolve, "image/jpeg")));
  return texts;
}`;

/** A HEIC file without its large picture; with a JPEG, that is its only item that browsers draw. */
export function heicWith(jpeg: Buffer | null): Buffer {
  const ftyp = box("ftyp", Buffer.from("heic\0\0\0\0mif1"));
  if (jpeg === null) return Buffer.concat([ftyp, box("meta", Buffer.alloc(4)), box("mdat", Buffer.alloc(2000, 7))]);
  const infe = box("infe", Buffer.from([2, 0, 0, 0, 0, 1, 0, 0]), Buffer.from("jpeg\0"));
  const place = Buffer.alloc(24);
  place.set([1, 0, 0, 0, 0x44, 0, 0, 1, 0, 1, 0, 1, 0, 0, 0, 1]);
  place.writeUInt32BE(jpeg.length, 20);
  const list = box("iinf", Buffer.from([0, 0, 0, 0, 0, 1]), infe);
  return Buffer.concat([ftyp, box("meta", Buffer.alloc(4), list, box("iloc", place), box("idat", jpeg))]);
}

/** A box of an ISO base media file. */
export function box(type: string, ...parts: readonly Uint8Array[]): Buffer {
  const content = Buffer.concat(parts);
  const head = Buffer.alloc(8);
  head.writeUInt32BE(content.length + 8);
  head.write(type, 4, "latin1");
  return Buffer.concat([head, content]);
}
