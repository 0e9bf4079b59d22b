import type { Answer, Example } from "../../core/check.ts";
import { reported } from "../../core/errors.ts";
import type { InstalledPackage } from "../../facts/packages.ts";
import { roles, type UserRoles } from "../../facts/roles.ts";
import type { KnownApps, Weights } from "./app-grade.ts";
import { choiceFindings, forUser } from "./component-findings.ts";

/** Which roles are asked for, and how an added app in one of them weighs. */
export interface RoleQuestion {
  readonly roles: readonly string[];
  readonly weights: Weights;
}

/**
 * The added apps that hold one of the roles (message `holds`, param `app`).
 *
 * @throws NotReported when the phone tells of none of the roles for any user.
 */
export function roleAnswer(question: RoleQuestion, users: readonly UserRoles[], apps: KnownApps): Answer<"holds"> {
  const told = users.flatMap(({ user, holders }) =>
    question.roles.flatMap((role) => {
      const packages = holders[role];
      return packages === undefined ? [] : [{ user, role, packages }];
    }),
  );
  reported(
    told[0],
    `which app holds ${question.roles.map((role) => role.replace("android.app.role.", "the role ")).join(" or ")}`,
  );
  const chosen = told.flatMap(({ user, role, packages }) =>
    packages.map((name) => ({
      user,
      package: name,
      shown: `${role}: ${name}`,
      withdraw: free.has(role) ? forUser(user, (id) => nobody(id, role)) : undefined,
    })),
  );
  const findings = choiceFindings(
    chosen,
    {
      fact: roles,
      name: "role and its holder",
      weights: question.weights,
      steps: ["Open Settings > Apps > Default apps.", "Choose the app that you want for this."],
      screen: question.roles.includes("android.app.role.HOME") ? "home-app" : "default-apps",
    },
    apps,
  );
  return { findings };
}

/** Roles that nobody has to hold. Calls, messages and the home screen need an app, which the person chooses. */
const free: ReadonlySet<string> = new Set(
  ["ASSISTANT", "BROWSER", "CALL_REDIRECTION", "CALL_SCREENING"].map((role) => `android.app.role.${role}`),
);

function nobody(user: number, role: string) {
  const params = { user, role: role.replace("android.app.role.", ""), package: null };
  return { action: "set-role-holder", params };
}

type RoleExample = Example<
  { readonly roles: readonly UserRoles[] },
  { readonly packages?: readonly InstalledPackage[] }
>;

/** Examples of a check that asks for the holder of one role. */
export function roleExamples(role: string): {
  readonly pass: readonly [RoleExample, RoleExample];
  readonly fail: readonly [RoleExample, RoleExample];
  readonly unknown: readonly [RoleExample];
} {
  const held = (name: string) => ({ roles: [{ user: 0, holders: { [role]: [name] } }] });
  const app = (name: string, system: boolean) => ({ name, path: null, system, updated: false, appId: 10_100 });
  return {
    pass: [
      { name: "nobody holds it", given: { roles: [{ user: 0, holders: { [role]: [] } }] } },
      {
        name: "held by an app that came with the phone",
        given: held("com.android.one"),
        wanted: { packages: [app("com.android.one", true)] },
      },
    ],
    fail: [
      {
        name: "held by an added app",
        given: held("com.example.one"),
        wanted: { packages: [app("com.example.one", false)] },
        findings: 1,
      },
      { name: "held by an app of unknown origin", given: held("com.example.one"), findings: 1 },
    ],
    unknown: [{ name: "the phone does not tell of this role", given: { roles: [{ user: 0, holders: {} }] } }],
  };
}
