import type { ScreenId } from "./screens.ts";

/**
 * How something is known: from measured traffic, from the code that reads the switch, from what its maker publishes, or only from what phones
 * store and show.
 */
export type EvidenceGrade = "measured" | "read-in-code" | "published" | "observed";

/** Whether data flows by a switch. */
export type Flow = "on" | "off";

/** A setting that a switch is kept in. `key` stands in the table `secure` of each user, or in that of the whole phone. */
export interface SwitchSetting {
  readonly space: "secure" | "global";
  readonly key: string;
  /**
   * Whether data flows at this value, null for one that was never set; undefined where that is not known. `others`: the table it stands in.
   */
  readonly flow: (value: string | null, others: Readonly<Record<string, string>>) => Flow | undefined;
  /** The value for this flow, with everything else that is kept in it left as it is. */
  readonly value: (to: Flow, now: string | null) => string;
  /** Only phones that have stored it have something that reads it. */
  readonly onlyWhereSet?: true;
  /** The value names the phone: it stays out of what is told and noted. */
  readonly namesPhone?: true;
}

/** One way in which the system of a phone collects, and how it is ended. */
export interface CollectionSwitch {
  readonly id: string;
  readonly vendor: "Xiaomi" | "Google" | "Android";
  /** As the phone shows it. */
  readonly name: string;
  /** What goes out, and to whom. */
  readonly sends: string;
  readonly to: string;
  readonly evidence: { readonly grade: EvidenceGrade; readonly sources: readonly [string, ...string[]] };
  /** Where it is kept and can be read; null where nothing on the phone tells a computer. */
  readonly setting: SwitchSetting | null;
  /** Whether a computer can switch it: something that reads the setting is known. Else there is only the way by hand. */
  readonly byComputer: boolean;
  /** What goes on all the same. */
  readonly remains: string;
  /** The way by hand; `screen` is where it begins. */
  readonly steps: readonly [string, ...string[]];
  readonly screen?: ScreenId;
}

const leith = "https://www.scss.tcd.ie/doug.leith/Android_privacy_report.pdf";
const china = "https://arxiv.org/abs/2302.01890";
const policy = "https://privacy.mi.com/all/en_US/";
const switchNames = "https://github.com/gucong3000/MiuiCleaner";
const applicationErrorReport = "AOSP: frameworks/base/core/java/android/app/ApplicationErrorReport.java";
const profcollect =
  "AOSP: frameworks/base/services/profcollect/src/com/android/server/profcollect/ProfcollectForwardingService.java";

/** A switch that is 1 for on and 0 for off; never set it is as its readers take it. */
function plain(unset: Flow | undefined): Pick<SwitchSetting, "flow" | "value"> {
  return {
    flow: (value) => (value === null ? unset : value === "1" ? "on" : value === "0" ? "off" : undefined),
    value: (to) => (to === "on" ? "1" : "0"),
  };
}

/** The same the other way round: 1 takes something out of what is sent. */
const hides: Pick<SwitchSetting, "flow" | "value"> = {
  flow: (value) => (value === "1" ? "off" : value === "0" ? "on" : undefined),
  value: (to) => (to === "on" ? "0" : "1"),
};

/**
 * Switches of Xiaomi, Google and Android by which the system collects. Only settings that something is known to read, and that phones have; many
 * more are named in scripts and read by nothing.
 */
export const collectionSwitches = [
  {
    id: "user-experience-program",
    vendor: "Xiaomi",
    name: "User Experience Program",
    sends: "which screens and apps are used, when and for how long, with numbers that name the phone",
    to: "Xiaomi",
    evidence: { grade: "measured", sources: [leith, policy, switchNames] },
    // The framework takes "never set" for off, Xiaomi's reporting library (OneTrack) for on: it counts as on.
    setting: { space: "secure", key: "upload_log_pref", ...plain("on") },
    byComputer: true,
    remains:
      "At least 18 files of the system's services send events to com.miui.analytics, and some of them without asking this switch.",
    steps: [
      "Open Settings and search for “User Experience Program” and switch it off.",
      "If it already looks off, switch it on and off once, so that the phone stores the choice.",
    ],
    screen: "privacy",
  },
  {
    id: "diagnostic-data",
    vendor: "Xiaomi",
    name: "Send usage and diagnostic data",
    sends: "logs of crashes and of use, with numbers that name the phone",
    to: "Xiaomi",
    evidence: { grade: "read-in-code", sources: [policy, switchNames] },
    setting: {
      space: "secure",
      key: "upload_debug_log_pref",
      // Never set, it follows the programme above.
      flow: (value, others) =>
        value === null ? (others["upload_log_pref"] === "0" ? "off" : "on") : plain(undefined).flow(value, others),
      value: plain("on").value,
    },
    byComputer: true,
    remains: "The services that record faults keep running on the phone.",
    steps: ["Open Settings and search for “Send usage and diagnostic data” and switch it off."],
    screen: "privacy",
  },
  {
    id: "personalised-ads",
    vendor: "Xiaomi",
    name: "Personalised ad recommendations (Ad services)",
    sends: "what is used, read and bought in Xiaomi's apps, for advertising that is chosen by it",
    to: "Xiaomi and its advertisers",
    evidence: { grade: "read-in-code", sources: [policy, switchNames] },
    setting: {
      space: "global",
      key: "personalized_ad_enabled",
      // A bit mask: bit 0 the switch, bit 1 "the question was shown". Never set counts as 1.
      flow: (value) => (/^[0-3]$/.test(value ?? "1") ? (Number(value ?? "1") & 1 ? "on" : "off") : undefined),
      value: (to, now) => {
        const rest = Number(now ?? "1") & ~1;
        return String(to === "on" ? rest | 1 : rest);
      },
    },
    byComputer: true,
    remains: "Advertising stays, and is to be chosen without that record.",
    steps: ["Open Settings and search for “Ad services” and switch personalised ads off."],
    screen: "xiaomi-ads",
  },
  {
    id: "mi-account-ads",
    vendor: "Xiaomi",
    name: "System advertising of the Mi account",
    sends: "use of Xiaomi's services under the name of the account, for advertising",
    to: "Xiaomi and its advertisers",
    evidence: { grade: "read-in-code", sources: [switchNames, policy] },
    setting: {
      space: "global",
      key: "passport_ad_status",
      flow: (value) => (value === "ON" ? "on" : value === "OFF" ? "off" : undefined),
      value: (to) => (to === "on" ? "ON" : "OFF"),
      onlyWhereSet: true,
    },
    byComputer: true,
    remains: "What the account itself keeps on Xiaomi's servers, and its advertising on other devices.",
    steps: ["Open Settings > Mi Account, look for system ads in its settings, and switch them off."],
    screen: "xiaomi-account",
  },
  {
    id: "web-link-apps",
    vendor: "Xiaomi",
    name: "Web links may start apps",
    sends: "that you follow a link, told to the app or shop that it starts and that may know who you are",
    to: "companies whose apps a page starts",
    evidence: { grade: "read-in-code", sources: [switchNames] },
    setting: { space: "secure", key: "http_invoke_app", ...plain("on") },
    byComputer: true,
    remains: "Pages can still tell who you are by other means.",
    steps: ["Open Settings and search for “web link” and switch the invocation of apps off."],
    screen: "default-apps",
  },
  {
    id: "photo-location",
    vendor: "Xiaomi",
    name: "Location in photos that are shared",
    sends: "where a photo was taken, to a few metres",
    to: "whoever gets the photo",
    evidence: {
      grade: "observed",
      sources: ["https://developer.android.com/training/data-storage/shared/media#media-location-permission"],
    },
    setting: { space: "secure", key: "zman_share_hide_location", ...hides, onlyWhereSet: true },
    byComputer: true,
    remains: "It counts for what is shared through Xiaomi's own share screen. Files that are copied keep the place.",
    steps: ["When you share a photo, open the options of the share screen and let the location be removed."],
  },
  {
    id: "photo-camera",
    vendor: "Xiaomi",
    name: "Camera data in photos that are shared",
    sends: "the model of the phone, the time and the settings of the camera",
    to: "whoever gets the photo",
    evidence: {
      grade: "observed",
      sources: ["https://developer.android.com/reference/android/media/ExifInterface"],
    },
    setting: { space: "secure", key: "zman_share_hide_camera", ...hides, onlyWhereSet: true },
    byComputer: true,
    remains: "It counts for what is shared through Xiaomi's own share screen. Files that are copied keep it.",
    steps: ["When you share a photo, open the options of the share screen and let the camera data be removed."],
  },
  {
    id: "xiaomi-ad-id",
    vendor: "Xiaomi",
    name: "Xiaomi's advertising identifier",
    sends: "a number by which advertisers recognise the phone in every app that asks for it",
    to: "apps and advertisers",
    evidence: { grade: "read-in-code", sources: [policy, switchNames] },
    // What else has to happen when it is renewed is not known: it is left to the phone.
    setting: {
      space: "global",
      key: "ad_aaid",
      flow: (value) => (value === null || value === "" || /^[0-]+$/.test(value) ? "off" : "on"),
      value: (_, now) => now ?? "",
      namesPhone: true,
    },
    byComputer: false,
    remains: "What was recorded under the old number stays.",
    steps: ["Open Settings and search for “Ad services” and reset the identifier from time to time."],
    screen: "xiaomi-ads",
  },
  {
    id: "msa-authorisation",
    vendor: "Xiaomi",
    name: "Authorisation of MSA (MIUI System Ads)",
    sends: "what advertising of the system needs: identifiers of the phone and what is done in Xiaomi's apps",
    to: "Xiaomi and its advertisers",
    evidence: { grade: "observed", sources: [policy] },
    // The framework takes "never set" for authorised; whether MSA itself goes by this key was not seen, so only a revocation is believed.
    setting: {
      space: "secure",
      key: "privacy_status_com.miui.msa.global",
      flow: (value) => (value === "0" ? "off" : value === "1" ? "on" : undefined),
      value: plain("on").value,
    },
    byComputer: false,
    remains: "The app stays on the phone. To put it away: candor preinstalled remove com.miui.msa.global",
    steps: [
      "Switch the network on: revoking asks Xiaomi's servers.",
      "Open Settings > Passwords & security > Authorisation & revocation, and switch msa off.",
      "If it answers that it could not be revoked, wait ten seconds and try again; several tries may be needed.",
    ],
    screen: "security",
  },
  {
    id: "app-recommendations",
    vendor: "Xiaomi",
    name: "Recommendations inside of Xiaomi's apps",
    sends: "which of them is opened, so that advertising can be shown in it",
    to: "Xiaomi and its advertisers",
    evidence: { grade: "observed", sources: [policy] },
    setting: null,
    byComputer: false,
    remains: "Each app has a switch of its own, and updates have been seen to bring new ones.",
    steps: [
      "In Themes, File Manager, Downloads, Music, Security and Mi Browser: open the app's settings and switch “Recommendations” or “Receive recommendations” off.",
    ],
  },
  {
    id: "google-usage-diagnostics",
    vendor: "Google",
    name: "Usage & diagnostics",
    sends: "how often apps are used, how battery and network do, and what crashed",
    to: "Google",
    evidence: {
      grade: "published",
      sources: ["https://support.google.com/accounts/answer/6078260", leith, profcollect],
    },
    // Play services fill it in again where it is missing: it is written, never taken out.
    setting: { space: "global", key: "multi_cb", ...plain(undefined), onlyWhereSet: true },
    byComputer: true,
    remains: "Play services go on telling Google what phone this is and which apps it has.",
    steps: ["Open Settings > Google > menu > Usage & diagnostics and switch it off."],
    screen: "privacy",
  },
  {
    id: "crash-reports",
    vendor: "Android",
    name: "Offer to report crashes of apps",
    sends: "what an app was doing when it crashed, when you accept the offer",
    to: "the installer of the app (Google for the Play Store), or the maker of the system",
    evidence: { grade: "read-in-code", sources: [applicationErrorReport] },
    setting: { space: "global", key: "send_action_app_error", ...plain("off") },
    byComputer: true,
    remains: "Apps with a crash reporter of their own send their reports without it.",
    steps: ["Decline the offer when an app crashes."],
  },
  {
    id: "google-ad-id",
    vendor: "Google",
    name: "Google's advertising ID",
    sends: "a number by which advertisers recognise the phone in every app that asks for it",
    to: "apps and advertisers",
    evidence: {
      grade: "published",
      sources: ["https://support.google.com/googleplay/android-developer/answer/6048248", leith],
    },
    setting: null,
    byComputer: false,
    remains: "Apps can recognise the phone by other signs.",
    steps: ["Open Settings > Google > All services > Ads, and choose “Delete advertising ID”."],
    screen: "google-ads",
  },
  {
    id: "google-location-accuracy",
    vendor: "Google",
    name: "Google Location Accuracy",
    sends: "which Wi-Fi networks and mobile cells are around the phone, what its sensors tell, and where it is",
    to: "Google",
    evidence: { grade: "published", sources: ["https://support.google.com/android/answer/3467281"] },
    setting: null,
    byComputer: false,
    remains: "Apps that may know the place can send it themselves.",
    steps: [
      "Open Settings > Location > Location services > Google Location Accuracy and switch it off. Finding the place indoors gets slower.",
    ],
    screen: "location",
  },
  {
    id: "google-account-activity",
    vendor: "Google",
    name: "Web & App Activity and Timeline of the Google account",
    sends: "searches, places, and what is done in Google's and other apps",
    to: "Google",
    evidence: { grade: "published", sources: ["https://support.google.com/accounts/answer/54068"] },
    setting: null,
    byComputer: false,
    remains: "It is a choice of the account, and counts for every device that is signed in.",
    steps: ["Open myactivity.google.com/activitycontrols with the account, and pause what you do not want kept."],
    screen: "accounts",
  },
  {
    id: "play-protect-uploads",
    vendor: "Google",
    name: "Improve harmful app detection (Play Protect)",
    sends: "copies of apps that Google does not know yet",
    to: "Google",
    evidence: { grade: "published", sources: ["https://support.google.com/googleplay/answer/2812853"] },
    setting: null,
    byComputer: false,
    remains: "Play Protect itself stays on, and should: it stops known harmful apps.",
    steps: [
      "Open the Play Store > your picture > Play Protect > the cog, and switch “Improve harmful app detection” off.",
    ],
    screen: "play-protect",
  },
] as const satisfies readonly CollectionSwitch[];

export type CollectionSwitchId = (typeof collectionSwitches)[number]["id"];

/** The switch of this id. */
export function collectionSwitch(id: string): CollectionSwitch | undefined {
  return collectionSwitches.find((each) => each.id === id);
}

/** What no switch ends, and how that is known. */
export const notStopped: readonly { readonly text: string; readonly grade: EvidenceGrade; readonly source: string }[] =
  [
    {
      text: "Parts of Xiaomi's system send events to com.miui.analytics with a mark that exempts them from the User Experience Program (window manager, memory, watchdog, power, GNSS). Without that app they have no receiver: candor preinstalled show com.miui.analytics",
      grade: "read-in-code",
      source: "System services of HyperOS 1 (Android 14, OS1.0.4)",
    },
    {
      text: "The system asks control.preload.xiaomi.com which pre-installed apps to remove, and tells a hash of the IMEI, the model, the version and the region.",
      grade: "read-in-code",
      source: "System services of HyperOS 1 (Android 14, OS1.0.4)",
    },
    {
      text: "On phones with the system for China, Settings, Phone, Messages and Camera were seen to report being opened, whatever had been chosen.",
      grade: "measured",
      source: china,
    },
    {
      text: "On a phone of Xiaomi's whose owner declined all that was offered to be declined, apps of the system reported to Xiaomi which screens of apps were seen, when and for how long.",
      grade: "measured",
      source: leith,
    },
    {
      text: "Google's Play services sent identifiers of the phone and of the SIM, with all declined that was offered to be declined.",
      grade: "measured",
      source: leith,
    },
  ];
