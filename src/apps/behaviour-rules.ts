/** What code can be seen to be able to do; `BehaviourRule.about` says it in words. */
export type BehaviourId =
  | "checks-root"
  | "checks-emulator"
  | "checks-debugger"
  | "checks-hooks"
  | "sends-sms"
  | "reads-sms"
  | "calls"
  | "watches-calls"
  | "overlay"
  | "reads-screen"
  | "acts-on-screen"
  | "records-screen"
  | "reads-notifications"
  | "watches-clipboard"
  | "lists-apps"
  | "watches-app-use"
  | "device-ids"
  | "advertising-id"
  | "locates"
  | "records-sound"
  | "takes-pictures"
  | "administers-device"
  | "installs-apps"
  | "accepts-any-certificate";

/** By what a behaviour is recognised, and what it means. */
export interface BehaviourRule {
  readonly id: BehaviourId;
  /** A sentence that begins with what the app's code does. */
  readonly about: string;
  /** What honest apps use it for, and what others do. */
  readonly use: string;
  /** Methods: descriptor of the class, and names. A class of the app that extends this one counts as well. */
  readonly calls: readonly (readonly [type: string, names: readonly string[]])[];
  /** Texts that code of this kind holds. Weaker than calls: nobody knows what a text is for. */
  readonly texts: readonly string[];
  /** How many different texts are needed before they count; 1 where it is not said. */
  readonly needed?: number;
  /** Without one of these permissions, without `android.permission.`, the calls fail; none: no permission is needed. */
  readonly permissions: readonly string[];
}

/** Classes and methods by AOSP frameworks/base (android.*) and developer.android.com/reference; names of files and packages by what such tools install. */
export const behaviourRules: readonly BehaviourRule[] = [
  rule(
    "checks-root",
    "It looks whether the phone is rooted.",
    "Banks do so against theft; others so as not to be examined.",
    {
      calls: [
        ["Lcom/scottyab/rootbeer/RootBeer;", ["isRooted", "isRootedWithoutBusyBoxCheck", "isRootedWithBusyBoxCheck"]],
      ],
      texts: [
        "/system/xbin/su",
        "/system/bin/su",
        "/sbin/su",
        "/system/app/Superuser.apk",
        "com.topjohnwu.magisk",
        "com.noshufou.android.su",
        "eu.chainfire.supersu",
        "com.koushikdutta.superuser",
      ],
    },
  ),
  rule(
    "checks-emulator",
    "It looks whether it runs on a real phone.",
    "Shops and games do so against fraud, and many libraries for their reports; malicious apps do so to stay quiet where they are examined.",
    {
      texts: [
        "/dev/qemu_pipe",
        "/dev/socket/qemud",
        "/dev/socket/genyd",
        "/sys/qemu_trace",
        "ro.kernel.qemu",
        "libc_malloc_debug_qemu.so",
        "Genymotion",
        "com.bluestacks",
        "com.bignox",
        "vbox86p",
        "init.svc.qemud",
      ],
      needed: 2,
    },
  ),
  rule(
    "checks-debugger",
    "It looks whether someone examines it with a debugger.",
    "Protected apps do so, and many libraries for their reports.",
    {
      calls: [["Landroid/os/Debug;", ["isDebuggerConnected", "waitingForDebugger"]]],
      texts: ["TracerPid"],
    },
  ),
  rule(
    "checks-hooks",
    "It looks for tools that change apps while they run.",
    "Banks and games do so against manipulation; others so as not to be examined.",
    {
      texts: [
        "de.robv.android.xposed",
        "com.saurik.substrate",
        "frida-server",
        "frida-agent",
        "frida-gadget",
        "/data/local/tmp/re.frida",
        "gum-js-loop",
        "org.lsposed.manager",
        "edxposed",
        "libsubstrate.so",
      ],
    },
  ),
  rule(
    "sends-sms",
    "It sends text messages.",
    "Messengers do so for their owner; malicious apps to numbers that cost money, or to spread.",
    {
      calls: [
        ["Landroid/telephony/SmsManager;", smsSenders()],
        ["Landroid/telephony/gsm/SmsManager;", smsSenders()],
      ],
      permissions: ["SEND_SMS"],
    },
  ),
  rule(
    "reads-sms",
    "It reads text messages, or takes them as they arrive.",
    "Messengers and backups do so; so do apps that steal login codes.",
    {
      calls: [
        ["Landroid/telephony/SmsMessage;", ["createFromPdu", "getMessageBody", "getDisplayMessageBody"]],
        ["Landroid/provider/Telephony$Sms$Intents;", ["getMessagesFromIntent"]],
      ],
      texts: ["content://sms", "content://mms", "android.provider.Telephony.SMS_RECEIVED"],
      permissions: ["READ_SMS", "RECEIVE_SMS", "RECEIVE_MMS"],
    },
  ),
  rule(
    "calls",
    "It makes, takes or ends phone calls.",
    "Dialers do so; malicious apps to cut off calls of the bank, or to call numbers that cost money.",
    {
      calls: [["Landroid/telecom/TelecomManager;", ["placeCall", "endCall", "acceptRingingCall"]]],
      texts: ["com.android.internal.telephony.ITelephony"],
      permissions: ["CALL_PHONE", "ANSWER_PHONE_CALLS", "MANAGE_OWN_CALLS"],
    },
  ),
  rule(
    "watches-calls",
    "It notices calls, or reads the list of calls.",
    "Dialers and caller identification do so; stalkerware does so to tell who spoke with whom.",
    {
      texts: ["content://call_log", "android.intent.action.NEW_OUTGOING_CALL"],
      permissions: ["READ_CALL_LOG", "READ_PHONE_STATE", "PROCESS_OUTGOING_CALLS"],
    },
  ),
  rule(
    "overlay",
    "It asks whether it may lay itself over other apps.",
    "Players and chats do so for small windows; malicious apps lay false login pages over banks.",
    {
      calls: [["Landroid/provider/Settings;", ["canDrawOverlays"]]],
      texts: ["android.settings.action.MANAGE_OVERLAY_PERMISSION"],
      permissions: ["SYSTEM_ALERT_WINDOW"],
    },
  ),
  rule(
    "reads-screen",
    "It reads what other apps show, as an accessibility service.",
    "Screen readers and password managers do so; stalkerware and thieves do so, too.",
    {
      calls: [
        [
          "Landroid/accessibilityservice/AccessibilityService;",
          ["getRootInActiveWindow", "getWindows", "getWindowsOnAllDisplays"],
        ],
        [
          "Landroid/view/accessibility/AccessibilityNodeInfo;",
          ["findAccessibilityNodeInfosByViewId", "findAccessibilityNodeInfosByText"],
        ],
      ],
    },
  ),
  rule(
    "acts-on-screen",
    "It presses buttons and draws gestures for the person, as an accessibility service.",
    "Tools for people with disabilities do so; malicious apps allow themselves everything that way, or empty accounts.",
    {
      calls: [["Landroid/accessibilityservice/AccessibilityService;", ["performGlobalAction", "dispatchGesture"]]],
    },
  ),
  rule(
    "records-screen",
    "It takes pictures or films of the screen.",
    "Meetings and support apps do so once the person agrees; stalkerware does so as an accessibility service.",
    {
      calls: [
        ["Landroid/media/projection/MediaProjectionManager;", ["createScreenCaptureIntent", "getMediaProjection"]],
        ["Landroid/accessibilityservice/AccessibilityService;", ["takeScreenshot", "takeScreenshotOfWindow"]],
      ],
    },
  ),
  rule(
    "reads-notifications",
    "It reads the notifications of all apps.",
    "Watches and launchers do so; so do apps that steal messages and login codes.",
    {
      calls: [
        [
          "Landroid/service/notification/NotificationListenerService;",
          ["getActiveNotifications", "cancelNotification", "cancelAllNotifications", "snoozeNotification"],
        ],
      ],
    },
  ),
  rule(
    "watches-clipboard",
    "It is told whenever something is copied.",
    "Clipboard managers do so; others to steal passwords, or to swap account numbers.",
    {
      calls: [["Landroid/content/ClipboardManager;", ["addPrimaryClipChangedListener"]]],
    },
  ),
  rule(
    "lists-apps",
    "It asks which apps are on the phone.",
    "Launchers and scanners do so; many trackers do so for profiles, and thieves to find banks.",
    {
      calls: [
        [
          "Landroid/content/pm/PackageManager;",
          ["getInstalledPackages", "getInstalledApplications", "getInstalledPackagesAsUser"],
        ],
      ],
    },
  ),
  rule(
    "watches-app-use",
    "It asks which apps are used, and when.",
    "Screen time apps do so; malicious apps to notice that the bank's is opened.",
    {
      calls: [
        ["Landroid/app/usage/UsageStatsManager;", ["queryUsageStats", "queryEvents", "queryAndAggregateUsageStats"]],
      ],
      permissions: ["PACKAGE_USAGE_STATS"],
    },
  ),
  rule(
    "device-ids",
    "It reads numbers that name the phone or the SIM for good.",
    "Carriers need them; trackers use them to know a person again. Newer Androids give most of them to system apps alone.",
    {
      calls: [
        [
          "Landroid/telephony/TelephonyManager;",
          ["getDeviceId", "getImei", "getMeid", "getSubscriberId", "getSimSerialNumber", "getLine1Number"],
        ],
        ["Landroid/os/Build;", ["getSerial"]],
        ["Landroid/net/wifi/WifiInfo;", ["getMacAddress"]],
      ],
      permissions: ["READ_PHONE_STATE", "READ_PRIVILEGED_PHONE_STATE", "READ_PHONE_NUMBERS", "ACCESS_WIFI_STATE"],
    },
  ),
  rule(
    "advertising-id",
    "It reads the phone's advertising ID.",
    "Advertising uses it to know a person again in other apps; it can be deleted in the settings.",
    {
      calls: [["Lcom/google/android/gms/ads/identifier/AdvertisingIdClient;", ["getAdvertisingIdInfo"]]],
      texts: ["com.google.android.gms.ads.identifier.service.START"],
    },
  ),
  rule(
    "locates",
    "It asks where the phone is.",
    "Maps and weather do so for their owner; trackers and stalkerware do so, too.",
    {
      calls: [
        [
          "Landroid/location/LocationManager;",
          ["requestLocationUpdates", "getLastKnownLocation", "requestSingleUpdate", "getCurrentLocation"],
        ],
        [
          "Lcom/google/android/gms/location/FusedLocationProviderClient;",
          ["requestLocationUpdates", "getLastLocation", "getCurrentLocation"],
        ],
      ],
      permissions: ["ACCESS_FINE_LOCATION", "ACCESS_COARSE_LOCATION"],
    },
  ),
  rule(
    "records-sound",
    "It records sound.",
    "Calls, voice messages and recorders need it; stalkerware uses it to listen in.",
    {
      calls: [
        ["Landroid/media/MediaRecorder;", ["setAudioSource"]],
        ["Landroid/media/AudioRecord;", ["startRecording"]],
      ],
      permissions: ["RECORD_AUDIO"],
    },
  ),
  rule(
    "takes-pictures",
    "It uses the camera.",
    "Cameras, scanners and video calls need it; stalkerware uses it to look around.",
    {
      calls: [
        ["Landroid/hardware/camera2/CameraManager;", ["openCamera"]],
        ["Landroid/hardware/Camera;", ["open"]],
      ],
      permissions: ["CAMERA"],
    },
  ),
  rule(
    "administers-device",
    "It locks the phone, wipes it or sets its password, as a device administrator.",
    "Employers' and anti-theft apps do so; extortion does so, too.",
    {
      calls: [
        [
          "Landroid/app/admin/DevicePolicyManager;",
          ["lockNow", "wipeData", "wipeDevice", "resetPassword", "resetPasswordWithToken", "setCameraDisabled"],
        ],
      ],
    },
  ),
  rule(
    "installs-apps",
    "It brings other apps onto the phone.",
    "Shops do so; droppers do so to bring what no shop takes.",
    {
      calls: [["Landroid/content/pm/PackageInstaller;", ["createSession"]]],
      texts: ["application/vnd.android.package-archive"],
      permissions: ["REQUEST_INSTALL_PACKAGES", "INSTALL_PACKAGES"],
    },
  ),
  rule(
    "accepts-any-certificate",
    "It goes on where a web page has no valid certificate.",
    "Nobody needs that outside of trials: whoever controls the network can read and change such pages.",
    {
      calls: [
        ["Landroid/webkit/SslErrorHandler;", ["proceed"]],
        ["Lorg/apache/http/conn/ssl/AllowAllHostnameVerifier;", ["<init>"]],
      ],
    },
  ),
];

function rule(
  id: BehaviourId,
  about: string,
  use: string,
  rest: Partial<Pick<BehaviourRule, "calls" | "texts" | "needed" | "permissions">>,
): BehaviourRule {
  return { id, about, use, calls: [], texts: [], permissions: [], ...rest };
}

function smsSenders(): readonly string[] {
  return [
    "sendTextMessage",
    "sendMultipartTextMessage",
    "sendDataMessage",
    "sendMultimediaMessage",
    "sendTextMessageWithoutPersisting",
  ];
}
