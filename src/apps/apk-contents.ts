import { FormatError } from "../core/errors.ts";
import { readApkEntry } from "../formats/apk-entry.ts";
import { shownName } from "../formats/apk-names.ts";
import type { ApkEntry, ApkZip } from "../formats/apk-zip.ts";
import { type AxmlDocument, readAxml } from "../formats/axml.ts";
import type { ZipCodec } from "../formats/zip.ts";
import type { TamperNotes } from "./app-tampering.ts";

/** The entries of an APK for whoever looks into them; every oddity that is met goes to the notes. */
export class ApkContents {
  readonly zip: ApkZip;
  readonly codec: ZipCodec;
  readonly notes: TamperNotes;
  /** The manifest as it is packed, once it was read: texts are searched in it as well. */
  manifestBytes: Uint8Array | undefined;
  /** Those that share their memory with nothing else. */
  readonly #unpacked = new WeakSet<Uint8Array>();

  constructor(zip: ApkZip, codec: ZipCodec, notes: TamperNotes) {
    this.zip = zip;
    this.codec = codec;
    this.notes = notes;
  }

  /** The entry of this name; undefined where there is none. */
  entry(name: string): ApkEntry | undefined {
    return this.zip.byName.get(name);
  }

  /**
   * Bytes of an entry.
   *
   * @throws FormatError where it cannot be read, or passes a limit.
   */
  async read(entry: ApkEntry): Promise<Uint8Array> {
    const { bytes, marks, packing } = await readApkEntry(this.zip, entry, this.codec);
    this.notes.add("entry", marks);
    if (packing === "deflated") this.#unpacked.add(bytes);
    return bytes;
  }

  /** Gives the memory of bytes that `read` gave back at once; they are empty after that. For large ones, which nobody needs any more. */
  letGo(bytes: Uint8Array): void {
    if (this.#unpacked.delete(bytes)) this.codec.letGo?.(bytes);
  }

  /**
   * A binary XML file.
   *
   * @throws FormatError where there is none, or it cannot be read.
   */
  async xml(name: string): Promise<AxmlDocument> {
    const entry = this.entry(name);
    if (!entry) throw new FormatError("apk", `there is no ${shownName(name)} in it`);
    const bytes = await this.read(entry);
    if (name === "AndroidManifest.xml") this.manifestBytes = bytes;
    const document = readAxml(bytes);
    this.notes.add("binary-xml", document.marks, name);
    return document;
  }
}
