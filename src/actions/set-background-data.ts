import { defineAction } from "../core/action.ts";
import { reported } from "../core/errors.ts";
import { aPackage, aSwitch, aUser } from "../core/params.ts";
import { type BackgroundData, backgroundData } from "../facts/background-data.ts";
import { packageDetails } from "../facts/package-details.ts";
import { installedApp, sharesUidWith } from "./installed-app.ts";

const policy = (verb: "add" | "remove", list: "black" | "white", uid: number) => [
  ...["cmd", "netpolicy", verb],
  ...[`restrict-background-${list}list`, String(uid)],
];

/**
 * Takes mobile data in the background away from an app, or gives it back.
 * AOSP: frameworks/base/services/core/java/com/android/server/net/NetworkPolicyManagerShellCommand.java.
 */
export default defineAction({
  id: "set-background-data",
  title: "Take mobile data in the background away from an app, or give it back",
  risk: "may-break-apps",
  params: { user: aUser, package: aPackage, on: aSwitch },
  needs: { backgroundData, packageDetails },
  about: ({ user, package: name, on }) =>
    on
      ? `Let ${name} of user ${user} use mobile data in the background`
      : `Let ${name} of user ${user} use mobile data only while it is open`,
  state: (params, { backgroundData, packageDetails }) => {
    const { uid } = reported(installedApp(packageDetails, params), `${params.package} for user ${params.user}`);
    return policyOf(uid, backgroundData);
  },
  plan: (params, { backgroundData, packageDetails }) => {
    const { user, package: name, on } = params;
    const app = installedApp(packageDetails, params);
    if (!app) return { refused: `${name} is not installed for user ${user}.` };
    if (app.details.appId < 10_000)
      return { refused: "It is part of the system itself, which Android does not limit." };
    const before = policyOf(app.uid, backgroundData);
    if ((before !== "denied") === on) return [];
    const others = sharesUidWith(packageDetails, app);
    const also = others.length > 0 ? `; the same holds for ${others.join(", ")}` : "";
    return [
      {
        about: `${on ? "Allow" : "Deny"} ${name} mobile data in the background${also}`,
        run: policy(on ? "remove" : "add", "black", app.uid),
        undo: [
          before === "denied" ? policy("add", "black", app.uid) : policy("remove", "black", app.uid),
          // An app has one policy: denying it takes it off the list of those that data saver spares.
          ...(before === "spared" ? [policy("add", "white", app.uid)] : []),
        ],
      },
    ];
  },
  done: (params, { backgroundData, packageDetails }) => {
    const { uid } = reported(installedApp(packageDetails, params), `${params.package} for user ${params.user}`);
    return (policyOf(uid, backgroundData) !== "denied") === params.on;
  },
  examples: ({ packageDetails }) =>
    packageDetails
      .filter(({ appId }) => appId >= 10_000)
      .flatMap(({ name, users }) =>
        users.filter(({ installed }) => installed).map(({ user }) => ({ user, package: name, on: false })),
      ),
});

function policyOf(uid: number, { denied, allowed }: BackgroundData): "denied" | "spared" | "usual" {
  return denied.includes(uid) ? "denied" : allowed.includes(uid) ? "spared" : "usual";
}
