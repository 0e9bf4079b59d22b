import { FormatError } from "../core/errors.ts";
import type { Section, Unread } from "./app-record.ts";

/**
 * Runs what reads one section. What the file does wrong becomes the section's reason; what the source of its bytes does (a phone that is
 * gone, a stop by the person) is thrown on, because it says nothing about the app.
 */
export async function section<T>(read: () => Promise<T> | T): Promise<Section<T>> {
  try {
    return await read();
  } catch (error) {
    return { unread: reasonOf(error) };
  }
}

/** The reason in an error that the file is to blame for; throws any other error on. */
export function reasonOf(error: unknown): string {
  if (error instanceof FormatError) return error.message;
  // A size that no memory holds: the engine's own error for arrays and texts that are too long.
  if (error instanceof RangeError) return `it takes more memory than there is (${error.message})`;
  throw error;
}

/** A section that stands on another one, which could not be read. */
export function unread(reason: string): Unread {
  return { unread: reason };
}
