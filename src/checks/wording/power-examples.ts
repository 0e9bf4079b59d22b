import { exampleGrant, exampleInstalled, examplePackage, exampleUser, fromComputer } from "./example-packages.ts";

const name = "com.example.sync";
const component = `${name}/${name}.Service`;
const installed = [exampleInstalled(name), exampleInstalled("com.android.settings", true)];
const services = [{ user: 0, services: [{ component, package: name }], bound: null }];
const listeners = [{ user: 0, listeners: [{ component, package: name }] }];
const nobody = [{ user: 0, listeners: [] }];
const sms = exampleUser([exampleGrant("android.permission.READ_SMS")]);

/** Examples of the check "power-combination". */
export const powerExamples = {
  pass: [
    {
      name: "an automation app from a store, with an icon",
      given: { packages: installed },
      wanted: {
        packageDetails: [examplePackage(name)],
        launcherApps: [{ user: 0, packages: [name] }],
        accessibility: services,
        notificationListeners: listeners,
      },
    },
    {
      name: "one power alone",
      given: { packages: installed },
      wanted: { accessibility: services, notificationListeners: nobody },
    },
  ],
  fail: [
    {
      name: "no icon, from a computer, reads the screen and text messages",
      given: { packages: installed },
      wanted: {
        packageDetails: [examplePackage(name, { installSource: fromComputer, users: [sms] })],
        launcherApps: [{ user: 0, packages: ["com.android.settings"] }],
        accessibility: services,
        notificationListeners: nobody,
      },
      findings: 1,
    },
    {
      name: "from a computer, reads the screen and the notifications",
      given: { packages: installed },
      wanted: {
        packageDetails: [examplePackage(name, { installSource: fromComputer })],
        accessibility: services,
        notificationListeners: listeners,
      },
      findings: 1,
    },
    {
      name: "who installed it was not read",
      given: { packages: installed },
      wanted: { accessibility: services, notificationListeners: listeners },
      findings: 1,
    },
  ],
  unknown: [
    { name: "neither services nor listeners were read", given: { packages: installed } },
    {
      name: "an automation app from a store, and no word of icons",
      given: { packages: installed },
      wanted: { packageDetails: [examplePackage(name)], accessibility: services, notificationListeners: listeners },
    },
    {
      name: "a running service without a name, as on Android 9",
      given: { packages: installed },
      wanted: { accessibility: [{ user: 0, services: [], bound: ["Helper"] }], notificationListeners: nobody },
    },
  ],
} as const;
