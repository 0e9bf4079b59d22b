import type { DexClass, DexContents, DexStep } from "../apk/dex-tables.ts";

/** Classes as the SDKs of some trackers name them; a sample, without their code. */
export const trackerClasses = {
  firebaseAnalytics: [
    "com.google.firebase.analytics.FirebaseAnalytics",
    "com.google.firebase.analytics.FirebaseAnalytics$Event",
    "com.google.android.gms.measurement.AppMeasurement",
    "com.google.android.gms.measurement.AppMeasurementService",
  ],
  appsFlyer: [
    "com.appsflyer.AppsFlyerLib",
    "com.appsflyer.AppsFlyerConversionListener",
    "com.appsflyer.AFInAppEventType",
  ],
  facebook: [
    "com.facebook.appevents.AppEventsLogger",
    "com.facebook.ads.AdView",
    "com.facebook.login.LoginManager",
    "com.facebook.share.ShareApi",
  ],
  oneTrack: ["com.xiaomi.onetrack.OneTrack", "com.xiaomi.onetrack.Configuration"],
  adMob: ["com.google.android.gms.ads.AdView", "com.google.android.gms.ads.AdActivity"],
  adjust: ["com.adjust.sdk.Adjust", "com.adjust.sdk.AdjustConfig"],
  umeng: ["com.umeng.analytics.MobclickAgent"],
  sensors: ["com.sensorsdata.analytics.android.sdk.SensorsDataAPI"],
} as const satisfies Readonly<Record<string, readonly string[]>>;

/** Hosts that those SDKs talk to. */
export const trackerHosts = [
  "https://app-measurement.com/a",
  "https://launches.appsflyer.com/api/v6.17/androidevent",
  "https://graph.facebook.com/v19.0/app_events",
  "https://tracking.intl.miui.com/track/v4",
  "https://app.adjust.com/session",
] as const;

/** A class whose method `run` calls these methods of the framework, and names these strings. */
export function caller(name: string, calls: readonly FrameworkCall[], strings: readonly string[] = []): DexClass {
  const steps: DexStep[] = strings.map((string) => ({ string }));
  for (const each of calls) steps.push(frameworkCalls[each]);
  return { name, methods: { run: steps } };
}

/** An activity of the app itself, with what else a DEX is to hold. */
export function appCode(activity: string, more: DexContents = {}): DexContents {
  const own = { name: activity, superclass: "android.app.Activity" };
  return { ...more, classes: [own, ...(more.classes ?? [])] };
}

type FrameworkCall = keyof typeof frameworkCalls;

const virtual = (of: string, name: string, signature: string): DexStep => ({
  call: { class: of, name, signature },
  kind: "virtual",
});

/** Methods of Android that tell what an app can do. */
const frameworkCalls = {
  loadDex: {
    call: {
      class: "dalvik.system.DexClassLoader",
      name: "<init>",
      signature: "(Ljava/lang/String;Ljava/lang/String;Ljava/lang/String;Ljava/lang/ClassLoader;)V",
    },
    kind: "direct",
  },
  execute: virtual("java.lang.Runtime", "exec", "(Ljava/lang/String;)Ljava/lang/Process;"),
  sendSms: virtual(
    "android.telephony.SmsManager",
    "sendTextMessage",
    "(Ljava/lang/String;Ljava/lang/String;Ljava/lang/String;Landroid/app/PendingIntent;Landroid/app/PendingIntent;)V",
  ),
  locate: virtual(
    "android.location.LocationManager",
    "requestLocationUpdates",
    "(Ljava/lang/String;JFLandroid/location/LocationListener;)V",
  ),
  record: virtual("android.media.MediaRecorder", "setAudioSource", "(I)V"),
  readScreen: virtual(
    "android.accessibilityservice.AccessibilityService",
    "getRootInActiveWindow",
    "()Landroid/view/accessibility/AccessibilityNodeInfo;",
  ),
  hideIcon: virtual(
    "android.content.pm.PackageManager",
    "setComponentEnabledSetting",
    "(Landroid/content/ComponentName;II)V",
  ),
  deviceId: virtual("android.telephony.TelephonyManager", "getDeviceId", "()Ljava/lang/String;"),
  loadLibrary: { call: { class: "java.lang.System", name: "loadLibrary", signature: "(Ljava/lang/String;)V" } },
} as const satisfies Readonly<Record<string, DexStep>>;
