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

/** Whether all files are records of traffic, or what belongs to one, by their content; a zip or a database may be something else. */
export async function areTraffic(files: readonly File[]): Promise<boolean> {
  const { sniffBytes, sniffTraffic } = await import("../../../formats/traffic-sniff.ts");
  const kinds = await Promise.all(
    files.map(async (file) => sniffTraffic(new Uint8Array(await file.slice(0, sniffBytes).arrayBuffer()))),
  );
  return kinds.length > 0 && kinds.every((kind) => kind !== null && kind !== "zip" && kind !== "sqlite");
}
