import fc from "fast-check";
import { expect, test } from "vitest";
import { FormatError } from "../../src/core/errors.ts";
import { fileOf } from "../../src/formats/file-window.ts";
import { heifPreview, isHeif } from "../../src/formats/heif-preview.ts";

const jpeg = Buffer.from([0xff, 0xd8, 0xff, 0xdb, 0, 4, 1, 2, 0xff, 0xd9]);
const box = (type: string, ...parts: readonly Uint8Array[]) => {
  const content = Buffer.concat(parts);
  const head = Buffer.alloc(8);
  head.writeUInt32BE(content.length + 8);
  head.write(type, 4, "latin1");
  return Buffer.concat([head, content]);
};
const full = (type: string, version: number, ...parts: readonly Uint8Array[]) =>
  box(type, Buffer.from([version, 0, 0, 0]), ...parts);
const u16 = (...values: readonly number[]) => Buffer.from(values.flatMap((value) => [value >> 8, value & 255]));
const u32 = (value: number) => u16(value >>> 16, value & 0xffff);

interface Item {
  readonly id: number;
  readonly type: string;
  readonly content: Uint8Array;
  readonly isProtected?: boolean;
}

/** A HEIF file whose items lie in `mdat`, or, with `inside`, in `idat`. */
function heif(items: readonly Item[], { inside = false, brand = "heic" } = {}): Buffer {
  const ftyp = box("ftyp", Buffer.from(`${brand}\0\0\0\0mif1`, "latin1"));
  const info = items.map(({ id, type, isProtected }) =>
    full("infe", 2, u16(id, isProtected ? 1 : 0), Buffer.from(type, "latin1"), Buffer.from([0])),
  );
  const data = Buffer.concat(items.map(({ content }) => content));
  const iinf = full("iinf", 0, u16(items.length), ...info);
  const idat = inside ? box("idat", data) : Buffer.alloc(0);
  const make = (base: number) => {
    let at = base;
    const places = items.map(({ id, content }) => {
      const place = Buffer.concat([u16(id, inside ? 1 : 0, 0, 1), u32(at), u32(content.length)]);
      at += content.length;
      return place;
    });
    return Buffer.concat([
      ftyp,
      full(
        "meta",
        0,
        full("hdlr", 0, Buffer.alloc(20)),
        iinf,
        full("iloc", 1, u16(0x4400, items.length), ...places),
        idat,
      ),
      ...(inside ? [] : [box("mdat", data)]),
    ]);
  };
  return make(inside ? 0 : make(0).length - data.length);
}

/** Exif with a thumbnail, of one order of bytes. */
function exif(thumbnail: Uint8Array, { little = true, orientation = 1, skip = 6 } = {}): Buffer {
  const number = (value: number, size: number) => {
    const bytes = Buffer.alloc(size);
    if (little) bytes.writeUIntLE(value, 0, size);
    else bytes.writeUIntBE(value, 0, size);
    return bytes;
  };
  const entry = (tag: number, kind: number, value: number) =>
    Buffer.concat([
      number(tag, 2),
      number(kind, 2),
      number(1, 4),
      number(value, kind === 3 ? 2 : 4),
      Buffer.alloc(kind === 3 ? 2 : 0),
    ]);
  const tiff = Buffer.concat([
    Buffer.from(little ? "II" : "MM"),
    number(42, 2),
    number(8, 4),
    number(1, 2),
    entry(0x0112, 3, orientation),
    number(26, 4),
    number(2, 2),
    entry(0x0201, 4, 56),
    entry(0x0202, 4, thumbnail.length),
    number(0, 4),
    thumbnail,
  ]);
  return Buffer.concat([u32(skip), Buffer.from("Exif\0\0garbage").subarray(0, skip), tiff]);
}

const preview = async (file: Uint8Array) => {
  const found = await heifPreview(fileOf(file));
  return found && Buffer.from(found);
};

test.each([false, true])("an item that is JPEG is the preview (in the list of items: %s)", async (inside) => {
  const hevc = { id: 1, type: "hvc1", content: Buffer.alloc(300, 7) };
  expect(await preview(heif([hevc, { id: 2, type: "jpeg", content: jpeg }], { inside }))).toEqual(jpeg);
});

test("of several the largest counts; what only says that it is JPEG is none", async () => {
  const large = Buffer.concat([jpeg, jpeg]);
  const items = [
    { id: 1, type: "jpeg", content: jpeg },
    { id: 2, type: "jpeg", content: large },
    { id: 3, type: "jpeg", content: Buffer.from("<script>alert(1)</script><!-- a longer text than the others -->") },
  ];
  expect(await preview(heif(items))).toEqual(large);
  expect(await preview(heif([items[2] as Item]))).toBeNull();
  expect(await preview(heif([{ id: 1, type: "jpeg", content: jpeg, isProtected: true }]))).toBeNull();
});

test.each([true, false])("the thumbnail in Exif is the preview (little-endian: %s)", async (little) => {
  const hevc = { id: 1, type: "hvc1", content: Buffer.alloc(300, 7) };
  expect(await preview(heif([hevc, { id: 2, type: "Exif", content: exif(jpeg, { little }) }]))).toEqual(jpeg);
  expect(await preview(heif([{ id: 2, type: "Exif", content: exif(jpeg, { little, skip: 0 }) }]))).toEqual(jpeg);
});

test("a thumbnail that lies on its side says so", async () => {
  const found = await preview(heif([{ id: 2, type: "Exif", content: exif(jpeg, { orientation: 6 }) }]));
  expect(found?.subarray(0, 4).toString("hex")).toBe("ffd8ffe1");
  const length = found?.readUInt16BE(4) ?? 0;
  const segment = found?.subarray(6, 4 + length);
  expect(segment?.subarray(0, 6).toString("latin1")).toBe("Exif\0\0");
  expect(segment?.subarray(14).toString("hex")).toBe("0001" + "0112000300000001" + "00060000" + "00000000");
  expect(found?.subarray(4 + length)).toEqual(jpeg.subarray(2));
});

test("without any there is none, and other files are told", async () => {
  expect(await preview(heif([{ id: 1, type: "hvc1", content: Buffer.alloc(30) }]))).toBeNull();
  expect(await preview(heif([]))).toBeNull();
  await expect(preview(jpeg)).rejects.toThrow(FormatError);
  await expect(preview(Buffer.alloc(0))).rejects.toThrow("it lists no items");
  expect(isHeif(heif([]).subarray(0, 32))).toBe(true);
  for (const brand of ["mif1", "heix"]) expect(isHeif(heif([], { brand }))).toBe(true);
  for (const brand of ["avif", "isom", "crx "]) expect(isHeif(heif([], { brand }))).toBe(false);
});

test("only the list and the preview are read of a large file", async () => {
  const file = heif([
    { id: 1, type: "hvc1", content: Buffer.alloc(2_000_000) },
    { id: 2, type: "jpeg", content: jpeg },
  ]);
  let read = 0;
  const counted = {
    size: file.length,
    read: async (at: number, length: number) => {
      read += length;
      return file.subarray(at, at + length);
    },
  };
  expect(Buffer.from((await heifPreview(counted)) ?? [])).toEqual(jpeg);
  expect(read).toBeLessThan(1000);
});

test("whatever is changed in one, it has a preview, has none, or is no HEIF file", async () => {
  const whole = heif([
    { id: 1, type: "hvc1", content: Buffer.alloc(40, 7) },
    { id: 2, type: "Exif", content: exif(jpeg, { orientation: 6 }) },
    { id: 3, type: "jpeg", content: Buffer.from("no jpeg") },
  ]);
  const hold = async (file: Buffer) => {
    try {
      const found = await preview(file);
      if (found) expect([...found.subarray(0, 3)]).toEqual([0xff, 0xd8, 0xff]);
      return "read";
    } catch (error) {
      if (!(error instanceof FormatError)) throw error;
      return "refused";
    }
  };
  const seen = new Set<string>();
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { minLength: 1, maxLength: 6 }),
      fc.nat(whole.length),
      async (changes, length) => {
        const file = Buffer.from(whole);
        for (const [at, value] of changes) file[at] = value;
        seen.add(await hold(file));
        seen.add(await hold(file.subarray(0, length)));
      },
    ),
    { numRuns: 1500 },
  );
  expect([...seen].sort()).toEqual(["read", "refused"]);
});
