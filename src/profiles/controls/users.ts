import { defineFamily, passes, reports } from "../control.ts";
import { aer, cdd, cis, nist, stig } from "../documents.ts";

/** Who else has a place on the phone. */
export const users = defineFamily({
  id: "users",
  prefix: "USR",
  title: "Users and profiles",
  controls: [
    {
      number: 1,
      title: "There is no guest user",
      why: "A guest's apps run beside the owner's.",
      severity: "low",
      asks: passes("guest-user"),
      references: [cis("1.25 (v1.3.0)"), stig("009000")],
    },
    {
      number: 2,
      title: "There is no other user",
      why: "Somebody else's place on the phone is out of the owner's sight.",
      severity: "low",
      asks: passes("other-users"),
      references: [stig("009000"), cdd("9.5")],
    },
    {
      number: 3,
      title: "There is no private space",
      why: "A company cannot answer for what it cannot see.",
      severity: "info",
      asks: passes("private-space"),
      references: [stig("012500")],
    },
    {
      number: 4,
      title: "There is no second space",
      why: "A second phone within the phone is out of sight.",
      severity: "low",
      asks: passes("second-space"),
      references: [stig("009000"), cdd("9.5")],
    },
    {
      number: 5,
      title: "There are no second copies of apps",
      why: "A second copy runs in a place of its own.",
      severity: "info",
      asks: passes("dual-apps"),
      references: [cdd("9.5"), stig("009000")],
    },
    {
      number: 6,
      title: "There is no work profile",
      why: "On a private phone, somebody who manages a profile is a guest who has to be known.",
      severity: "low",
      asks: passes("work-profile"),
      references: [cdd("3.9")],
    },
    {
      number: 7,
      title: "Work is kept in a profile of its own, or the whole phone is managed",
      why: "Private apps then see nothing of work.",
      severity: "medium",
      asks: [...reports("work-profile"), ...reports("device-owner")],
      rule: "any",
      references: [cdd("3.9"), nist("countermeasures: isolation of data"), aer("work profile")],
    },
  ],
});
