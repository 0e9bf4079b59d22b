import { buildCommand, buildRouteMap } from "@stricli/core";
import { json, noInput, wholeNumber } from "./common-flags.ts";

const portNumber = (text: string) => {
  const port = wholeNumber(text);
  if (port > 65_535) throw new SyntaxError(`${text} is not a port: they end at 65535`);
  return port;
};

const list = buildCommand({
  loader: async () => (await import("./phone.ts")).phoneList,
  parameters: { flags: { json }, positional: noInput },
  docs: { brief: "List the virtual phones" },
});

const start = buildCommand({
  loader: async () => (await import("./phone.ts")).phoneStart,
  parameters: {
    flags: {
      port: {
        kind: "parsed",
        parse: portNumber,
        default: "0",
        brief: "TCP port on 127.0.0.1; 0 lets the system choose",
        placeholder: "PORT",
      },
      ask: {
        kind: "boolean",
        default: false,
        brief: "Let no computer in that has not been allowed, as a locked phone does",
      },
      latency: {
        kind: "parsed",
        parse: wholeNumber,
        optional: true,
        brief: "Milliseconds that each packet is delayed",
        placeholder: "MS",
      },
      cutAfter: {
        kind: "parsed",
        parse: wholeNumber,
        optional: true,
        brief: "Cut the cable after this many bytes",
        placeholder: "BYTES",
      },
    },
    positional: {
      kind: "tuple",
      parameters: [{ brief: "Which (see phone list)", parse: String, optional: true, placeholder: "MODEL" }],
    },
  },
  docs: {
    brief: "Start a virtual phone on a TCP port, for adb and other tools",
    fullDescription:
      "Starts a virtual Android phone that real adb and other clients can use.\n\nExample:\n  candor phone start hyperos --port 6555    then: adb connect 127.0.0.1:6555",
  },
});

/** `candor phone …`. */
export const phoneRoutes = buildRouteMap({
  routes: { list, start },
  docs: { brief: "The virtual phone" },
});
