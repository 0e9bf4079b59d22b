import { defineCheck, type Severity } from "../core/check.ts";
import { packages } from "../facts/packages.ts";
import { byHand } from "./wording/remedies.ts";

type Kind = "manager" | "hooks" | "helper";

/** Apps that give or need rights above Android's, by package name. A renamed one is not recognised. */
const known: Readonly<Record<string, readonly [label: string, kind: Kind]>> = {
  "com.topjohnwu.magisk": ["Magisk", "manager"],
  "io.github.vvb2060.magisk": ["Magisk (alpha)", "manager"],
  "io.github.huskydg.magisk": ["Kitsune Mask", "manager"],
  "me.weishu.kernelsu": ["KernelSU", "manager"],
  "com.rifsxd.ksunext": ["KernelSU Next", "manager"],
  "com.sukisu.ultra": ["SukiSU Ultra", "manager"],
  "me.bmax.apatch": ["APatch", "manager"],
  "eu.chainfire.supersu": ["SuperSU", "manager"],
  "com.koushikdutta.superuser": ["Superuser", "manager"],
  "com.noshufou.android.su": ["Superuser", "manager"],
  "com.thirdparty.superuser": ["Superuser", "manager"],
  "com.kingroot.kinguser": ["KingRoot", "manager"],
  "com.kingo.root": ["KingoRoot", "manager"],
  "org.lsposed.manager": ["LSPosed", "hooks"],
  "de.robv.android.xposed.installer": ["Xposed", "hooks"],
  "org.meowcat.edxposed.manager": ["EdXposed", "hooks"],
  "moe.shizuku.privileged.api": ["Shizuku", "helper"],
  "com.rosan.dhizuku": ["Dhizuku", "helper"],
};

const severities: Readonly<Record<Kind, Severity>> = { manager: "high", hooks: "high", helper: "low" };

export default defineCheck({
  id: "root-apps",
  category: "boot",
  severity: "high",
  question: "Is an app installed that gives or lends higher rights?",
  title: {
    pass: "None of the known apps that give or lend higher rights is installed",
    fail: "An app that gives or lends higher rights is installed",
  },
  why: "Such an app hands out rights above every protection of Android. On a phone whose owner did not install it, it is a strong sign that somebody else did.",
  advice:
    "If a root app is not yours, do not remove it before you have thought about who may notice; then have the original system installed. An app that only lends rights can simply be uninstalled.",
  references: [
    "https://topjohnwu.github.io/Magisk/",
    "https://kernelsu.org/guide/what-is-kernelsu.html",
    "https://shizuku.rikka.app/introduction/",
  ],
  messages: {
    manager: "{label} is installed: it gives apps root rights.",
    hooks: "{label} is installed: it changes other apps and the system while they run. It needs root rights.",
    helper: "{label} is installed: it lends apps the rights of a connected computer or of a device owner.",
  },
  remedy: byHand(
    "app",
    "If you installed it yourself and no longer need it: open Settings > Apps, choose the app, and uninstall it.",
    "If you did not: think about who may notice before you remove it, save what you need, and have the original system installed.",
  ),
  needs: { packages },
  run: ({ packages: installed }) =>
    installed.flatMap(({ name, path }) => {
      const entry = Object.hasOwn(known, name) ? known[name] : undefined;
      if (!entry) return [];
      const [label, kind] = entry;
      return [
        {
          subject: { kind: "app" as const, package: name, label },
          message: kind,
          params: { label },
          severity: severities[kind],
          evidence: [{ kind: "value" as const, fact: packages, name, value: path ?? "installed" }],
        },
      ];
    }),
  examples: {
    pass: [{ name: "ordinary apps", given: { packages: [app("com.android.settings"), app("constructor")] } }],
    fail: [
      {
        name: "Magisk and LSPosed",
        given: { packages: [app("com.topjohnwu.magisk"), app("org.lsposed.manager")] },
        findings: 2,
      },
      { name: "Shizuku", given: { packages: [app("moe.shizuku.privileged.api")] }, findings: 1 },
    ],
  },
});

function app(name: string) {
  return { name, path: `/data/app/${name}/base.apk`, system: false, updated: false, appId: 10200 };
}
