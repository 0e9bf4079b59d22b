import { defineCheck, type Evidence } from "../core/check.ts";
import { properties } from "../facts/properties.ts";
import { byHand } from "./wording/remedies.ts";

/** Properties that tell the lock's state, and what they say when it is open and when it is closed. */
const tellers = [
  { name: "ro.boot.flash.locked", open: "0", closed: "1" },
  { name: "ro.boot.vbmeta.device_state", open: "unlocked", closed: "locked" },
  { name: "ro.secureboot.lockstate", open: "unlocked", closed: "locked" },
  // Verified boot calls every start with an open bootloader orange, and no other.
  { name: "ro.boot.verifiedbootstate", open: "orange", closed: "green" },
] as const;

export default defineCheck({
  id: "bootloader-locked",
  category: "boot",
  severity: "high",
  question: "Is the bootloader locked?",
  title: { pass: "The phone reports that its bootloader is locked", fail: "The bootloader is unlocked" },
  why: "With an unlocked bootloader, anyone who holds the phone for some minutes can install a changed Android that reads everything after the next unlock.",
  advice:
    "Locking erases the phone and can make it unusable if the system was changed. Back up, install the maker's original system first, then lock the bootloader, or have the maker's service do it.",
  references: [
    "https://source.android.com/docs/core/architecture/bootloader/locking_unlocking",
    "https://source.android.com/docs/security/features/verifiedboot/device-state",
  ],
  messages: { unlocked: "The phone reports that its bootloader is unlocked." },
  remedy: byHand(
    "developer-options",
    "Save what you need: locking erases the phone.",
    "Make sure that the maker's original system is installed; a changed one no longer starts after locking.",
    "Have the maker's service lock the bootloader, or do it with the maker's own tool.",
  ),
  needs: { properties },
  run: ({ properties: said }) => {
    const told = tellers.flatMap(({ name, open, closed }) => {
      const value = said[name]?.toLowerCase();
      return value === open || value === closed ? [{ name, value, open: value === open }] : [];
    });
    if (told.length === 0) return { unread: ["The phone reported nothing about the lock of its bootloader."] };
    const open = told.filter((teller) => teller.open);
    if (open.length === 0) return [];
    const evidence = open.map(({ name, value }): Evidence => ({ kind: "value", fact: properties, name, value }));
    return [{ subject: { kind: "device" }, message: "unlocked", evidence }];
  },
  examples: {
    pass: [
      {
        name: "all say locked",
        given: { properties: { "ro.boot.flash.locked": "1", "ro.secureboot.lockstate": "locked" } },
      },
      { name: "one says locked", given: { properties: { "ro.boot.vbmeta.device_state": "locked" } } },
    ],
    fail: [
      { name: "unlocked", given: { properties: { "ro.boot.flash.locked": "0" } }, findings: 1 },
      {
        name: "one of two says unlocked",
        given: { properties: { "ro.boot.flash.locked": "1", "ro.secureboot.lockstate": "unlocked" } },
        findings: 1,
      },
    ],
    unknown: [
      { name: "not reported", given: { properties: {} } },
      { name: "empty", given: { properties: { "ro.boot.flash.locked": "" } } },
    ],
  },
});
