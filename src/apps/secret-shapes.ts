import type { SecretProof } from "./secret-proofs.ts";

/** A kind of key, token or password that services give out in one published shape. */
export interface SecretShape {
  readonly id: string;
  readonly name: string;
  /** What it may be good for, in words that go on after "As long as it is valid, anyone can". */
  readonly opens: string;
  /** `often-public`: its maker means it to stand in apps and bounds what it may do; whether that was done does not show here. */
  readonly exposure: "secret" | "often-public";
  /** One of these stands in every secret of this shape, byte for byte. */
  readonly literals: readonly string[];
  /** Letters that the secret is made of. */
  readonly letters: RegExp;
  /** All of it. Linear. */
  readonly pattern: RegExp;
  /** How many letters may stand in front of the literal; 0: it begins with it. */
  readonly before: number;
  readonly longest: number;
  /** What may stand right in front of it and is no part of it. */
  readonly lead?: string;
  /** A proof beyond the shape: with it the secret is certain, without it none. */
  readonly proof?: SecretProof;
}

const word = /[A-Za-z0-9_-]/;
const dotted = /[A-Za-z0-9._-]/;
const address = /[A-Za-z0-9._~:/?#@!$&*+,;=%-]/;

/**
 * Shapes as the services publish them, or as their keys are widely known to look. Nothing is searched by words like "password" alone: most of
 * what that finds is none. docs.github.com "About secret scanning", "Supported secret scanning patterns"; pages of the services.
 */
export const secretShapes: readonly SecretShape[] = [
  shape("aws-access-key", "AWS access key", "use the Amazon cloud of its owner, once its second half is known", {
    literals: ["AKIA", "ASIA"],
    pattern: /^A[KS]IA(?=[A-Z]{0,15}[2-7])[A-Z2-7]{16}$/,
    longest: 21,
  }),
  shape(
    "google-api-key",
    "Google API key",
    "use Google services in the name of its owner, as far as it is not bound to the app",
    {
      literals: ["AIza"],
      pattern: /^AIza[A-Za-z0-9_-]{35}$/,
      longest: 40,
      exposure: "often-public",
    },
  ),
  shape("google-oauth-secret", "Google OAuth client secret", "pass for this app when people sign in with Google", {
    literals: ["GOCSPX-"],
    pattern: /^GOCSPX-[A-Za-z0-9_-]{28}$/,
    longest: 36,
  }),
  shape("fcm-server-key", "Firebase server key", "send push messages to all who have the app", {
    literals: [":APA91b"],
    pattern: /^AAAA[A-Za-z0-9_-]{7}:APA91b[A-Za-z0-9_-]{134}$/,
    letters: /[A-Za-z0-9_:-]/,
    before: 13,
    longest: 153,
  }),
  shape("stripe-key", "Stripe secret key", "move money and read payments of a shop", {
    literals: ["sk_live_", "rk_live_"],
    pattern: /^[sr]k_live_[A-Za-z0-9]{20,240}$/,
    longest: 250,
  }),
  shape("square-token", "Square secret", "take payments in the name of a shop", {
    literals: ["sq0csp-", "sq0atp-"],
    pattern: /^sq0(?:csp-[A-Za-z0-9_-]{43}|atp-[A-Za-z0-9_-]{22})$/,
    longest: 51,
  }),
  shape("shopify-token", "Shopify access token", "read and change a shop with its customers and orders", {
    literals: ["shpat_", "shpca_", "shppa_", "shpss_"],
    pattern: /^shp(?:at|ca|pa|ss)_[a-fA-F0-9]{32}$/,
    longest: 39,
  }),
  shape("github-token", "GitHub token", "read or change source code as its owner", {
    literals: ["ghp_", "gho_", "ghu_", "ghs_", "ghr_"],
    pattern: /^gh[pousr]_[A-Za-z0-9]{36}$/,
    longest: 41,
    proof: "crc32-base62",
  }),
  shape("github-pat", "GitHub fine-grained token", "read or change source code as its owner", {
    literals: ["github_pat_"],
    pattern: /^github_pat_[A-Za-z0-9]{22}_[A-Za-z0-9]{59}$/,
    longest: 94,
  }),
  shape("npm-token", "npm access token", "publish packages as its owner", {
    literals: ["npm_"],
    pattern: /^npm_[A-Za-z0-9]{36}$/,
    longest: 41,
    proof: "crc32-base62",
  }),
  shape("gitlab-token", "GitLab access token", "read or change source code as its owner", {
    literals: ["glpat-"],
    pattern: /^glpat-[A-Za-z0-9_-]{20}$/,
    longest: 27,
  }),
  shape("slack-token", "Slack token", "read and write messages in the Slack of a company", {
    literals: ["xoxb-", "xoxp-", "xoxa-", "xoxr-"],
    pattern: /^xox[bpar]-(?:\d{9,14}-){1,3}[A-Za-z0-9]{20,40}$/,
    longest: 120,
  }),
  shape("slack-webhook", "Slack webhook", "write messages into a channel of a company", {
    literals: ["hooks.slack.com/services/"],
    pattern: /^hooks\.slack\.com\/services\/T[A-Z0-9]{8,11}\/B[A-Z0-9]{8,11}\/[A-Za-z0-9]{24}$/,
    letters: address,
    longest: 80,
  }),
  shape(
    "discord-webhook",
    "Discord webhook",
    "write messages into a channel; apps that steal send what they found there",
    {
      literals: ["discord.com/api/webhooks/", "discordapp.com/api/webhooks/"],
      pattern: /^discord(?:app)?\.com\/api\/webhooks\/\d{17,20}\/[A-Za-z0-9_-]{60,80}$/,
      letters: address,
      longest: 140,
    },
  ),
  shape("telegram-bot-token", "Telegram bot token", "act as this bot; apps that steal send what they found to one", {
    literals: [":AA"],
    pattern: /^\d{8,10}:AA[A-Za-z0-9_-]{33}$/,
    letters: /[A-Za-z0-9_:-]/,
    before: 15,
    longest: 50,
    lead: "bot",
  }),
  shape("twilio-key", "Twilio API key", "send text messages and make calls at the cost of its owner", {
    literals: [..."0123456789abcdef"].map((digit) => `SK${digit}`),
    pattern: /^SK[0-9a-f]{32}$/,
    longest: 35,
  }),
  shape("sendgrid-key", "SendGrid API key", "send mail in the name of its owner", {
    literals: ["SG."],
    pattern: /^SG\.[A-Za-z0-9_-]{22}\.[A-Za-z0-9_-]{43}$/,
    letters: dotted,
    longest: 70,
  }),
  shape("mailgun-key", "Mailgun API key", "send mail in the name of its owner", {
    literals: ["key-"],
    pattern: /^key-[0-9a-f]{32}$/,
    longest: 37,
  }),
  shape("mailchimp-key", "Mailchimp API key", "read the mailing lists of its owner", {
    literals: [..."123456789"].map((digit) => `-us${digit}`),
    pattern: /^[0-9a-f]{32}-us\d{1,2}$/,
    before: 34,
    longest: 38,
  }),
  shape("digitalocean-token", "DigitalOcean token", "use the servers of its owner", {
    literals: ["dop_v1_", "doo_v1_"],
    pattern: /^do[op]_v1_[a-f0-9]{64}$/,
    longest: 72,
  }),
  shape("azure-storage-key", "Azure storage key", "read and change all that its owner keeps there", {
    literals: ["AccountKey="],
    pattern: /^AccountKey=[A-Za-z0-9+/]{86}==$/,
    letters: /[A-Za-z0-9+/=]/,
    longest: 100,
  }),
  shape("alibaba-access-key", "Alibaba Cloud access key", "use the cloud of its owner, once its second half is known", {
    literals: ["LTAI"],
    pattern: /^LTAI(?=[A-Za-z]{0,19}\d)[A-Za-z0-9]{20}$/,
    longest: 25,
  }),
  shape("tencent-access-key", "Tencent Cloud access key", "use the cloud of its owner, once its second half is known", {
    literals: ["AKID"],
    pattern: /^AKID(?=[A-Za-z]{0,31}\d)[A-Za-z0-9]{32}$/,
    longest: 37,
  }),
  shape("mapbox-secret", "Mapbox secret token", "change the maps of its owner, at the owner's cost", {
    literals: ["sk.eyJ1Ijoi"],
    pattern: /^sk\.eyJ1Ijoi[A-Za-z0-9_-]{20,200}\.[A-Za-z0-9_-]{20,30}$/,
    letters: dotted,
    longest: 250,
  }),
  shape("json-web-token", "Signed token (JWT)", "pass for whom it was made out to, for as long as it is valid", {
    literals: ["eyJ"],
    pattern: /^eyJ[A-Za-z0-9_-]{10,4000}\.eyJ[A-Za-z0-9_-]{10,8000}\.[A-Za-z0-9_-]{22,1400}$/,
    letters: dotted,
    longest: 8192,
    proof: "jwt",
  }),
  shape("database-address", "Address of a database with its password", "read and change what is in that database", {
    literals: [
      "mongodb+srv://",
      "mongodb://",
      "postgres://",
      "postgresql://",
      "mysql://",
      "redis://",
      "amqp://",
      "amqps://",
    ],
    pattern: /^[a-z+]{5,11}:\/\/[^:@/?#]{0,64}:[^@/?#]{4,128}@[A-Za-z0-9][A-Za-z0-9.-]{2,250}(?:[:/?#,].{0,500})?$/,
    letters: address,
    longest: 900,
    proof: "password",
  }),
  shape(
    "private-key",
    "Private key",
    "pass for its owner, sign in the owner's name, or read what was encrypted to it",
    {
      literals: ["", "RSA ", "EC ", "DSA ", "OPENSSH "].map((kind) => `-----BEGIN ${kind}PRIVATE KEY-----`),
      // Its lines may be broken by line ends, by the two letters `\n`, or by spaces.
      pattern: /^-----BEGIN [A-Z ]{0,8}PRIVATE KEY-----[A-Za-z0-9+/=\s\\]{64,16000}$/,
      letters: /[A-Za-z0-9+/=\s\\]/,
      longest: 16_100,
      proof: "pem",
    },
  ),
];

/** What a shape needs not say when it is a run of word letters that begins with its literal. */
function shape(
  id: string,
  name: string,
  opens: string,
  rest: Pick<SecretShape, "literals" | "pattern" | "longest"> & Partial<SecretShape>,
): SecretShape {
  return { id, name, opens, exposure: "secret", letters: word, before: 0, ...rest };
}
