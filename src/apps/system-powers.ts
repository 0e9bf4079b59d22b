import type { ManifestComponent } from "../formats/manifest-components.ts";

/** A power that the phone gives to a service or receiver of an app, once its owner allows it. */
export type SystemPower =
  | "accessibility"
  | "notification-listener"
  | "device-admin"
  | "vpn"
  | "input-method"
  | "autofill"
  | "credential-provider"
  | "call-screening"
  | "in-call"
  | "voice-interaction"
  | "sms-app"
  | "trust-agent";

/** A component that declares such a power. */
export interface PowerDeclaration {
  readonly power: SystemPower;
  readonly component: string;
  /** What the power means, in words that go on after "Once allowed, it may". */
  readonly allows: string;
  readonly enabled: boolean;
  /** Whether only the system may bind to it, as Android demands; without that Android does not take the service. */
  readonly guarded: boolean;
}

interface Rule {
  readonly power: SystemPower;
  readonly kind: "service" | "receiver";
  readonly action: string;
  readonly permission: string;
  readonly allows: string;
}

/** AOSP frameworks/base core/res/AndroidManifest.xml (BIND_*), and the SERVICE_INTERFACE of each service class. */
const rules: readonly Rule[] = [
  rule(
    "accessibility",
    "android.accessibilityservice.AccessibilityService",
    "BIND_ACCESSIBILITY_SERVICE",
    "read what is on the screen and press buttons in other apps",
  ),
  rule(
    "notification-listener",
    "android.service.notification.NotificationListenerService",
    "BIND_NOTIFICATION_LISTENER_SERVICE",
    "read all notifications, messages and codes among them",
  ),
  rule(
    "device-admin",
    "android.app.action.DEVICE_ADMIN_ENABLED",
    "BIND_DEVICE_ADMIN",
    "lock or wipe the phone, and cannot be removed before that is taken from it",
    "receiver",
  ),
  rule("vpn", "android.net.VpnService", "BIND_VPN_SERVICE", "see and change all connections of the phone"),
  rule("input-method", "android.view.InputMethod", "BIND_INPUT_METHOD", "see everything that is typed on its keyboard"),
  rule(
    "autofill",
    "android.service.autofill.AutofillService",
    "BIND_AUTOFILL_SERVICE",
    "see the fields of forms in other apps, and fill them",
  ),
  rule(
    "credential-provider",
    "android.service.credentials.CredentialProviderService",
    "BIND_CREDENTIAL_PROVIDER_SERVICE",
    "keep passwords and passkeys for other apps",
  ),
  rule(
    "call-screening",
    "android.telecom.CallScreeningService",
    "BIND_SCREENING_SERVICE",
    "see and refuse incoming calls",
  ),
  rule("in-call", "android.telecom.InCallService", "BIND_INCALL_SERVICE", "see and control calls"),
  rule(
    "voice-interaction",
    "android.service.voice.VoiceInteractionService",
    "BIND_VOICE_INTERACTION",
    "be the assistant, which may see the screen",
  ),
  rule(
    "sms-app",
    "android.provider.Telephony.SMS_DELIVER",
    "BROADCAST_SMS",
    "be the app for text messages, which gets each of them first",
    "receiver",
  ),
  rule("trust-agent", "android.service.trust.TrustAgentService", "BIND_TRUST_AGENT", "keep the phone unlocked"),
];

/** The powers that components declare, whether by the action that the system looks for or by the permission that guards it. */
export function declaredPowers(components: readonly ManifestComponent[]): PowerDeclaration[] {
  const found: PowerDeclaration[] = [];
  for (const { kind, name, permission, filters, enabled } of components)
    for (const { power, kind: wanted, action, permission: guard, allows } of rules) {
      if (kind !== wanted) continue;
      const answers = filters.some(({ actions }) => actions.includes(action));
      // Receivers guarded by the permission of text messages alone are ordinary.
      if (answers || (permission === guard && power !== "sms-app"))
        found.push({ power, component: name, allows, enabled: enabled.value, guarded: permission === guard });
    }
  return found;
}

function rule(power: SystemPower, action: string, bind: string, allows: string, kind: Rule["kind"] = "service"): Rule {
  return { power, kind, action, permission: `android.permission.${bind}`, allows };
}
