import { type Body, lazyBody } from "../state/file-body.ts";
import type { PhoneState } from "../state/phone-state.ts";
import { greyJpeg } from "./jpeg-writer.ts";

const day = 86_400_000;
/** A fixed day, so that what is unchanged on the phone has the same times on the next start. */
const taken = Date.UTC(2026, 6, 11, 10, 15, 12);
const shared = "/storage/emulated/0";

const folders = ["DCIM/Screenshots", "Pictures/Grandma’s 80th 🎂", "Pictures/Sketches", "Movies/Screen recordings"];

/** Puts an ordinary owner's photos, videos, documents and messages on a phone; the same on every start. */
export function plantMedia(state: PhoneState): void {
  for (const folder of folders) state.files.plant(`${shared}/${folder}`, { mode: 0o2770, mtime: taken - 400 * day });
  const plant = (path: string, body: Body, daysAgo: number) =>
    state.files.plant(`${shared}/${path}`, { body, mode: 0o660, mtime: taken - daysAgo * day });
  for (let i = 0; i < 36; i++)
    plant(`DCIM/Camera/IMG_${stamp(3 + i * 4)}.jpg`, photo(i, 40_000 + ((i * 9973) % 180_000)), 3 + i * 4);
  for (let i = 0; i < 3; i++)
    plant(`DCIM/Camera/VID_${stamp(60 - i)}.mp4`, noise(i + 900, 1_500_000 + i * 700_001), 60 - i);
  for (let i = 0; i < 8; i++) plant(`DCIM/Screenshots/Screenshot_${stamp(20 + i)}.jpg`, photo(i + 100, 30_000), 20 + i);
  plant("Pictures/Grandma’s 80th 🎂/café-table.jpg", photo(200, 61_000), 200);
  plant("Pictures/.nomedia", new Uint8Array(), 200);
  plant('Pictures/Sketches/old "draft" (1).jpg', photo(201, 9_000), 300);
  plant("Movies/Screen recordings/first.mp4", noise(950, 2_200_123), 31);
  plant("Documents/Tenancy agreement.pdf", noise(960, 180_500), 150);
  plant("Documents/notes.txt", new TextEncoder().encode("Doctor on Tuesday, 14:30\n"), 2);
  state.provided = new Map([...state.provided, ...personal]);
}

/** What `content query` prints of the owner's messages, calls and contacts; all invented (numbers of ranges kept for fiction). */
const personal: readonly (readonly [string, readonly string[]])[] = [
  [
    "content://sms",
    [
      `_id=1, thread_id=1, address=+4930233125001, person=NULL, date=${taken - 9 * day}, type=1, read=1, body=Your code is 481 516. Nobody from us will ever ask for it.`,
      `_id=2, thread_id=2, address=+4930233125002, person=3, date=${taken - 2 * day}, type=2, read=1, body=On my way, see you at eight`,
    ],
  ],
  [
    "content://call_log/calls",
    [`_id=1, number=+4930233125002, date=${taken - 3 * day}, duration=184, type=1, name=Ada Example`],
  ],
  [
    "content://com.android.contacts/data",
    [
      "_id=7, raw_contact_id=3, mimetype=vnd.android.cursor.item/name, data1=Ada Example",
      "_id=8, raw_contact_id=3, mimetype=vnd.android.cursor.item/phone_v2, data1=+4930233125002",
    ],
  ],
];

/** A picture, and behind its end the bytes that cameras of phones put there. */
function photo(seed: number, size: number): Body {
  return lazyBody(async () => {
    const picture = greyJpeg(
      20,
      15,
      (x, y) => 128 + 100 * Math.sin((x * (1 + (seed % 5))) / 7) * Math.cos((y + seed) / 5),
    );
    const bytes = new Uint8Array(Math.max(size, picture.length));
    fill(bytes, seed + 1);
    bytes.set(picture);
    return bytes;
  });
}

function noise(seed: number, size: number): Body {
  return lazyBody(async () => {
    const bytes = new Uint8Array(size);
    fill(bytes, seed);
    return bytes;
  });
}

/** Bytes that do not compress, as media do not: xorshift (Marsaglia 2003). */
function fill(bytes: Uint8Array, seed: number): void {
  let state = (seed * 2_654_435_761) >>> 0 || 1;
  for (let i = 0; i < bytes.length; i++) {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    bytes[i] = state & 0xff;
  }
}

/** As cameras name what they took so many days before: 20260708_101512. */
function stamp(daysAgo: number): string {
  return new Date(taken - daysAgo * day).toISOString().slice(0, 19).replace(/[-:]/g, "").replace("T", "_");
}
