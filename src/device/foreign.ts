import { DeviceError } from "../core/errors.ts";

/**
 * Refuses files that are known but not read, each with what to do.
 *
 * @param head the first bytes of the file
 * @throws DeviceError `unreadable`
 */
export function refuseForeign(head: Uint8Array, name: string): void {
  const text = String.fromCharCode(...head.subarray(0, 200));
  const foreign = signs.find(({ begins }) => begins.test(text));
  if (head.length === 0) throw new DeviceError("unreadable", `"${name}" is empty.`, "Take or copy it once more.");
  if (foreign) throw new DeviceError("unreadable", `"${name}" is ${foreign.is(text)}.`, foreign.next);
}

const takeReport =
  'Examine the phone itself, or take a bug report: "adb bugreport report.zip", or in its developer options.';

const signs: readonly { begins: RegExp; is: (text: string) => string; next: string }[] = [
  {
    begins: /^(?:age-encryption\.org\/v1\n|-----BEGIN AGE ENCRYPTED FILE-----)/,
    is: () => "encrypted with age, as AndroidQF does it",
    next: "Open it with its key, age --decrypt -i KEYFILE -o acquisition.zip FILE, and examine acquisition.zip.",
  },
  {
    begins: /^ANDROID BACKUP\n/,
    is: (text) =>
      /^ANDROID BACKUP\n\d+\n\d+\nnone\n/.test(text)
        ? "an Android backup: it holds data of apps, not the state of the phone"
        : "an encrypted Android backup: it holds data of apps, not the state of the phone",
    next: takeReport,
  },
  { begins: /^\x1f\x8b/, is: () => "packed with gzip", next: "Unpack it and examine what was in it." },
  { begins: /^7z\xbc\xaf\x27\x1c/, is: () => "a 7-Zip archive", next: "Unpack it and examine what was in it." },
  { begins: /^Rar!\x1a\x07/, is: () => "a RAR archive", next: "Unpack it and examine what was in it." },
  { begins: /^%PDF-/, is: () => "a PDF document", next: takeReport },
  { begins: /^\x7fELF/, is: () => "a program", next: takeReport },
  { begins: /^SQLite format 3\0/, is: () => "a database", next: takeReport },
];
