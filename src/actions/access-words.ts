import type { ScreenId } from "./screens.ts";

/** A kind of special access in words. */
interface AccessWords {
  /** What an app with it may do: "draw over other apps". */
  readonly may: string;
  /** What that means, for people. */
  readonly why: string;
  readonly screen: ScreenId;
  /** What spying apps live on: who watches may notice that it is gone. */
  readonly watched?: true;
}

/** Kinds of special access by id, the most powerful first. Without imports, so that help can be printed at once. */
export const accessWords = {
  accessibility: {
    may: "read the screen and act in the owner's place",
    why: "It sees messages and passwords and can press buttons: the power that spying apps ask for first.",
    screen: "accessibility",
    watched: true,
  },
  "device-admin": {
    may: "lock or erase the phone and hinder its own removal",
    why: "Only the person at the phone can take this right away.",
    screen: "device-admins",
    watched: true,
  },
  notifications: {
    may: "read all notifications",
    why: "Messages, one-time codes and names of senders stand in them.",
    screen: "notification-access",
    watched: true,
  },
  "all-files": {
    may: "read and change all files of the shared storage",
    why: "Photos, downloads, documents and what messengers keep there.",
    screen: "all-files",
  },
  "screen-capture": {
    may: "record the screen without asking each time",
    why: "Everything that is shown can be kept.",
    screen: "app",
    watched: true,
  },
  usage: {
    may: "see which apps are used, and when",
    why: "That tells much of a life: messengers, banks, illness, beliefs.",
    screen: "usage-access",
  },
  keyboards: {
    may: "be a keyboard and read what is typed",
    why: "Passwords included.",
    screen: "keyboards",
  },
  passwords: {
    may: "fill in forms and passwords",
    why: "It sees the fields of every form and what is entered.",
    screen: "accounts",
  },
  "default-apps": {
    may: "be the default app for something",
    why: "The app for messages reads them all; the home screen, calls and web pages show as much.",
    screen: "default-apps",
  },
  overlay: {
    may: "draw over other apps",
    why: "It can cover a real button with its own, or copy a login page.",
    screen: "overlay",
  },
  popups: {
    may: "open windows from the background, or over the lock screen (Xiaomi)",
    why: "They can imitate the lock screen or another app.",
    screen: "app-permissions",
  },
  "install-apps": {
    may: "install other apps",
    why: "What a shop would not let through comes in this way.",
    screen: "unknown-apps",
  },
  "installed-apps": {
    may: "list the installed apps (Xiaomi)",
    why: "Which apps someone has tells who they are.",
    screen: "app-permissions",
  },
  vpn: {
    may: "lead all traffic through itself (VPN)",
    why: "It sees who is talked to, and can send it anywhere.",
    screen: "vpn",
  },
  settings: {
    may: "change settings of the phone",
    why: "Brightness, sounds and time-outs, also such that make the phone easier to watch.",
    screen: "write-settings",
  },
  autostart: {
    may: "start by itself (Xiaomi)",
    why: "It comes back after each restart.",
    screen: "xiaomi-autostart",
  },
  battery: {
    may: "run at any time, past battery saving",
    why: "Needed for messages and alarms, wanted by what records or sends in secret.",
    screen: "battery-exemptions",
  },
  "full-screen": {
    may: "fill the screen with a notification",
    why: "Right for calls and alarms; others advertise or imitate.",
    screen: "app",
  },
  "exact-alarm": {
    may: "wake the phone at exact times",
    why: "Right for alarm clocks and calendars.",
    screen: "app",
  },
  "keeps-permissions": {
    may: "keep its permissions although it is not used",
    why: "Android takes permissions from apps that are not opened for months, but not from this one.",
    screen: "app",
  },
  "picture-in-picture": {
    may: "go on in a small window",
    why: "Every app that asks for it may, until it is taken away.",
    screen: "app",
  },
  background: {
    may: "run in the background",
    why: "Every app may, until it is taken away. Without it news come late, or when it is opened.",
    screen: "app",
  },
} as const satisfies Readonly<Record<string, AccessWords>>;

export type AccessId = keyof typeof accessWords;

/** Sensors that Android can switch off for all apps. */
export const switchedSensors = ["camera", "microphone"] as const;
export type SwitchedSensor = (typeof switchedSensors)[number];
