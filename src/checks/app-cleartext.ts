import { defineCheck } from "../core/check.ts";
import { appInspections } from "../facts/app-inspections.ts";
import { exampleApp, exampleImageApp, exampleInspections } from "./wording/app-examples.ts";
import { findingsOn, isOfTheImage, unreadOf } from "./wording/inspected-apps.ts";
import { byHand } from "./wording/remedies.ts";

export default defineCheck({
  id: "app-cleartext",
  category: "network",
  severity: "low",
  question: "Do the rules of every added app demand encrypted connections?",
  title: {
    pass: "The rules of every added app demand encrypted connections",
    fail: "An app allows connections without encryption",
  },
  why: "Whoever is on the way, in the same Wi-Fi or at the provider, can read and change what is sent without encryption. The rules tell what Android lets the app do, not what it does; browsers and players allow it on purpose.",
  advice: "Do not use these apps for anything private in a foreign Wi-Fi. Look for a newer version.",
  references: [
    "https://developer.android.com/privacy-and-security/security-config",
    "https://developer.android.com/privacy-and-security/risks/cleartext-communications",
  ],
  messages: {
    one: "{app} allows connections without encryption.",
    together: "{count} apps allow connections without encryption: {apps}.",
    imageOne: "{app}, which came with the phone, allows connections without encryption.",
    imageTogether: "{count} apps that came with the phone allow connections without encryption: {apps}.",
  },
  remedy: byHand(
    "play-store-page",
    "Open the Play Store and look for a newer version of the app.",
    "Until there is one, use it for nothing private in a foreign Wi-Fi.",
  ),
  needs: { appInspections },
  run: ({ appInspections: { apps } }) => {
    const open = apps.filter(({ cleartext }) => cleartext === true);
    const shared = {
      name: "version whose rules allow it",
      items: ({ versionName }: { readonly versionName: string | null }) => [versionName ?? "not told"],
    };
    return {
      findings: [
        ...findingsOn(
          open.filter((app) => !isOfTheImage(app)),
          { ...shared, one: "one", many: "together", few: 3, severity: "low" },
        ),
        ...findingsOn(open.filter(isOfTheImage), {
          ...shared,
          one: "imageOne",
          many: "imageTogether",
          few: 1,
          severity: "info",
        }),
      ],
      unread: unreadOf(
        "The network rules of",
        apps.filter((app) => app.cleartext === null && !isOfTheImage(app)),
      ),
    };
  },
  examples: {
    pass: [
      {
        name: "only encrypted",
        given: exampleInspections(exampleApp("com.example.shop"), exampleImageApp("a.b", { cleartext: null })),
      },
    ],
    fail: [
      {
        name: "an added app, and two that came with the phone",
        given: exampleInspections(
          exampleApp("com.example.weather", { cleartext: true }),
          exampleImageApp("com.android.browser", { cleartext: true }),
          exampleImageApp("com.android.player", { cleartext: true }),
        ),
        findings: 2,
      },
      {
        name: "many are one matter",
        given: exampleInspections(...["a.a", "b.b", "c.c", "d.d"].map((name) => exampleApp(name, { cleartext: true }))),
        findings: 1,
      },
    ],
    unknown: [
      {
        name: "rules that could not be read",
        given: exampleInspections(exampleApp("com.example.shop", { cleartext: null })),
      },
    ],
  },
});
