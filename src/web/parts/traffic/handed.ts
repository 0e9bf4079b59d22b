/** Files that were dropped elsewhere on the page and belong here; whoever takes them has them alone. */
let handed: readonly File[] = [];

/** Hands files on to the view of traffic. */
export function handOver(files: readonly File[]): void {
  handed = files;
}

/** Takes what was handed on. */
export function takeHanded(): readonly File[] {
  const files = handed;
  handed = [];
  return files;
}
