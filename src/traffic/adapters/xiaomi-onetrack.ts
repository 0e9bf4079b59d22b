import { defineAdapter } from "../adapter.ts";

export default defineAdapter({
  id: "xiaomi-onetrack",
  name: "OneTrack",
  company: "Xiaomi",
  hosts: ["tracking.miui.com", "tracking.intl.miui.com", "tracking.india.miui.com", "tracking.rus.miui.com"],
  paths: ["/track/"],
  decode: [{ from: "body", steps: ["gzip", "json"], to: "event" }],
  fields: [
    {
      at: "event.H.instance_id",
      kind: "otherIdentifier",
      property: "instanceId",
      because: "the header of each event holds an instance id, the same from event to event.",
      confidence: "likely",
    },
    {
      at: "event.H.oaid",
      kind: "advertisingId",
      property: "oaid",
      because: "the header of an event names it OAID.",
      confidence: "likely",
    },
    {
      at: "event.B.pkg",
      kind: "appUsage",
      property: "viewedPage",
      because: "the body of an event names the app that was opened.",
      confidence: "likely",
    },
    {
      at: "event.B.duration",
      kind: "appUsage",
      property: "duration",
      because: "the body of an event says for how long it was used.",
      confidence: "likely",
    },
    {
      at: "event.H.app_id",
      kind: "deviceInfo",
      property: "appId",
      because: "the header of an event holds the number under which the app reports.",
      confidence: "possible",
    },
    {
      at: "event.H.model",
      kind: "deviceInfo",
      property: "model",
      because: "the header of an event holds the model of the phone.",
      confidence: "likely",
    },
    {
      at: "event.H.region",
      kind: "deviceInfo",
      property: "country",
      because: "the header of an event holds the region that the phone is set to.",
      confidence: "likely",
    },
  ],
  references: ["https://arxiv.org/abs/2302.01890", "https://doi.org/10.1371/journal.pone.0279942"],
});
