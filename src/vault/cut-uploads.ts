import { randomUUID } from "node:crypto";

/** A file at a place and when it was last written, in milliseconds by the clock of the place. */
export interface DatedFile {
  readonly name: string;
  readonly modified: number;
}

/** No upload takes as long. */
const dayMs = 24 * 60 * 60_000;

/** A name under which a file lies at a place while it is written, until it is whole. */
export function partialName(): string {
  return `.${randomUUID()}.part`;
}

/** Whether this is such a name, whoever gave it. */
export function isPartial(name: string): boolean {
  return /^\.[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\.part$/.test(name);
}

/**
 * What uploads left behind that were cut off: files under such a name, a day older than the newest lock. Whoever sweeps has just written a lock, so that
 * the time now is the place's own, whatever clocks say elsewhere, and nothing that another is writing meanwhile is as old.
 */
export function leftBehind(locks: readonly DatedFile[], files: readonly DatedFile[]): readonly string[] {
  const now = locks
    .filter(({ name }) => /^[0-9a-f]{64}$/.test(name))
    .reduce((most, { modified }) => (modified > most ? modified : most), 0);
  return files.filter(({ name, modified }) => isPartial(name) && now - modified > dayMs).map(({ name }) => name);
}
