import { type SourceFlags, sourceFlags } from "./source-flags.ts";

/** Flags of every command that changes the phone. */
export interface ChangeFlags extends SourceFlags {
  readonly dryRun: boolean;
  readonly yes: boolean;
  readonly allowIrreversible: boolean;
  readonly json: boolean;
}

export const changeFlags = {
  ...sourceFlags,
  dryRun: {
    kind: "boolean",
    default: false,
    brief: "Change nothing: print the exact commands, and those that would take them back",
  },
  yes: { kind: "boolean", default: false, brief: "Do not ask" },
  allowIrreversible: { kind: "boolean", default: false, brief: "With --yes: also do what nothing can take back" },
  json: { kind: "boolean", default: false, brief: "Print one JSON document and nothing else" },
} as const;
