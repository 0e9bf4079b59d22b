import { defineFamily, passes } from "../control.ts";
import { aer, bsi, cis, etsi, kev, masvs, ncsc, nist, stig } from "../documents.ts";

/** Whether known holes are closed. */
export const updates = defineFamily({
  id: "updates",
  prefix: "UPD",
  title: "Updates",
  controls: [
    {
      number: 1,
      title: "Android's security fixes are recent",
      why: "Holes are published with their fixes; a phone without the fixes has the holes.",
      severity: "high",
      asks: passes("security-patch-age"),
      references: [
        cis("1.1"),
        stig("010800"),
        etsi("part 1, trusted updates"),
        bsi("updates"),
        aer("security updates"),
        ncsc("updates"),
      ],
    },
    {
      number: 2,
      title: "The fixes for chips and drivers are recent",
      why: "Drivers have the highest rights and their own holes.",
      severity: "high",
      asks: passes("vendor-patch-age"),
      references: [etsi("part 1, trusted updates"), stig("010800"), nist("threats: vulnerabilities of the device")],
    },
    {
      number: 3,
      title: "The Google Play system update is recent",
      why: "Parts of Android are mended this way and no other.",
      severity: "medium",
      asks: passes("play-system-update-age"),
      references: [etsi("part 1, trusted updates"), nist("threats: vulnerabilities of the device")],
    },
    {
      number: 4,
      title: "The Google Play services are recent",
      why: "They hold much of what protects apps and accounts.",
      severity: "low",
      asks: passes("play-services-age"),
      references: [ncsc("updates"), nist("threats: vulnerabilities of the device")],
    },
    {
      number: 5,
      title: "The WebView is recent",
      why: "It shows web pages within other apps, and what is in a web page is outside text.",
      severity: "medium",
      asks: passes("webview-version"),
      references: [stig("010800"), masvs("CODE-1")],
    },
    {
      number: 6,
      title: "This version of Android still gets fixes",
      why: "After that, holes stay open for good.",
      severity: "high",
      asks: passes("android-version-supported"),
      references: [bsi("length of support"), aer("security updates"), ncsc("choosing devices")],
    },
    {
      number: 7,
      title: "Automatic system updates are not switched off",
      why: "Fixes that wait for somebody to think of them come late.",
      severity: "low",
      asks: passes("automatic-updates"),
      references: [cis("1.1"), ncsc("updates")],
    },
    {
      number: 8,
      title: "The apps that bring updates are switched on",
      why: "Without them no fix arrives, and nobody is told.",
      severity: "medium",
      asks: passes("updater-disabled"),
      references: [cis("1.1"), etsi("part 1, trusted updates")],
    },
    {
      number: 9,
      title: "The maker says until when this model gets fixes, and the day lies ahead",
      why: "A promise with a date can be checked; one without cannot.",
      severity: "medium",
      question: "Does the maker publish an end date of security updates for this model, and is it in the future?",
      references: [aer("published end date"), bsi("length of support"), ncsc("choosing devices")],
    },
    {
      number: 10,
      title: "No hole that is known to be exploited stands open",
      why: "Somebody already uses it.",
      severity: "critical",
      question:
        "Have you compared the patch level with the catalogue of exploited vulnerabilities, and is none of a later level?",
      references: [kev("the catalogue"), ncsc("updates"), nist("threats: vulnerabilities of the device")],
    },
  ],
});
