import { defineRule } from "../rule.ts";
import { list, servers } from "../rule-words.ts";

export default defineRule({
  id: "anycast-or-cdn",
  severity: "info",
  strength: "information",
  title: "Servers whose place cannot be told",
  messages: {
    unplaced:
      "Addresses that many places answer to ({operators}) took {count} of the connections, so no country is stated for them: {servers}.",
  },
  law: "anycast-or-cdn",
  references: ["https://www.rfc-editor.org/rfc/rfc4786"],
  run: ({ flows }) => {
    const unplaced = flows.filter(({ place }) => place.reason === "anycast");
    if (unplaced.length === 0) return [];
    return [
      {
        app: null,
        flows: unplaced.map(({ id }) => id),
        message: "unplaced",
        params: {
          count: unplaced.length,
          operators: list(unplaced.map(({ place }) => place.hostedBy ?? "operator not known")),
          servers: servers(unplaced),
        },
      },
    ];
  },
});
