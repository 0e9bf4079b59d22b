// Which of what code and assets give away is said without being asked.
import { expect, test } from "vitest";
import { codeSentences, notSearched } from "../../src/centre/code-summary.ts";
import { madeRecord, named } from "../apps/made-apk.ts";
import { buildDex } from "../formats/dex-builder.ts";

const sms = ["Landroid/telephony/SmsManager;", "sendTextMessage"] as const;
const dex = {
  classes: ["Lcom/made/App;"],
  types: [sms[0]],
  methods: [
    { class: "Lcom/made/App;", name: "run" },
    { class: sms[0], name: sms[1] },
  ],
  code: (index: (of: string, name: string) => number) => [0x0071, index(...sms), 0, 0x000e],
};

test("what is called and allowed, carried under other names, and open to everyone is said", async () => {
  const hidden = buildDex({ ...dex, strings: Array.from({ length: 60 }, (_, n) => `text ${n}`) });
  const key = `glpat-${"A1b2C3d4E5".repeat(2)}`;
  const entries = { "assets/song.ogg": hidden, "assets/a.json": new TextEncoder().encode(`{"k":"${key}"}`) };
  const made = { dex, entries, children: [named("uses-permission", "android.permission.SEND_SMS")] };
  expect(codeSentences(await madeRecord(made))).toEqual([
    "It carries code under names that do not say so: assets/song.ogg.",
    "It sends text messages.",
    "A secret of its maker stands in it, open to everyone: GitLab access token (glpat-…). As long as it is valid, anyone can read or change source code as its owner.",
  ]);
});

test("what is not allowed, only written, or meant to be public is left to the record; what was not searched is said once", async () => {
  const strings = ["content://sms", `AIza${"Ab1Cd2Ef3G".repeat(4).slice(0, 35)}`];
  const broken = { "classes2.dex": new Uint8Array(600), "assets/huge.json": new Uint8Array(25 * 1024 * 1024) };
  const record = await madeRecord({ dex: { ...dex, strings }, entries: broken });
  expect(codeSentences(record)).toEqual([]);
  expect(notSearched(record)).toEqual([
    "Not searched for hosts and secrets: assets/huge.json: together 25 MB, more than is searched for texts.",
  ]);
});
