import { defineCheck } from "../core/check.ts";
import { hostsFile } from "../facts/hosts-file.ts";
import { originalSystem } from "./wording/remedies.ts";

/** Names that are sent elsewhere, past DNS. */
export default defineCheck({
  id: "hosts-file",
  category: "network",
  severity: "high",
  question: "Does the hosts file send names elsewhere?",
  title: { pass: "The hosts file names only the phone itself", fail: "The hosts file sends names elsewhere" },
  why: "The hosts file overrules DNS for the whole phone. It lies on the system partition: an entry there means that the system was changed. Blockers on rooted phones send names to nowhere; malware sends a bank's name to its own server.",
  advice:
    "If you did not change it yourself, treat the system as changed: save what you need and install the maker's firmware.",
  references: ["https://man7.org/linux/man-pages/man5/hosts.5.html", "AOSP: system/core/rootdir/etc/hosts"],
  messages: {
    redirected: "Names are sent to other addresses ({count}), for example {name} to {address}.",
    blocked: "Names are sent to nowhere ({count}), as blockers do, for example {name}.",
  },
  remedy: originalSystem,
  needs: { hostsFile },
  run: ({ hostsFile: entries }) => {
    const own = new Set(["localhost", "ip6-localhost", "ip6-loopback", "localhost.localdomain", "broadcasthost"]);
    const pairs = entries.flatMap(({ address, names }) => names.map((name) => ({ address, name: name.toLowerCase() })));
    const strange = pairs.filter(({ name }) => !own.has(name) && !name.startsWith("ip6-"));
    const nowhere = (address: string) => /^(?:127\.|0\.0\.0\.0$|::1?$)/.test(address);
    const groups = {
      redirected: strange.filter((p) => !nowhere(p.address)),
      blocked: strange.filter((p) => nowhere(p.address)),
    };
    return (["redirected", "blocked"] as const).flatMap((message) => {
      const [first] = groups[message];
      if (!first) return [];
      const items = groups[message].slice(0, 20).map(({ address, name }) => `${address} ${name}`);
      return [
        {
          subject: { kind: "file" as const, path: "/system/etc/hosts" },
          message,
          params: { count: groups[message].length, name: first.name, address: first.address },
          severity: message === "blocked" ? ("medium" as const) : ("high" as const),
          evidence: [{ kind: "list" as const, fact: hostsFile, name: "first entries", items }],
        },
      ];
    });
  },
  examples: {
    pass: [
      {
        name: "as AOSP ships it",
        given: {
          hostsFile: [
            { address: "127.0.0.1", names: ["localhost"] },
            { address: "::1", names: ["ip6-localhost"] },
          ],
        },
      },
    ],
    fail: [
      {
        name: "a bank's name and a blocker",
        given: {
          hostsFile: [
            { address: "127.0.0.1", names: ["localhost"] },
            { address: "192.0.2.7", names: ["bank.example.org"] },
            { address: "0.0.0.0", names: ["ads.example.org", "tracker.example.org"] },
          ],
        },
        findings: 2,
      },
    ],
  },
});
