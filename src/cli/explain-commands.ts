import { buildCommand } from "@stricli/core";
import { type DocumentName, documentNames } from "../centre/document-names.ts";
import { json } from "./common-flags.ts";

/** `candor explain [CHECK]`. */
export const explainCommand = buildCommand({
  loader: async () => (await import("./explain.ts")).explain,
  parameters: {
    flags: { json },
    positional: {
      kind: "tuple",
      parameters: [
        { brief: "Its id; all checks are listed when left out", parse: String, optional: true, placeholder: "CHECK" },
      ],
    },
  },
  docs: { brief: "Print a check's documentation, or list all checks" },
});

/** `candor schema DOCUMENT`. */
export const schemaCommand = buildCommand({
  loader: async () => (await import("./schema.ts")).schema,
  parameters: {
    flags: {},
    positional: {
      kind: "tuple",
      parameters: [{ brief: `One of ${documentNames.join(", ")}`, parse: documentName, placeholder: "DOCUMENT" }],
    },
  },
  docs: { brief: "Print the JSON Schema of a document that Candor writes" },
});

function documentName(text: string): DocumentName {
  const name = documentNames.find((each) => each === text);
  if (name === undefined) throw new SyntaxError(`one of ${documentNames.join(", ")}`);
  return name;
}
