import { FormatError } from "../core/errors.ts";
import { defineFact, reading } from "../core/fact.ts";
import { appOps } from "./app-ops.ts";
import { devicePolicy } from "./device-policy.ts";

/** An app that owns the phone or one of its profiles. */
export interface PolicyOwnerApp {
  /** The app-op service does not say which of the two it is. */
  readonly kind: "device" | "profile" | "device-or-profile";
  readonly user: number | null;
  /** Empty where only the uid is known; several where packages share a uid. */
  readonly packages: readonly string[];
  readonly uid: number | null;
}

/** Apps that own the phone or a profile: they may forbid, install, erase and watch without asking. */
export const policyOwners = defineFact({
  id: "policy-owners",
  about: "Apps that own the phone or a profile",
  needs: { devicePolicy },
  read: () => [],
  parse: (_, { devicePolicy }): readonly PolicyOwnerApp[] => [
    ...(devicePolicy.deviceOwner === null
      ? []
      : [
          {
            kind: "device" as const,
            user: devicePolicy.deviceOwner.user,
            packages: [devicePolicy.deviceOwner.package],
            uid: null,
          },
        ]),
    ...devicePolicy.profileOwners.map((owner) => ({
      kind: "profile" as const,
      user: owner.user,
      packages: [owner.package],
      uid: null,
    })),
  ],
  otherwise: [
    reading({
      needs: { appOps },
      read: () => [],
      parse: (_, { appOps }): readonly PolicyOwnerApp[] => {
        // Older versions do not print owners here at all: their absence says nothing.
        if (appOps.profileOwners.length === 0) throw new FormatError("dumpsys appops", "no owners printed");
        return appOps.profileOwners.map(({ user, uid }) => ({
          kind: "device-or-profile" as const,
          user,
          packages: [...new Set(appOps.packages.filter((p) => p.uid === uid).map((p) => p.package))],
          uid,
        }));
      },
    }),
  ],
});
