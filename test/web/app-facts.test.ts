import { expect, test } from "vitest";
import type { AppView } from "../../src/centre/app-page.ts";
import type { InspectedTracker } from "../../src/formats/app-inspections.ts";
import { baseSection, companiesOf, hostsOf } from "../../src/web/views/app-facts.ts";

const tracker = (
  name: string,
  company: string | null,
  grade: InspectedTracker["grade"],
  country: string | null = null,
) => ({ name, company, country, purposes: [], grade }) satisfies InspectedTracker;
const host = (name: string, schemes: readonly string[], more: object = {}) => ({
  host: name,
  schemes,
  cleartext: schemes.includes("http"),
  local: false,
  ...more,
});
const view = (records: readonly object[], trackers: readonly InspectedTracker[] | null = null) =>
  ({ records, inspection: { trackers } }) as unknown as AppView;

test("trackers go by company, those with code in the app first, each by its strongest evidence", () => {
  const parts = [
    { trackers: { found: [tracker("Ads", "Meta", "host-only"), tracker("Core", "Zeta", "class-defined", "DE")] } },
    { trackers: { found: [tracker("Ads", "Meta", "type-referenced"), tracker("Lone", null, "host-only")] } },
  ];
  expect(
    companiesOf(view(parts))?.map(({ company, country, trackers }) => [company, country, trackers[0]?.grade]),
  ).toEqual([
    ["Zeta", "DE", "class-defined"],
    ["Meta", null, "type-referenced"],
    ["Lone", null, "host-only"],
  ]);
});

test("what was not read is no empty list", () => {
  expect(companiesOf(view([]))).toBeNull();
  expect(companiesOf(view([{ trackers: { unread: "cut off" } }]))).toBeNull();
  expect(companiesOf(view([{ trackers: { unread: "cut off" } }], []))).toEqual([]);
  expect(hostsOf(view([]))).toEqual({ unread: null });
  expect(hostsOf(view([{}]))).toEqual({ unread: null });
  expect(hostsOf(view([{ endpoints: { unread: "cut off" } }]))).toEqual({ unread: "cut off" });
});

test("hosts go by how they stand there, each once, without those of the phone's own network", () => {
  const hosts = [host("plain.example", ["http", "https"]), host("safe.example", ["https"]), host("bare.example", [])];
  const again = [host("safe.example", []), host("router", ["http"], { local: true })];
  const found = hostsOf(view([{ endpoints: { hosts, more: 2 } }, { endpoints: { hosts: again, more: 1 } }]));
  expect(found).toMatchObject({
    unencrypted: [{ host: "plain.example" }],
    addressed: [{ host: "safe.example" }],
    named: [{ host: "bare.example" }],
    more: 3,
  });
});

test("a section of the base is its value, the reason, or nothing", () => {
  const network = { byDefault: {} };
  expect(baseSection(view([{ network }]), (record) => record.network)).toEqual({ value: network });
  expect(baseSection(view([{ network: { unread: "why" } }]), (record) => record.network)).toEqual({ unread: "why" });
  expect(baseSection(view([]), (record) => record.network)).toBeNull();
});
