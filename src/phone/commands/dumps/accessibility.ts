import { isInstalled } from "../../state/package-state.ts";
import { type AccessibilityService, type Dump, type PhoneState, sdkOf } from "../../state/phone-state.ts";
import { componentList } from "../../state/setting-tables.ts";

/** `dumpsys accessibility` in the layouts of Android 9 to 15 (AOSP: AccessibilityManagerService.dump). */
export const accessibilityDump: Dump = function* (state) {
  const sdk = sdkOf(state);
  const user = state.currentUser;
  const enabled = componentList(state.settings, "enabled_accessibility_services", user);
  const bound = enabled.flatMap((component) => boundService(state, user, component));
  yield* ["ACCESSIBILITY MANAGER (dumpsys accessibility)", ""];
  if (sdk < 29) {
    yield `User state[attributes:{id=${user}, currentUser=true, touchExplorationEnabled=false, displayMagnificationEnabled=false, navBarMagnificationEnabled=false, autoclickEnabled=false}`;
    yield `           services:{${joined(bound, "                     ")}}]`;
    return;
  }
  if (sdk >= 34) yield* [`currentUserId=${user}`, "hasWindowMagnificationConnection=false"];
  const attributes = `attributes:{id=${user}, ${sdk < 31 ? "currentUser=true, " : ""}touchExplorationEnabled=false, displayMagnificationEnabled=false, autoclickEnabled=false, nonInteractiveUiTimeout=0, interactiveUiTimeout=0, installedServiceCount=${state.accessibility.length}}`;
  if (sdk >= 31) yield* ["User state[", `     ${attributes}`];
  else yield `User state[${attributes}`;
  if (sdk >= 30) yield* ["     shortcut key:{}", "     button:{}", "     button target:{null}"];
  yield `     Bound services:{${joined(bound, "                     ")}}`;
  yield `     Enabled services:{${enabled.map((component) => `{${shortForm(component)}}`).join(", ")}}`;
  if (sdk < 30) yield "     Binding services:{}]";
  else yield* ["     Binding services:{}", "     Crashed services:{}", "     Client list info:{", "     }]"];
  yield "";
};

function boundService(state: PhoneState, user: number, component: string): readonly AccessibilityService[] {
  const pkg = state.packages.get(component.split("/")[0] ?? "");
  const known = state.accessibility.find((service) => service.component === component);
  return known && pkg && isInstalled(pkg, user) ? [known] : [];
}

/** Components stay as they were written: the service compares and prints them in full. */
function shortForm(component: string): string {
  return component;
}

function joined(services: readonly AccessibilityService[], indent: string): string {
  return services
    .map(
      (service) =>
        `Service[label=${service.label}, feedbackType${service.feedback}, capabilities=${service.capabilities}, eventTypes=${service.eventTypes}, notificationTimeout=${service.notificationTimeout}, requestA11yBtn=false]`,
    )
    .join(`, \n${indent}`);
}
