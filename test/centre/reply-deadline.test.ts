import fc from "fast-check";
import { expect, test } from "vitest";
import { daysAfter, easterSunday, isFree, replyDeadline } from "../../src/centre/reply-deadline.ts";
import { embeddedPrivacyLaws } from "../../src/feeds/embedded/privacy-laws.ts";
import { embeddedPublicHolidays } from "../../src/feeds/embedded/public-holidays.ts";
import type { LawRegion } from "../../src/feeds/privacy-laws.ts";

const books = { laws: embeddedPrivacyLaws.value, holidays: embeddedPublicHolidays.value };
const due = (received: string, region: LawRegion = "EU", country: string | null = null) => {
  const deadline = replyDeadline(received, region, country, books);
  return deadline && [deadline.due, deadline.extended];
};

test("a month ends on the same date, or on the last day of a shorter month (EDPB Guidelines 01/2022)", () => {
  // Examples of the guidelines: received on 5 March, answered by 5 April; received on 31 August, by 30 September.
  expect(due("2024-03-05")).toEqual(["2024-04-05", "2024-06-05"]);
  expect(due("2026-08-31")).toEqual(["2026-09-30", "2026-11-30"]);
  expect(due("2028-01-31")).toEqual(["2028-02-29", "2028-05-01"]);
});

test("an end at the weekend or on a public holiday moves to the next working day", () => {
  expect(due("2026-07-01")?.[0]).toBe("2026-08-03"); // 1 August 2026 is a Saturday
  expect(due("2026-04-01", "EU", null)?.[0]).toBe("2026-05-01");
  expect(due("2026-04-01", "EU", "DE")?.[0]).toBe("2026-05-04"); // Labour Day is a Friday
  expect(due("2026-11-25", "EU", "DE")?.[0]).toBe("2026-12-28"); // two holidays and a Sunday
  expect(due("2026-03-03", "EU", "IE")?.[0]).toBe("2026-04-03"); // Good Friday is none in Ireland
  expect(due("2026-03-03", "GB", "GB")?.[0]).toBe("2026-04-07"); // but in England, and Easter Monday after it
  expect(due("2026-04-04", "GB", "GB")?.[0]).toBe("2026-05-05"); // first Monday of May
});

test("other laws: days as they are set, none where none is set, none before the law", () => {
  expect(due("2026-07-01", "BR")).toEqual(["2026-07-16", null]);
  expect(due("2026-07-01", "TR")).toEqual(["2026-07-31", null]);
  expect(due("2026-07-01", "US-CA")).toEqual(["2026-08-15", null]);
  expect(due("2026-07-01", "ID")).toEqual(["2026-07-04", null]);
  expect(due("2026-07-01", "CN")).toBeNull();
  expect(due("2018-01-01", "EU")).toBeNull();
  expect(replyDeadline("2026-07-01", "TR", null, books)?.notes.join()).toContain("calendar days");
  expect(replyDeadline("2026-07-01", "ID", null, books)?.notes.join()).toContain("general knowledge");
});

test("Easter, west and east", () => {
  const known = [
    [2024, "2024-03-31", "2024-05-05"],
    [2025, "2025-04-20", "2025-04-20"],
    [2026, "2026-04-05", "2026-04-12"],
    [2027, "2027-03-28", "2027-05-02"],
    [2038, "2038-04-25", "2038-04-25"],
  ] as const;
  for (const [year, west, east] of known) {
    expect(easterSunday(year, "western")).toBe(west);
    expect(easterSunday(year, "orthodox")).toBe(east);
  }
});

test("a deadline is a working day, a month or more away and less than six weeks, whatever the day and the country", () => {
  const countries = books.holidays.countries.map(({ country }) => country);
  const day = fc.integer({ min: Date.UTC(2019, 0, 1), max: Date.UTC(2060, 0, 1) });
  fc.assert(
    fc.property(day, fc.constantFrom(...countries), (time, country) => {
      const received = new Date(time).toISOString().slice(0, 10);
      const end = due(received, "EU", country)?.[0] ?? "";
      expect(end >= daysAfter(received, 28) && end < daysAfter(received, 42)).toBe(true);
      expect(
        isFree(
          end ?? "",
          books.holidays.countries.find((row) => row.country === country),
        ),
      ).toBe(false);
    }),
  );
});
