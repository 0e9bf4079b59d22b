import { attestedChain } from "../state/key-attestation.ts";
import { type PhoneState, sdkOf } from "../state/phone-state.ts";
import type { Machine } from "./interpreter.ts";
import { byteArray, bytesOf, dotted, type JavaObject, type JavaValue, thrown } from "./java-values.ts";
import type { HiddenClass, Native, Process } from "./process.ts";

/** The keys of the shell in a phone's key store: certificates by alias. */
export function shellKeys(state: PhoneState): Map<string, readonly Uint8Array[]> {
  const known = keyStores.get(state) ?? new Map<string, readonly Uint8Array[]>();
  keyStores.set(state, known);
  return known;
}

const keyStores = new WeakMap<PhoneState, Map<string, readonly Uint8Array[]>>();

const builder = "Landroid/security/keystore/KeyGenParameterSpec$Builder;";
const contextImpl = "Landroid/app/ContextImpl;";
const bindings = {
  plain: "bindService(Landroid/content/Intent;Landroid/content/ServiceConnection;I)Z",
  executor: "bindService(Landroid/content/Intent;ILjava/util/concurrent/Executor;Landroid/content/ServiceConnection;)Z",
} as const;

/** The part of android and java.security that an attestation asks, by key. */
export const androidClasses: Readonly<Record<string, Native>> = {
  "Landroid/os/Looper;->prepareMainLooper()V": (_args, process) => {
    process.looper = true;
    return null;
  },
  "Landroid/content/Context;->createPackageContext(Ljava/lang/String;I)Landroid/content/Context;": (
    [, name],
    process,
  ) => {
    if (!process.state.packages.has(String(name)))
      throw thrown("android.content.pm.PackageManager$NameNotFoundException", `Application package ${name} not found`);
    return { type: contextImpl, data: name };
  },
  "Landroid/content/ContextWrapper;-><init>(Landroid/content/Context;)V": ([self, base]) => {
    (self as JavaObject).data = base;
    return null;
  },
  "Landroid/app/Instrumentation;->newApplication(Ljava/lang/Class;Landroid/content/Context;)Landroid/app/Application;":
    ([of, context]) => ({ type: String((of as JavaObject).data), data: context }),
  "Landroid/util/Base64;->encodeToString([BI)Ljava/lang/String;": ([bytes]) =>
    Buffer.from(bytesOf(bytes ?? null)).toString("base64"),
  [`${contextImpl}->${bindings.plain}`]: unknownCaller,
  [`${contextImpl}->${bindings.executor}`]: unknownCaller,
  ...keyClasses(),
};

/** The activity manager knows no process that it did not start. AOSP services/core/java/com/android/server/am/ActiveServices.java. */
function unknownCaller(): JavaValue {
  throw thrown("java.lang.SecurityException", "Unable to find app for caller android.app.IApplicationThread$Stub");
}

/** The classes that this Android hides from apps. */
export function hiddenClass(process: Process, name: string): HiddenClass | undefined {
  const sdk = sdkOf(process.state);
  if (name === "android.app.ActivityThread") return activityThread(process, sdk);
  const providerName = `android.security.${sdk >= 31 ? "keystore2" : "keystore"}.AndroidKeyStoreProvider`;
  if (name !== providerName) return undefined;
  const install = () => {
    process.provider = true;
    return null;
  };
  return { methods: { install }, fields: {} };
}

function activityThread(process: Process, sdk: number): HiddenClass {
  return {
    methods: {
      ...(sdk >= 30 ? { initializeMainlineModules: () => null } : {}),
      systemMain: () => {
        if (!process.looper)
          throw thrown(
            "java.lang.RuntimeException",
            "Can't create handler inside thread that has not called Looper.prepare()",
          );
        process.thread = { type: "Landroid/app/ActivityThread;", data: null };
        process.application = { type: "Landroid/app/Application;", data: { type: contextImpl, data: "android" } };
        return process.thread;
      },
      getSystemContext: () => ({ type: contextImpl, data: "android" }),
    },
    fields: {
      mInitialApplication: (_thread, value) => {
        process.application = value as JavaObject;
      },
    },
  };
}

interface Specification {
  readonly alias: string;
  challenge: Uint8Array | null;
}

function keyClasses(): Readonly<Record<string, Native>> {
  const specification = (object: JavaValue | undefined): Specification => (object as JavaObject).data as Specification;
  return {
    [`${builder}-><init>(Ljava/lang/String;I)V`]: ([self, alias]) => {
      (self as JavaObject).data = { alias: String(alias), challenge: null } satisfies Specification;
      return null;
    },
    [`${builder}->setAlgorithmParameterSpec(Ljava/security/spec/AlgorithmParameterSpec;)${builder}`]: ([self]) =>
      self ?? null,
    [`${builder}->setDigests([Ljava/lang/String;)${builder}`]: ([self]) => self ?? null,
    [`${builder}->setAttestationChallenge([B)${builder}`]: ([self, challenge]) => {
      specification(self).challenge = bytesOf(challenge ?? null);
      return self ?? null;
    },
    [`${builder}->build()Landroid/security/keystore/KeyGenParameterSpec;`]: ([self]) => ({
      type: "Landroid/security/keystore/KeyGenParameterSpec;",
      data: specification(self),
    }),
    "Ljava/security/spec/ECGenParameterSpec;-><init>(Ljava/lang/String;)V": () => null,
    "Ljava/security/KeyPairGenerator;->getInstance(Ljava/lang/String;Ljava/lang/String;)Ljava/security/KeyPairGenerator;":
      ([, provider], process) => {
        if (provider !== "AndroidKeyStore" || !process.provider)
          throw thrown("java.security.NoSuchProviderException", `no such provider: ${provider}`);
        return { type: "Ljava/security/KeyPairGenerator;", data: null };
      },
    "Ljava/security/KeyPairGenerator;->initialize(Ljava/security/spec/AlgorithmParameterSpec;)V": ([self, spec]) => {
      (self as JavaObject).data = specification(spec);
      return null;
    },
    "Ljava/security/KeyPairGenerator;->generateKeyPair()Ljava/security/KeyPair;": ([self], process, machine) =>
      generate(specification(self), process, machine),
    ...storeClasses(),
  };
}

function storeClasses(): Readonly<Record<string, Native>> {
  return {
    "Ljava/security/KeyStore;->getInstance(Ljava/lang/String;)Ljava/security/KeyStore;": ([type], process) => {
      if (!process.provider) throw thrown("java.security.KeyStoreException", `${type} not found`);
      return { type: "Ljava/security/KeyStore;", data: null };
    },
    "Ljava/security/KeyStore;->load(Ljava/security/KeyStore$LoadStoreParameter;)V": () => null,
    "Ljava/security/KeyStore;->containsAlias(Ljava/lang/String;)Z": ([, alias], { state }) =>
      shellKeys(state).has(String(alias)) ? 1 : 0,
    "Ljava/security/KeyStore;->deleteEntry(Ljava/lang/String;)V": ([, alias], { state }) => {
      shellKeys(state).delete(String(alias));
      return null;
    },
    "Ljava/security/KeyStore;->getCertificateChain(Ljava/lang/String;)[Ljava/security/cert/Certificate;": (
      [, alias],
      { state },
    ) => {
      const chain = shellKeys(state).get(String(alias));
      if (chain === undefined) return null;
      const certificates = chain.map((data): JavaObject => ({ type: "Ljava/security/cert/Certificate;", data }));
      return { type: "[Ljava/security/cert/Certificate;", data: certificates };
    },
    "Ljava/security/cert/Certificate;->getEncoded()[B": ([self]) => byteArray((self as JavaObject).data as Uint8Array),
  };
}

/** AOSP keystore/java/android/security/keystore2/AndroidKeyStoreKeyPairGeneratorSpi.java. */
async function generate({ alias, challenge }: Specification, process: Process, machine: Machine): Promise<JavaValue> {
  const { state } = process;
  const sdk = sdkOf(state);
  if (state.hardware.manner === "refuses") {
    const cause = thrown("android.security.KeyStoreException", "System error (internal Keystore code: -49)").object;
    throw thrown("java.security.ProviderException", "Failed to generate key pair.", cause);
  }
  if (state.hardware.manner === "floods") await flood(process);
  const request = { challenge: challenge ?? new Uint8Array(), sdk, now: state.now() };
  shellKeys(state).set(alias, attestedChain(state.hardware, request));
  // Android 12 and 13 tell a service that a key of the hardware was used up; what that throws costs the new key.
  if (sdk >= 31 && sdk <= 33)
    try {
      await tellService(process, machine, sdk === 33 ? bindings.executor : bindings.plain);
    } catch (error) {
      shellKeys(state).delete(alias);
      throw error;
    }
  return { type: "Ljava/security/KeyPair;", data: null };
}

/** Certificates without end, a terminal's own signs among them. */
async function flood({ print }: Process): Promise<void> {
  const block = `-----BEGIN CERTIFICATE-----\n\u001b[2J${"A".repeat(65_000)}\n`;
  for (let sent = 0; sent < 2 ** 30; sent += block.length) await print(block);
}

/** AOSP keystore/java/android/security/GenerateRkpKey.java: where it cannot bind, that is no error. */
async function tellService(process: Process, machine: Machine, binding: string): Promise<void> {
  const base = (process.application?.data ?? null) as JavaObject | null;
  if (base === null)
    throw thrown(
      "java.lang.NullPointerException",
      "Attempt to invoke virtual method 'android.content.pm.PackageManager android.content.Context.getPackageManager()' on a null object reference",
    );
  await machine.invokeOn(base, binding, binding === bindings.plain ? [null, null, 1] : [null, 1, null, null]);
}

/** Whether one class of Android is one of another. */
export function isHeir(type: string, ancestor: string): boolean {
  return ancestor === "Landroid/content/Context;" && /^(ContextImpl|ContextWrapper|Application)$/.test(lastName(type));
}

function lastName(type: string): string {
  return dotted(type).split(".").at(-1) ?? "";
}
