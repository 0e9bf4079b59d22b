/** Names of the documents that Candor writes and that have a published JSON Schema. */
export const documentNames = [
  "report",
  "snapshot",
  "app",
  "app-file",
  "app-scan",
  "app-inspections",
  "apps",
  "app-view",
] as const;

/** One of those names. */
export type DocumentName = (typeof documentNames)[number];
