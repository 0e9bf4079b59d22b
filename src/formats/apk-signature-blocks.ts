import type { SigningBlock } from "./apk-signing-block.ts";
import type { ApkZip } from "./apk-zip.ts";

/** The values of an APK's signing block that signatures are made of; each undefined where Android finds none. */
export interface ApkBlocks {
  /** Where what is not covered by signatures begins; the table of contents where there is no signing block. */
  readonly offset: number;
  readonly v2: Uint8Array | undefined;
  readonly v3: Uint8Array | undefined;
  readonly v31: Uint8Array | undefined;
  readonly v32: Uint8Array | undefined;
  readonly stamp: { readonly version: 1 | 2; readonly value: Uint8Array } | undefined;
  readonly schemes: readonly ("v2" | "v3" | "v3.1" | "v3.2")[];
}

const ids = { v2: 0x7109871a, v3: 0xf05368c0, v31: 0x1b93ad61, v32: 0x70e1c89f } as const;
const stampIds = { 1: 0x2b09189e, 2: 0x6dff800d } as const;
const zip64LocatorSignature = 0x07064b50;
const zip64LocatorLength = 20;

/**
 * Reads the values that Android looks at: the first of each number, and none at all where Android does not find the block: then it goes
 * on as if there were no newer scheme than v1.
 */
export async function readBlocks(apk: ApkZip, block: SigningBlock | undefined): Promise<ApkBlocks> {
  const { file, end } = apk;
  const found = block?.android.opens === "yes" && !(await hasZip64Locator(apk)) ? block : undefined;
  const value = async (id: number) => {
    const pair = found?.pairs.find((each) => each.id === id);
    return pair && (await file.read(pair.offset, pair.length));
  };
  const [v2, v3, v31, v32] = [await value(ids.v2), await value(ids.v3), await value(ids.v31), await value(ids.v32)];
  const [stamp1, stamp2] = [await value(stampIds[1]), await value(stampIds[2])];
  const newest = stamp2 && ({ version: 2, value: stamp2 } as const);
  const schemes = [
    ...(v2 ? (["v2"] as const) : []),
    ...(v3 ? (["v3"] as const) : []),
    ...(v31 ? (["v3.1"] as const) : []),
    ...(v32 ? (["v3.2"] as const) : []),
  ];
  return {
    offset: found?.offset ?? end.directoryOffset,
    v2,
    v3,
    v31,
    v32,
    stamp: newest ?? (stamp1 && { version: 1, value: stamp1 }),
    schemes,
  };
}

/** Android looks for no signing block where a zip64 locator stands before the end record, whether or not it is asked for. */
async function hasZip64Locator({ file, end }: ApkZip): Promise<boolean> {
  if (end.eocdOffset < zip64LocatorLength) return false;
  const bytes = await file.read(end.eocdOffset - zip64LocatorLength, 4);
  return new DataView(bytes.buffer, bytes.byteOffset, 4).getUint32(0, true) === zip64LocatorSignature;
}
