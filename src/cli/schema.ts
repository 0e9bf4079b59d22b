import type { DocumentName } from "../centre/document-names.ts";
import { jsonSchemas } from "../centre/json-schemas.ts";
import type { Context } from "./context.ts";

/** `candor schema DOCUMENT`: the JSON Schema of a document that Candor writes. */
export function schema(this: Context, _flags: object, name: DocumentName): void {
  this.process.stdout.write(`${JSON.stringify(jsonSchemas()[name], null, 2)}\n`);
}
