import { defineFamily, passes } from "../control.ts";
import { bsi, etsi, gdpr } from "../documents.ts";

/** What came with the phone and was not asked for. */
export const preinstalled = defineFamily({
  id: "preinstalled",
  prefix: "PRE",
  title: "Pre-installed apps",
  controls: [
    {
      number: 1,
      title: "Facebook's services are not pre-installed",
      why: "They hold rights that an installed app does not get.",
      severity: "low",
      asks: passes("facebook-services-preinstalled"),
      references: [bsi("system apps"), etsi("part 4")],
    },
    {
      number: 2,
      title: "No listed data collector is pre-installed",
      why: "It was chosen by the maker, not by the owner.",
      severity: "low",
      asks: passes("preinstalled-collectors"),
      references: [bsi("system apps"), etsi("part 4"), gdpr("Article 25")],
    },
    {
      number: 3,
      title: "Nothing removable is left of what came with the phone",
      why: "What is not there cannot collect and needs no fixes.",
      severity: "info",
      asks: passes("preinstalled-removable"),
      references: [bsi("system apps"), etsi("part 4")],
    },
    {
      number: 4,
      title: "Apps that came with the phone can be removed or disabled for the owner",
      why: "What can be removed is a choice.",
      severity: "low",
      question: "Could you remove or disable each app that you did not want, without losing the phone's own functions?",
      references: [bsi("system apps"), etsi("part 4")],
    },
  ],
});
