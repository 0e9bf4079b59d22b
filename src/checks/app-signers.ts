import { isPublicTestKey } from "../apps/known-signers.ts";
import { defineCheck, type Finding } from "../core/check.ts";
import { type AppInspection, type AppInspections, appInspections } from "../facts/app-inspections.ts";
import { type PackageDetails, packageDetails } from "../facts/package-details.ts";
import {
  exampleApp,
  exampleImageApp,
  exampleInspections,
  exampleSigner,
  exampleVerdict,
} from "./wording/app-examples.ts";
import { tellVerdicts, verdictsOf, wasJudged } from "./wording/engine-verdicts.ts";
import {
  appName,
  appSubject,
  findingsOn,
  fromOutsideStores,
  identity,
  isOfTheImage,
  unreadOf,
} from "./wording/inspected-apps.ts";
import { uninstallByHand } from "./wording/remedies.ts";

/** Certificate of the platform key in Android's own source. */
const testKey = "c8a2e9bccf597c2fb6dc66bee293fc13f2fc47ec77bc6b2b0d52c11f51192ab8";
const signedBy = (sha256: string, debug = false) => [exampleSigner({ sha256, debug })];

type Message = "other" | "debug" | "testKey" | "platform" | "image" | "imageMany";

export default defineCheck({
  id: "app-signers",
  category: "apps",
  severity: "high",
  question: "Is every app signed with a key that tells who made it?",
  title: {
    pass: "No app is signed with a key that anyone has, nor a known app by somebody else",
    fail: "An app is signed with a key that does not tell who made it",
  },
  why: "The signature is all that ties an app to its maker: it decides who may update it and what it may share. Keys that anyone has prove nothing, and a known app that somebody else signed was changed.",
  advice:
    "Remove an app that somebody else signed, and install it anew from a store. A trial build is harmless where you or your workplace made it.",
  references: [
    "https://developer.android.com/studio/publish/app-signing",
    "https://source.android.com/docs/core/ota/sign_builds",
    "AOSP: build/make/target/product/security/README",
  ],
  messages: {
    other: "{app}: {said}",
    debug: "{app} is a trial build: it is signed with a key of development tools, which tells nothing about its maker.",
    testKey: "{app} is signed with a key that is published with Android's source: anyone can make an update of it.",
    platform: "{app} was added from outside of a store, and is signed with the key of this phone's system itself.",
    image: "{app} came with the phone and is signed with a key that is published with Android's source.",
    imageMany:
      "{count} apps that came with the phone are signed with keys that are published with Android's source: {apps}.",
  },
  remedy: uninstallByHand,
  needs: { appInspections },
  wants: { packageDetails },
  run: ({ appInspections: all }, { packageDetails: details }) => {
    const { apps } = all;
    const image = apps.filter((app) => isOfTheImage(app) && hasTestKey(app) && !isRepackaged(app));
    return {
      findings: [
        ...apps.flatMap((app) => judge(app, all, details)),
        ...findingsOn<Message>(image, {
          one: "image",
          many: "imageMany",
          few: 3,
          severity: "high",
          name: "signed with published keys",
          items: ({ signers }) => signers.map(({ sha256 }) => sha256),
        }),
      ],
      unread: [
        ...(wasJudged(all, "signer") ? [] : ["The signers of known apps were not compared with a list."]),
        ...unreadOf(
          "The signers of",
          apps.filter(({ signers }) => signers.length === 0),
        ),
      ],
    };
  },
  examples: {
    pass: [
      {
        name: "keys of their makers, and of the phone's",
        given: exampleInspections(exampleApp("com.example.shop"), exampleImageApp("com.android.settings")),
      },
      {
        name: "an app of the phone's maker, from a store that came with the phone",
        given: exampleInspections(
          exampleApp("com.example.notes", { platformSigned: true, installer: "com.example.market" }),
          exampleImageApp("com.example.market"),
        ),
      },
    ],
    fail: [
      {
        name: "a known app by somebody else, a trial build, published keys, the key of the system from a file",
        given: exampleInspections(
          exampleApp("com.example.chat", {
            verdicts: [exampleVerdict({ engine: "known-signers", message: "It is not signed by its known maker." })],
          }),
          exampleApp("com.example.trial", { signers: signedBy("12".repeat(32), true) }),
          exampleApp("com.example.tool", { signers: signedBy(testKey) }),
          exampleApp("com.example.helper", { platformSigned: true, installer: null }),
        ),
        findings: 4,
      },
      {
        name: "a system signed with published keys is one matter",
        given: exampleInspections(
          ...["a.a", "b.b", "c.c", "d.d"].map((name) => exampleImageApp(name, { signers: signedBy(testKey) })),
        ),
        findings: 1,
      },
    ],
    unknown: [
      {
        name: "a signer that could not be read",
        given: exampleInspections(exampleApp("com.example.shop", { signers: [] })),
      },
    ],
  },
});

/** The gravest thing about the signer of an app that did not come with the phone, or that bears a known name. */
function judge(
  app: AppInspection,
  all: AppInspections,
  details: readonly PackageDetails[] | undefined,
): readonly Finding<Message>[] {
  const finding = (message: Message, severity: "high" | "medium"): Finding<Message> => ({
    subject: appSubject(app),
    message,
    params: { app: appName(app) },
    severity,
    evidence: identity(app),
  });
  const told = tellVerdicts(app, verdictsOf(app, "signer"));
  if (told !== undefined) {
    const { said, ...rest } = told;
    return [{ ...finding("other", "high"), ...rest, params: { app: appName(app), said } }];
  }
  if (isOfTheImage(app)) return [];
  if (hasTestKey(app)) return [finding("testKey", "high")];
  if (app.platformSigned === true && fromOutsideStores(app, all, details)) return [finding("platform", "medium")];
  return app.signers.some(({ debug }) => debug) ? [finding("debug", "medium")] : [];
}

function isRepackaged(app: AppInspection): boolean {
  return verdictsOf(app, "signer").length > 0;
}

function hasTestKey({ signers }: AppInspection): boolean {
  return signers.some(({ sha256 }) => isPublicTestKey(sha256));
}
