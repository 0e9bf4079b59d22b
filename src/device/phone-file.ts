import { DeviceError } from "../core/errors.ts";
import type { Source } from "../core/source.ts";
import type { RandomAccess } from "../formats/zip.ts";

/** A file on a phone, of which only the parts that are asked for are transferred. */
export interface PhoneFile extends RandomAccess {
  /** Bytes that came from the phone so far. */
  readonly transferred: number;
}

/** Limits of one read, and who is told of the bytes. */
export interface PhoneFileOptions {
  readonly signal?: AbortSignal | undefined;
  /** Told after each read of the bytes that it transferred. */
  readonly onBytes?: ((bytes: number) => void) | undefined;
}

/**
 * A file on a phone as bytes that can be read anywhere. `size` is what the phone said of it before.
 *
 * Its `read` throws DeviceError where the phone refuses or vanishes, and FormatError where it gives other than what was asked for.
 */
export function phoneFile(_source: Source, path: string, size: number, _options: PhoneFileOptions = {}): PhoneFile {
  return {
    size,
    transferred: 0,
    read: () => Promise.reject(new DeviceError("absent", `${path} is not read yet.`)),
  };
}
