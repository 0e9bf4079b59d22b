import { crc32 } from "../../formats/crc32.ts";
import { ByteWriter } from "../apk/byte-writer.ts";
import { onActivity } from "../commands/start-activity.ts";
import { type AppSpec, makePackage, origins } from "../models/app-spec.ts";
import { plantApks } from "../models/plant-apks.ts";
import type { Body } from "../state/file-body.ts";
import { type PhoneState, sdkOf } from "../state/phone-state.ts";
import { packetsBetween, type SentPacket } from "./exchanges.ts";
import { netStatsDump } from "./net-stats.ts";

/** The app that captures traffic by a VPN of its own, without root; its intents are documented in its `docs/app_api.md`. */
const name = "com.emanuelef.remote_capture";
const control = `${name}/.activities.CaptureCtrl`;
const folder = "/storage/emulated/0/Download/PCAPdroid";

const app: AppSpec = {
  name,
  label: "PCAPdroid",
  version: "1.9.1",
  code: 92,
  target: 35,
  grants: ["POST_NOTIFICATIONS"],
  origin: origins.play,
  launcher: ".activities.MainActivity",
};

/** How the phone's owner answers when another program asks to control the capture. */
export type CaptureConsent = "allow" | "deny";

/** Puts PCAPdroid onto a phone, with traffic for it to capture. */
export function installPcapdroid(state: PhoneState, consent: CaptureConsent = "allow"): void {
  const ids = [...state.packages.values()].map(({ appId }) => appId).filter((id) => id < 19_000);
  const users = state.users.map(({ id }) => id);
  const around = {
    sdk: sdkOf(state),
    now: state.now(),
    users,
    appOps: state.appOps,
    nextId: () => Math.max(...ids) + 1,
  };
  const pkg = makePackage(app, around);
  const entry = { component: control, actions: [], categories: [] };
  state.packages.set(name, { ...pkg, activities: [...pkg.activities, entry] });
  plantApks({ ...state, packages: new Map([[name, pkg]]) }, [app]);
  state.dumps.set("netstats", netStatsDump);
  let running: Capture | null = null;
  onActivity(state, control, (extras) => {
    const action = extras.get("action");
    if (consent === "deny" && !extras.has("api_key")) return;
    if (action === "stop" && running) running.stoppedAt = state.now();
    if (action === "stop") running = null;
    if (action !== "start" || extras.get("pcap_dump_mode") !== "pcap_file") return;
    if (running) running.stoppedAt = state.now();
    running = { startedAt: state.now(), stoppedAt: null, apps: appsOf(extras.get("app_filter")) };
    const file = extras.get("pcap_name") ?? "capture.pcap";
    const body = captureBody(state, running, extras.get("dump_extensions") === "true");
    const shared = { uid: 10_002, gid: 1023, label: "u:object_r:media_rw_data_file:s0" };
    state.files.plant(folder, { ...shared, mode: 0o2770 });
    if (/^[\w.-]+$/.test(file)) state.files.plant(`${folder}/${file}`, { ...shared, mode: 0o660, body });
  });
}

interface Capture {
  readonly startedAt: number;
  stoppedAt: number | null;
  /** Null for all. */
  readonly apps: ReadonlySet<string> | null;
}

function appsOf(filter: string | undefined): ReadonlySet<string> | null {
  return filter ? new Set(filter.split(",")) : null;
}

/** The file grows while the capture runs: what is in it follows the phone's clock. */
function captureBody(state: PhoneState, capture: Capture, extensions: boolean): Body {
  const bytes = (): Uint8Array => {
    const file = new ByteWriter()
      .u32(0xa1b2c3d4)
      .u16(2, 4)
      .u32(0, 0, 65_535, extensions ? 1 : 101);
    for (const packet of packetsBetween(state, capture.startedAt, capture.stoppedAt ?? state.now())) {
      if (packet.past || (capture.apps && !capture.apps.has(packet.package))) continue;
      const frame = extensions ? withTrailer(packet) : packet.bytes;
      const [seconds, millis] = [Math.floor(packet.time / 1000), packet.time % 1000];
      file.u32(seconds, Math.floor(millis * 1000), frame.length, frame.length).bytes(frame);
    }
    return file.done();
  };
  return {
    get size() {
      return bytes().length;
    },
    async *open(offset) {
      yield bytes().subarray(offset);
    },
  };
}

/** An Ethernet frame with the app behind the packet at its end (PCAPdroid: app/src/main/jni/core/pcap_dump.h, facts of the layout). */
function withTrailer({ bytes, uid, label }: SentPacket): Uint8Array {
  const padding = (4 - ((14 + bytes.length) & 3)) & 3;
  const frame = new Uint8Array(14 + bytes.length + padding + 32);
  const view = new DataView(frame.buffer);
  view.setUint16(12, 0x0800);
  frame.set(bytes, 14);
  const at = frame.length - 32;
  view.setUint32(at, 0x01072021);
  view.setInt32(at + 4, uid);
  frame.set(new TextEncoder().encode(label).subarray(0, 19), at + 8);
  view.setUint32(frame.length - 4, crc32(frame.subarray(0, -4)), true);
  return frame;
}
