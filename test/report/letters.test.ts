import fc from "fast-check";
import { expect, test } from "vitest";
import { FormatError } from "../../src/core/errors.ts";
import { embeddedLetterTemplates } from "../../src/feeds/embedded/letter-templates.ts";
import {
  type EarlierRequest,
  type LetterEvidence,
  type LetterInput,
  letterKinds,
  letterText,
  letterWords,
  problems,
  writeLetter,
} from "../../src/report/letter.ts";
import { calendar } from "../../src/report/letter-calendar.ts";
import { letterHtml } from "../../src/report/letter-html.ts";
import { isMailbox, letterEml, mailto, mailtoLimit } from "../../src/report/letter-mail.ts";
import { fillTemplate } from "../../src/report/letter-template.ts";

const evidence: LetterEvidence = {
  device: "Xiaomi 2201117TG, Android 13",
  from: Date.UTC(2026, 6, 1, 10),
  to: Date.UTC(2026, 6, 1, 10, 5),
  records: [{ file: "phone.pcap", bytes: 12_345, sha256: "ab".repeat(32) }],
  hosts: [
    {
      host: "tracking.example",
      connections: 3,
      first: Date.UTC(2026, 6, 1, 10, 0, 5),
      last: Date.UTC(2026, 6, 1, 10, 4),
      apps: ["Diet"],
      clear: 2,
      beforeChoice: 3,
      afterRefusal: 0,
      data: ["advertisingId", "location"],
      country: "SG",
      placeFrom: { source: "DB-IP Lite", date: "2026-06-01" },
    },
    {
      host: "cdn.example",
      connections: 1,
      first: null,
      last: null,
      apps: [],
      clear: 0,
      beforeChoice: 0,
      afterRefusal: 1,
      data: [],
      country: null,
      placeFrom: null,
    },
  ],
};

const earlier: EarlierRequest = {
  sentOn: "2026-07-02",
  articles: ["15"],
  unit: "article",
  to: { name: "Example Ltd.", address: "1 Street\nTown", email: "privacy@example.com" },
  dueOn: "2026-08-03",
  problem: "no-answer",
  answerOn: null,
  answerNote: "",
};

function input(changes: Partial<LetterInput> = {}): LetterInput {
  const kind = changes.kind ?? "access";
  return {
    kind,
    language: "en",
    law: { region: "EU", name: "GDPR", unit: "article", articles: ["15"], reply: { amount: 1, unit: "months" } },
    from: { name: "Ada Example", address: "2 Road\nCity", email: "ada@example.org" },
    to: {
      name: "Example Ltd.",
      address: "1 Street\nTown",
      email: "privacy@example.com",
      runs: ["Other Ltd."],
      domain: "example.com",
    },
    date: "2026-07-02",
    template: null,
    evidence,
    identity: ["Advertising ID: 38400000"],
    data: kind === "rectification" ? "Name: Ada" : null,
    reason: null,
    earlier: kind === "reminder" || kind === "complaint" ? earlier : null,
    ...changes,
  };
}

const languages = Object.keys(letterWords) as (keyof typeof letterWords)[];

test.each(languages)("every letter in %s is complete, with the evidence and without a spot to fill", (language) => {
  const { evidence: words, locale } = letterWords[language];
  for (const kind of letterKinds)
    for (const problem of problems) {
      const text = letterText(writeLetter(input({ kind, language, earlier: { ...earlier, problem } })));
      expect(text).not.toMatch(/[{}[\]]|undefined|null/);
      for (const part of ["Ada Example", "Example Ltd.", "tracking.example", "ab".repeat(32), "12345", "DB-IP Lite"])
        expect(text, `${language} ${kind}`).toContain(part);
      expect(text).toContain(words.kinds["location"]);
      expect(text).toContain(words.contactOnly);
      expect(text).toContain(words.placeUnknown);
      expect(text).toContain(new Intl.DisplayNames(locale, { type: "region" }).of("SG"));
      expect(text).toContain("2026-07-01 10:00:05");
    }
});

test.each(languages)("%s has words of its own for everything: nothing is left as it is in English", (language) => {
  const { english, own } = { english: letterWords.en, own: letterWords[language] };
  for (const kind of letterKinds) {
    expect(own.bodies[kind].match(/\{\w+\}/g)?.sort()).toEqual(english.bodies[kind].match(/\{\w+\}/g)?.sort());
    if (language !== "en") expect(own.bodies[kind]).not.toBe(english.bodies[kind]);
  }
  expect(Object.keys(own.evidence.kinds)).toEqual(Object.keys(english.evidence.kinds));
  expect(own.evidence.questions.length).toBe(english.evidence.questions.length);
});

test("articles are cited as each language does it", () => {
  const cite = (language: keyof typeof letterWords, ...articles: string[]) =>
    letterWords[language].cite("article", articles);
  expect(cite("en", "13(1)(f)", "15(2)", "46")).toBe("Art. 13(1)(f), 15(2) and 46");
  expect(cite("de", "15(1)(c)")).toBe("Art. 15 Abs. 1 lit. c");
  expect(cite("es", "7(3)")).toBe("art. 7.3");
  expect(cite("zh", "15(1)(c)", "46")).toBe("第15条第1款第(c)项、第46条");
  expect(cite("id", "6(1)")).toBe("Pasal 6 ayat (1)");
  expect(letterWords.en.cite("section", ["1798.100", "1798.110"])).toBe("ss. 1798.100 and 1798.110");
});

test("an access letter asks of each server; security only where something was not encrypted", () => {
  const asked = letterText(writeLetter(input()));
  expect(asked).toContain("(Art. 13(1)(f), 15(2) and 46 GDPR)");
  expect(asked).toContain("(Art. 32 GDPR)");
  const quiet = { ...evidence, hosts: evidence.hosts.map((host) => ({ ...host, clear: 0 })) };
  expect(letterText(writeLetter(input({ evidence: quiet })))).not.toContain("Art. 32");
  const brazil = { ...input().law, region: "BR", name: "LGPD (Law 13.709/2018)", articles: ["18", "19"] };
  const other = letterText(writeLetter(input({ law: brazil })));
  expect(other).toContain("Art. 18 and 19 LGPD (Law 13.709/2018)");
  expect(other).not.toMatch(/GDPR|Art\. 32/);
});

test("every published text is filled whole, in every language, with the evidence in it", () => {
  const kinds = {
    "access-default": "access",
    "access-tracking": "access",
    "erasure-default": "erasure",
    "rectification-default": "rectification",
    "objection-default": "objection",
    admonition: "reminder",
    complaint: "complaint",
  } as const;
  // One published text has a bracket that does not open: it is refused rather than sent with a hole in it.
  const faulty = embeddedLetterTemplates.value.templates.filter(({ text }) => /\((?=[^{)]*\})/.test(text));
  expect(faulty.map(({ language, name }) => `${language} ${name}`)).toEqual(["el complaint"]);
  for (const { language, name, text: template } of embeddedLetterTemplates.value.templates) {
    const write = () => letterText(writeLetter(input({ kind: kinds[name], language, template })));
    if (language === "el" && name === "complaint") {
      expect(write).toThrow(FormatError);
      continue;
    }
    const text = write();
    expect(text, `${language} ${name}`).not.toMatch(/[{}[\]\u0001]|<\/?italic>/);
    expect(text, `${language} ${name}`).toContain("tracking.example");
  }
});

test("where no address is known the letter says where to look and makes none up", () => {
  const to = { ...input().to, address: null, email: null };
  expect(writeLetter(input({ to })).to).toBe(
    "Example Ltd.\nPostal address to be completed: see the imprint or the privacy notice at example.com",
  );
});

test("the template notation: variables, flags, has:, wishes left out, values never read as notation", () => {
  const fill = (text: string, values: Record<string, string> = {}, flags: Record<string, boolean> = {}) =>
    fillTemplate(text, { values, flags, open: ["first", "second"] });
  expect(fill("a {x} b", { x: "{y} [f>z]" })).toBe("a {y} [f>z] b");
  expect(fill("[f>yes {x}][g>no {nothing}]", { x: "1" }, { f: true, g: false })).toBe("yes 1");
  expect(fill("[has:x>{x}][has:y>{y}]", { x: "1", y: "" })).toBe("1");
  expect(fill("[f>a[g>b]c]", {}, { f: true, g: true })).toBe("abc");
  expect(fill("{What happened, e.g.: this} {how to reach you} [optional: private, please]")).toBe("first second");
  for (const bad of ["{x", "[f>x", "{unknown}", "[unknown>x]", "{a b} {a b} {a b}", "{__proto__}", "[constructor>x]"])
    expect(() => fill(bad, {}, { f: true }), bad).toThrow(FormatError);
});

test("any text as a template gives a text or a FormatError", () => {
  const piece = fc.constantFrom("{", "}", "[", "]", "f>", "has:x>", "{x}", "[f>", "a", "\n", "{a b}");
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
      try {
        const filled = fillTemplate(pieces.join(""), { values: { x: "1" }, flags: { f: true }, open: ["2"] });
        expect(typeof filled).toBe("string");
      } catch (error) {
        expect(error).toBeInstanceOf(FormatError);
      }
    }),
  );
});

const hostile = `<img src=x onerror=alert(1)>"'\r\nBcc: victim@example.com\r\n\r\n<script>\u202e\u0000`;

test("a hostile name is text in HTML, and begins no header in a message", () => {
  const to = { ...input().to, name: hostile, runs: [hostile] };
  const letter = writeLetter(input({ to, identity: [hostile] }));
  const page = letterHtml(letter, [hostile]);
  expect(page).not.toMatch(/<img|<script|\u202e|\u0000/);
  expect(page).toContain("&lt;img src=x onerror=alert(1)&gt;");
  const eml = letterEml(
    { ...letter, subject: hostile },
    { to: { name: hostile, email: "a@b.example" }, from: null },
    0,
  );
  const head = eml.slice(0, eml.indexOf("\r\n\r\n"));
  expect(head).not.toMatch(/^Bcc/im);
  for (const line of eml.split("\r\n")) expect(line).toMatch(/^[\x20-\x7e\t]{0,78}$/);
  const names = head.split("\r\n").filter((line) => !line.startsWith(" "));
  expect(names.map((line) => line.split(":")[0])).toEqual([
    "To",
    "Subject",
    "Date",
    "MIME-Version",
    "Content-Type",
    "Content-Transfer-Encoding",
    "X-Unsent",
  ]);
});

test("a message is sent to no address that is none", () => {
  const party = { name: "A", email: "a@b.example>\r\nBcc: c@d.example" };
  const letter = writeLetter(input());
  expect(letterEml(letter, { to: party, from: party }, 0)).not.toMatch(/^(?:To|From|Bcc):/m);
  expect(new URL(mailto(letter, { to: party, from: null }).uri).pathname).toBe("");
});

test("only one mailbox is an address", () => {
  for (const good of ["privacy@example.com", "a+b@sub.example.co.uk", "o'x@example.com"])
    expect(isMailbox(good)).toBe(true);
  for (const bad of [
    "a@b.example\r\nBcc: c@d.example",
    "a@b, c@d",
    "<a@b.example>",
    "a b@c.example",
    "@b.example",
    "a@",
    "",
  ])
    expect(isMailbox(bad), bad).toBe(false);
});

test("mailto and eml hold the letter as it is", () => {
  const letter = writeLetter(input({ language: "zh" }));
  const parties = {
    to: { name: "Example", email: "privacy@example.com" },
    from: { name: "艾达", email: "ada@example.org" },
  };
  const { uri, fits } = mailto(letter, parties);
  const url = new URL(uri);
  expect([url.protocol, url.pathname]).toEqual(["mailto:", "privacy@example.com"]);
  expect(url.searchParams.get("body")).toBe(letter.body.replaceAll("\n", "\r\n"));
  expect(fits).toBe(uri.length <= mailtoLimit);
  expect(fits).toBe(false);
  const eml = letterEml(letter, parties, Date.UTC(2026, 6, 2));
  const body = eml.slice(eml.indexOf("\r\n\r\n") + 4).replace(/=\r\n/g, "");
  const bytes = body.replace(/=([\dA-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  const decoded = new TextDecoder().decode(Uint8Array.from(bytes, (character) => character.charCodeAt(0)));
  expect(decoded.replaceAll("\r\n", "\n").trim()).toBe(letter.body);
  expect(eml).toContain("Date: Thu, 02 Jul 2026 00:00:00 +0000");
});

test("a calendar: lines end with CR LF and are folded at 75 octets between characters, text is escaped", () => {
  const text = calendar(
    [{ id: "rights-1-due", day: "2026-12-31", title: "Due; a, b\\c", text: `催告${"字".repeat(100)}\nEND:VEVENT` }],
    Date.UTC(2026, 6, 2, 3, 4, 5),
  );
  expect(text.endsWith("END:VCALENDAR\r\n")).toBe(true);
  expect(text.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
  for (const line of text.split("\r\n")) expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75);
  const whole = text.replaceAll("\r\n ", "").split("\r\n");
  expect(whole).toContain("DTSTART;VALUE=DATE:20261231");
  expect(whole).toContain("DTEND;VALUE=DATE:20270101");
  expect(whole).toContain("DTSTAMP:20260702T030405Z");
  expect(whole).toContain("SUMMARY:Due\\; a\\, b\\\\c");
  expect(whole).toContain(`DESCRIPTION:催告${"字".repeat(100)}\\nEND:VEVENT`);
  expect(whole.filter((line) => line === "END:VEVENT").length).toBe(1);
});
