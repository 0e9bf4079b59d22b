import type { ControlFamily } from "../core/assessment.ts";
import { defineFamily, passes } from "./control.ts";
import { gdpr, mastg, masvs } from "./documents.ts";

const storage = defineFamily({
  id: "app-storage",
  prefix: "AST",
  title: "Storage",
  controls: [
    {
      number: 1,
      title: "What the app keeps stays out of backups",
      why: "A backup is another place from which the data can be taken, and mostly somebody else's.",
      severity: "low",
      asks: passes("app:backup"),
      references: [masvs("STORAGE-2"), mastg("0262")],
    },
    {
      number: 2,
      title: "The app keeps nothing where other apps can read it",
      why: "Shared storage is open to every app that was allowed to read files.",
      severity: "low",
      asks: passes("app:shared-storage"),
      references: [masvs("STORAGE-2"), mastg("0202")],
    },
    {
      number: 3,
      title: "The app's data is its own",
      why: "Apps with one shared user read each other's data, so the weakest of them counts.",
      severity: "low",
      asks: passes("app:shared-user"),
      references: [masvs("STORAGE-2")],
    },
    {
      number: 4,
      title: "No password or token of the maker lies in the app",
      why: "Everybody who has the app has what lies in it, and with it whatever it opens.",
      severity: "medium",
      asks: passes("app:given-away"),
      references: [masvs("STORAGE-1")],
    },
  ],
});

const crypto = defineFamily({
  id: "app-crypto",
  prefix: "ACR",
  title: "Cryptography",
  controls: [
    {
      number: 1,
      title: "No private key lies in the app",
      why: "A key that everybody can take out protects nothing.",
      severity: "high",
      asks: passes("app:private-keys"),
      references: [masvs("CRYPTO-2"), mastg("0212")],
    },
    {
      number: 2,
      title: "The app uses cryptography as it is used today",
      why: "Old ciphers and homemade ones are read by whoever wants to.",
      severity: "medium",
      question: "Did somebody who knows the app's source look at the ciphers, modes and keys that it uses?",
      references: [masvs("CRYPTO-1")],
    },
  ],
});

const network = defineFamily({
  id: "app-network",
  prefix: "ANT",
  title: "Network",
  controls: [
    {
      number: 1,
      title: "The app's rules demand encryption",
      why: "Whoever is on the way reads and changes what is sent without it.",
      severity: "medium",
      asks: passes("app:encrypted-only"),
      references: [masvs("NETWORK-1"), mastg("0235")],
    },
    {
      number: 2,
      title: "The app holds no address for a connection without encryption",
      why: "What stands in an app is mostly there to be used.",
      severity: "low",
      asks: passes("app:plain-addresses"),
      references: [masvs("NETWORK-1"), mastg("0233")],
    },
    {
      number: 3,
      title: "Certificate authorities that were added by hand do not count",
      why: "Whoever adds one to a phone for a minute could read the app's connections from then on.",
      severity: "medium",
      asks: passes("app:authorities"),
      references: [masvs("NETWORK-1"), mastg("0286")],
    },
    {
      number: 4,
      title: "The app stops where a certificate is not valid",
      why: "An app that goes on talks to whoever controls the network.",
      severity: "high",
      asks: passes("app:certificates-checked"),
      references: [masvs("NETWORK-1"), mastg("0284")],
    },
    {
      number: 5,
      title: "Keys that the app pins have not run out",
      why: "After their day nothing is pinned any more, and nobody is told.",
      severity: "low",
      asks: passes("app:pins-in-force"),
      references: [masvs("NETWORK-2"), mastg("0243")],
    },
  ],
});

const platform = defineFamily({
  id: "app-platform",
  prefix: "APL",
  title: "Dealings with other apps",
  controls: [
    {
      number: 1,
      title: "Other apps cannot use the app's services and data",
      why: "What is open to all is open to the one harmful app on the phone, too.",
      severity: "low",
      asks: passes("app:open-parts"),
      references: [masvs("PLATFORM-1")],
    },
    {
      number: 2,
      title: "Links that open the app are vouched for by their site",
      why: "Another app can take the same links, and with them what they carry.",
      severity: "low",
      asks: passes("app:web-links"),
      references: [masvs("PLATFORM-1")],
    },
    {
      number: 3,
      title: "The app keeps private screens out of pictures of the screen",
      why: "The list of open apps and recordings of the screen show them.",
      severity: "low",
      question: "Does the list of open apps hide what the app shows where that is private?",
      references: [masvs("PLATFORM-3")],
    },
  ],
});

const code = defineFamily({
  id: "app-code",
  prefix: "ACD",
  title: "Code",
  controls: [
    {
      number: 1,
      title: "The app is built for the rules of a recent Android",
      why: "For older ones Android keeps old rules, which ask and protect less.",
      severity: "low",
      asks: passes("app:platform"),
      references: [masvs("CODE-1")],
    },
    {
      number: 2,
      title: "The app makes people update it",
      why: "A mended hole helps only those who have the mended app.",
      severity: "low",
      question: "Does the app ask for an update, or refuse to work, when it is too old to be safe?",
      references: [masvs("CODE-2"), mastg("0392")],
    },
    {
      number: 3,
      title: "The app carries no library with a known hole",
      why: "A hole in a library is a hole in every app that carries it.",
      severity: "medium",
      asks: passes("app:known-holes"),
      references: [masvs("CODE-3"), mastg("0274")],
    },
    {
      number: 4,
      title: "All of the app's code is in it",
      why: "What is loaded later was signed and seen by nobody.",
      severity: "medium",
      asks: passes("app:all-code-inside"),
      references: [masvs("CODE-4")],
    },
  ],
});

const resilience = defineFamily({
  id: "app-resilience",
  prefix: "ARE",
  title: "Resistance to tampering",
  controls: [
    {
      number: 1,
      title: "The app is closed to debuggers",
      why: "A computer can read everything that an open one keeps.",
      severity: "high",
      asks: passes("app:debuggable"),
      references: [masvs("RESILIENCE-4"), mastg("0226")],
    },
    {
      number: 2,
      title: "The app is made for its users, not for tests",
      why: "Test builds leave doors open that the maker needs while building.",
      severity: "medium",
      asks: passes("app:test-build"),
      references: [masvs("RESILIENCE-4")],
    },
    {
      number: 3,
      title: "The signature covers all of the app",
      why: "What it leaves out can be changed without anybody noticing.",
      severity: "medium",
      asks: passes("app:signed-whole"),
      references: [masvs("RESILIENCE-2"), mastg("0224")],
    },
    {
      number: 4,
      title: "The app is signed with a strong key of its maker's own",
      why: "A key that everybody has, or that can be computed, lets others sign in the maker's name.",
      severity: "high",
      asks: passes("app:own-key"),
      references: [masvs("RESILIENCE-2"), mastg("0225")],
    },
    {
      number: 5,
      title: "The app's file hides nothing from whoever looks into it",
      why: "Files are made otherwise than their formats ask to mislead such tools, or by a clumsy one.",
      severity: "medium",
      asks: passes("app:sound-file"),
      references: [masvs("RESILIENCE-2")],
    },
    {
      number: 6,
      title: "The app's code does not explain itself",
      why: "Makers who fear copies hide names; for those who use the app it changes nothing.",
      severity: "info",
      asks: passes("app:obfuscated"),
      references: [masvs("RESILIENCE-3")],
    },
  ],
});

const privacy = defineFamily({
  id: "app-privacy",
  prefix: "APV",
  title: "Privacy",
  controls: [
    {
      number: 1,
      title: "The app reports to no known tracker",
      why: "Trackers see people across all apps that carry them.",
      severity: "low",
      asks: passes("app:trackers"),
      references: [masvs("PRIVACY-2"), mastg("0318")],
    },
    {
      number: 2,
      title: "The app reads no number that names the phone for good",
      why: "Such a number ties everything together, and nobody can change it.",
      severity: "medium",
      asks: passes("app:device-ids"),
      references: [masvs("PRIVACY-2")],
    },
    {
      number: 3,
      title: "The app leaves the advertising ID alone",
      why: "It is there to recognise a person in all apps.",
      severity: "low",
      asks: passes("app:advertising-id"),
      references: [masvs("PRIVACY-2")],
    },
    {
      number: 4,
      title: "The app does not ask what else is installed",
      why: "Which apps somebody has tells of illness, faith, love and money.",
      severity: "low",
      asks: passes("app:app-list"),
      references: [masvs("PRIVACY-1"), mastg("0254")],
    },
    {
      number: 5,
      title: "The app's powers do not add up to watching",
      why: "Some permissions are harmless alone and not together.",
      severity: "low",
      asks: passes("app:powers-together"),
      references: [masvs("PRIVACY-1"), mastg("0254")],
    },
    {
      number: 6,
      title: "The maker says what the app collects, and for what",
      why: "What a person is not told they cannot refuse.",
      severity: "medium",
      question: "Is there a privacy notice for this app that names what is collected, for what, and who gets it?",
      references: [masvs("PRIVACY-3"), gdpr("Articles 13 and 14")],
    },
    {
      number: 7,
      title: "People can refuse and have their data deleted",
      why: "Data about a person is theirs to take back.",
      severity: "medium",
      question: "Can collection be refused in the app, and can the account with its data be deleted from it?",
      references: [masvs("PRIVACY-4"), gdpr("Articles 7, 17 and 21")],
    },
  ],
});

/** Families of controls for apps, by the groups of OWASP MASVS. Phones are held against others (`controls/`). */
export const appFamilies: readonly ControlFamily[] = [storage, crypto, network, platform, code, resilience, privacy];
