/**
 * Gives the memory of a large buffer back at once, which nobody may use any more: megabytes would wait for the collector otherwise, and memory
 * that is used again costs a fraction of new memory.
 */
export function release({ buffer, length }: Uint8Array): void {
  if (length >= 65_536 && buffer instanceof ArrayBuffer && buffer.byteLength === length) buffer.transfer(0);
}

/** Gives back all of the memory that a view is of, for whoever knows that nobody else has a view of it. */
export function releaseAll({ buffer }: Uint8Array): void {
  if (buffer.byteLength > 65_536 && buffer instanceof ArrayBuffer) buffer.transfer(0);
}
