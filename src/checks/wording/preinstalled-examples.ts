import type { PreinstalledPackage } from "../../feeds/preinstalled-packages.ts";

/** A list of one package for the examples of checks. */
export function exampleList(
  name: string,
  change: Partial<PreinstalledPackage> = {},
): {
  readonly packages: readonly PreinstalledPackage[];
} {
  const listed = {
    name,
    maker: "Example",
    does: "shows the weather",
    cost: "The weather is gone.",
    collects: null,
    removal: "removable",
    evidence: "reported",
    source: "https://example.com/",
    neededBy: [],
    ...change,
  } as const;
  return { packages: [listed] };
}
