import { hash } from "../../state/package-state.ts";
import { type Dump, sdkOf } from "../../state/phone-state.ts";

/** `dumpsys role`, from Android 10 on (AOSP: com.android.role.RoleService.dump). */
export const roleDump: Dump = function* (state) {
  yield* ["ROLE MANAGER STATE (dumpsys role):", "{", "  user_states=["];
  for (const [user, roles] of state.roles) {
    yield* [
      "    {",
      `      user_id=${user}`,
      "      version=-1",
      `      packages_hash=${hash(`roles ${user}`).repeat(8).toUpperCase()}`,
      "      roles=[",
    ];
    for (const [name, holders] of roles) {
      yield* ["        {", `          name=${name}`];
      if (sdkOf(state) >= 34) yield "          fallback_enabled=true";
      yield* holders.map((holder) => `          holders=${holder}`);
      yield "        }";
    }
    yield* ["      ]", "    }"];
  }
  yield* ["  ]", "}"];
};
