import { defineFamily, passes } from "../control.ts";
import { masvs, ncsc, nist } from "../documents.ts";

/** Signs that somebody watches already. */
export const threats = defineFamily({
  id: "threats",
  prefix: "THR",
  title: "Stalkerware and spyware",
  controls: [
    {
      number: 1,
      title: "No listed stalkerware is installed",
      why: "It sends messages, places and calls to somebody who had the phone in hand.",
      severity: "critical",
      asks: passes("stalkerware-packages", "stalkerware-certificates"),
      references: [nist("threats: mobile malware"), ncsc("apps")],
    },
    {
      number: 2,
      title: "No trace of documented spyware was found",
      why: "Traces of tools that states buy were published by those who found them.",
      severity: "critical",
      asks: passes(
        "mobile-threat-packages",
        "mobile-threat-certificates",
        "mobile-threat-processes",
        "mobile-threat-properties",
      ),
      references: [nist("threats: mobile malware"), ncsc("apps")],
    },
    {
      number: 3,
      title: "No file of an installed app is known as harmful",
      why: "Somebody already looked into the same file.",
      severity: "critical",
      asks: passes("harmful-apps"),
      references: [nist("threats: mobile malware"), ncsc("apps")],
    },
    {
      number: 4,
      title: "No added app is built the way harmful apps are",
      why: "New harmful apps are in no list yet, and are built like the old ones.",
      severity: "high",
      asks: passes("suspicious-apps"),
      references: [nist("threats: mobile malware")],
    },
    {
      number: 5,
      title: "No app holds the set of powers that watching takes",
      why: "Each power may have a reason; together, in an app from outside the stores, they are what watching takes.",
      severity: "high",
      asks: passes("power-combination"),
      references: [nist("threats: mobile malware"), masvs("PLATFORM-1")],
    },
    {
      number: 6,
      title: "Every added app can be seen",
      why: "An app without an icon is one that is not meant to be found.",
      severity: "medium",
      asks: passes("hidden-icon-apps"),
      references: [nist("threats: mobile malware")],
    },
    {
      number: 7,
      title: "No listed app was removed shortly before",
      why: "What was removed in the last days may have been there to watch.",
      severity: "info",
      asks: passes("removed-apps-traces"),
      references: [nist("threats: mobile malware")],
    },
  ],
});
