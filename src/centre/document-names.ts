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
  "access",
  "changes",
  "drift",
  "fixes",
  "guide",
  "hidden",
  "journal",
  "journal-entry",
  "journal-verdict",
  "lock",
  "network",
  "optouts",
  "permission-rules",
  "permissions",
  "preinstalled",
  "preinstalled-app",
  "resumed",
  "selection",
  "sensors",
  "undo",
] as const;

/** One of those names. */
export type DocumentName = (typeof documentNames)[number];
