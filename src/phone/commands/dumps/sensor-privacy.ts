import { type Dump, type PhoneState, sdkOf } from "../../state/phone-state.ts";

/** An object of a structured dump: fields, and lists of further objects. */
type Tree = readonly (readonly [name: string, value: string | readonly Tree[]])[];

/** `dumpsys sensor_privacy` (AOSP: com.android.server.SensorPrivacyService of 12, sensorprivacy.PersistedState from 13 on). */
export const sensorPrivacyDump: Dump = function* (state) {
  const sdk = sdkOf(state);
  yield "SENSOR PRIVACY MANAGER STATE (dumpsys sensor_privacy)";
  if (sdk < 31) yield* printed("", [["is_enabled", "false"]]);
  else if (sdk < 33) yield* printed("", [["users", state.users.map(({ id }) => userOf12(state, id))]]);
  else {
    const touched = state.users.filter(({ id }) => state.sensorPrivacy.some(({ user }) => user === id));
    yield* printed("", [
      ["storage_version", "2"],
      ["users", touched.map(({ id }) => userOf13(state, id))],
    ]);
  }
};

function number(sensor: "microphone" | "camera"): string {
  return sensor === "microphone" ? "1" : "2";
}

function userOf12(state: PhoneState, id: number): Tree {
  const sensors = state.sensorPrivacy.filter(({ user }) => user === id);
  return [
    ["user_id", String(id)],
    ["is_enabled", "false"],
    [
      "individual_enabled_sensor",
      sensors.map(
        ({ sensor, blocked }): Tree => [
          ["sensor", number(sensor)],
          ["is_enabled", String(blocked)],
        ],
      ),
    ],
  ];
}

function userOf13(state: PhoneState, id: number): Tree {
  const sensors = state.sensorPrivacy.filter(({ user }) => user === id);
  const toggle = (blocked: boolean): Tree => [
    ["toggle_type", "1"],
    ["state_type", blocked ? "1" : "2"],
    ["last_change", String(state.bootedAt)],
  ];
  return [
    ["user_id", String(id)],
    [
      "sensors",
      sensors.map(
        ({ sensor, blocked }): Tree => [
          ["sensor", number(sensor)],
          ["toggles", [toggle(blocked)]],
        ],
      ),
    ],
  ];
}

/** As com.android.internal.util.dump.DumpObject prints: one object under its name, several as a list. */
function* printed(name: string, tree: Tree, indent = ""): Iterable<string> {
  yield `${indent}${name === "" ? "" : `${name}=`}{`;
  for (const [key, value] of tree) {
    if (typeof value === "string") yield `${indent}  ${key}=${value}`;
    else if (value.length === 1) yield* printed(key, value[0] ?? [], `${indent}  `);
    else if (value.length > 1) {
      yield `${indent}  ${key}=[`;
      for (const each of value) yield* printed("", each, `${indent}    `);
      yield `${indent}  ]`;
    }
  }
  yield `${indent}}`;
}
