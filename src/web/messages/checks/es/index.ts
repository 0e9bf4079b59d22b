import type { AnswerTexts } from "../../check-texts.ts";
import { apps } from "./apps.ts";
import { boot } from "./boot.ts";
import { collection } from "./collection.ts";
import { device } from "./device.ts";
import { encryption } from "./encryption.ts";
import { lockScreen } from "./lock-screen.ts";
import { network } from "./network.ts";
import { permissions } from "./permissions.ts";
import { phrases } from "./phrases.ts";
import { preInstalled } from "./pre-installed.ts";
import { specialAccess } from "./special-access.ts";
import { stalkerware } from "./stalkerware.ts";
import { updates } from "./updates.ts";
import { users } from "./users.ts";

/** The answers of checks in Spanish. */
export const answers: AnswerTexts = {
  checks: {
    ...encryption,
    ...boot,
    ...lockScreen,
    ...updates,
    ...device,
    ...specialAccess,
    ...permissions,
    ...apps,
    ...stalkerware,
    ...collection,
    ...preInstalled,
    ...network,
    ...users,
  },
  phrases,
  list: { comma: ", ", and: " y " },
};
