import { jsonSchemas } from "../centre/schema.ts";
import type { Context } from "./context.ts";

/** `candor schema report|snapshot`: the JSON Schema of a document that Candor writes. */
export function schema(this: Context, _flags: object, name: "report" | "snapshot"): void {
  this.process.stdout.write(`${JSON.stringify(jsonSchemas()[name], null, 2)}\n`);
}
