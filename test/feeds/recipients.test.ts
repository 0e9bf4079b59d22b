import { expect, test } from "vitest";
import { embeddedRecipients } from "../../src/feeds/embedded/recipients.ts";
import { platformFunctions } from "../../src/feeds/recipients.ts";
import { trackerPurposes } from "../../src/feeds/trackers.ts";

const { companies, domains } = embeddedRecipients.value;

test("there are enough companies to be of use, each once and with a source", () => {
  expect(companies.length).toBeGreaterThan(150);
  expect(companies.length + domains.length).toBeGreaterThan(900);
  const ids = companies.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  const names = companies.map(({ name }) => name.toLowerCase());
  expect(new Set(names).size).toBe(names.length);
  for (const { id, seat, parent, establishment, source } of companies) {
    expect(id).toMatch(/^[a-z\d]+(?:-[a-z\d]+)*$/);
    expect([id, seat === null || /^[A-Z]{2}$/.test(seat)]).toEqual([id, true]);
    expect([id, parent === null || ids.includes(parent)]).toEqual([id, true]);
    expect([id, establishment === null || /^[A-Z]{2}$/.test(establishment.country)]).toEqual([id, true]);
    expect([id, URL.canParse(source) && source.startsWith("https://")]).toEqual([id, true]);
  }
});

test("each domain stands there once, belongs to a company that is there, and says what it is for", () => {
  const ids = new Set(companies.map(({ id }) => id));
  const seen = new Set<string>();
  for (const { domain, company, kind, purposes, platform } of domains) {
    expect([domain, seen.has(domain)]).toEqual([domain, false]);
    seen.add(domain);
    expect([domain, ids.has(company)]).toEqual([domain, true]);
    expect(domain).toMatch(/^(?:[a-z\d-]+\.)+(?:[a-z]{2,}|\d{1,3})$/);
    expect([domain, kind === "tracker"]).toEqual([domain, purposes.length > 0]);
    expect([domain, kind === "platform"]).toEqual([domain, platform !== null]);
    for (const purpose of purposes) expect(Object.hasOwn(trackerPurposes, purpose)).toBe(true);
    if (platform) expect(Object.hasOwn(platformFunctions, platform)).toBe(true);
  }
});
