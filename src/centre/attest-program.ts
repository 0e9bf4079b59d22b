import { writeDex } from "../phone/apk/dex-writer.ts";
import { readSmali } from "../phone/apk/smali.ts";

/** The class that `app_process` is to start. */
export const attestClass = "candor.Attest";

/** The first and the last line that the program prints. Without the last one its answer is not whole. */
export const attestFirstLine = "candor-attest/1";
export const attestLastLine = "end";

/** What the set-up does, step by step; one that fails is noted, for none is needed on every Android. */
const steps = ["looper", "modules", "provider", "application"] as const;

/** The name under which the key lies in the phone's key store for the moment that it is there. */
const alias = "candor-attestation";

/** One guarded call of `main`: what it throws is printed behind `word`, and the next one follows. */
function guarded(word: string, call: string): string {
  const label = word.replaceAll(" ", "_");
  return `
    :${label}_from
    ${call}
    :${label}_to
    goto :${label}_done
    .catch Ljava/lang/Throwable; {:${label}_from .. :${label}_to} :${label}_failed
    :${label}_failed
    move-exception v0
    const-string v1, "${word}"
    invoke-static {v1, v0}, Lcandor/Attest;->tell(Ljava/lang/String;Ljava/lang/Throwable;)V
    :${label}_done`;
}

/**
 * The program that has the phone's key store attest a fresh key, as the assembler smali writes it. One argument: the challenge in hexadecimal.
 *
 * It prints `candor-attest/1`; a line `note STEP CLASS: MESSAGE` for each step of the set-up that failed; the certificates as PEM, the key's first, or
 * one line `error CLASS: MESSAGE`; and `end`. The key is deleted before it ends, and a key that an earlier run left is replaced.
 *
 * What has to be set up in a process that is no app's is known from AOSP and from vvb2060/KeyAttestation: parts that are modules are registered (Android
 * 11 and later), the provider of the key store is installed (another class since Android 12), and the process gets a context of com.android.shell,
 * whose uid adb's shell has. What apps may not call is called by reflection, so that a class or method that one Android does not have costs its
 * step and not the program. No exemption from the restrictions on hidden interfaces is asked for: they hold for apps, and `app_process` starts none.
 *
 * AOSP frameworks/base: core/java/android/app/ActivityThread.java; keystore/java/android/security/keystore (to Android 11) and keystore2;
 * developer.android.com/privacy-and-security/security-key-attestation.
 */
export const attestSource = `
.class public final Lcandor/Attest;
.super Ljava/lang/Object;

.method public static main([Ljava/lang/String;)V
    .registers 3
    const-string v0, "${attestFirstLine}"
    invoke-static {v0}, Lcandor/Attest;->print(Ljava/lang/String;)V
${steps.map((step) => guarded(`note ${step}`, `invoke-static {}, Lcandor/Attest;->${step}()V`)).join("\n")}
${guarded("error", "invoke-static {p0}, Lcandor/Attest;->attest([Ljava/lang/String;)V")}
${guarded("note forget", "invoke-static {}, Lcandor/Attest;->forget()V")}
    const-string v0, "${attestLastLine}"
    invoke-static {v0}, Lcandor/Attest;->print(Ljava/lang/String;)V
    # Threads that the set-up started would keep the process alive.
    const/4 v0, 0x0
    invoke-static {v0}, Ljava/lang/System;->exit(I)V
    return-void
.end method

# The main thread of a framework has a looper; ActivityThread asks for it.
.method private static looper()V
    .registers 0
    invoke-static {}, Landroid/os/Looper;->prepareMainLooper()V
    return-void
.end method

.method private static modules()V
    .registers 3
    sget v0, Landroid/os/Build$VERSION;->SDK_INT:I
    const/16 v1, 0x1e
    if-lt v0, v1, :none
    const-string v0, "android.app.ActivityThread"
    const-string v1, "initializeMainlineModules"
    const/4 v2, 0x0
    invoke-static {v0, v1, v2}, Lcandor/Attest;->call(Ljava/lang/String;Ljava/lang/String;Ljava/lang/Object;)Ljava/lang/Object;
    :none
    return-void
.end method

.method private static provider()V
    .registers 3
    const-string v0, "android.security.keystore.AndroidKeyStoreProvider"
    sget v1, Landroid/os/Build$VERSION;->SDK_INT:I
    const/16 v2, 0x1f
    if-lt v1, v2, :install
    const-string v0, "android.security.keystore2.AndroidKeyStoreProvider"
    :install
    const-string v1, "install"
    const/4 v2, 0x0
    invoke-static {v0, v1, v2}, Lcandor/Attest;->call(Ljava/lang/String;Ljava/lang/String;Ljava/lang/Object;)Ljava/lang/Object;
    return-void
.end method

# Gives the process an application of com.android.shell, as ActivityThread.currentApplication() has to find it.
.method private static application()V
    .registers 5
    const-string v0, "android.app.ActivityThread"
    const-string v1, "systemMain"
    const/4 v2, 0x0
    invoke-static {v0, v1, v2}, Lcandor/Attest;->call(Ljava/lang/String;Ljava/lang/String;Ljava/lang/Object;)Ljava/lang/Object;
    move-result-object v2
    const-string v1, "getSystemContext"
    invoke-static {v0, v1, v2}, Lcandor/Attest;->call(Ljava/lang/String;Ljava/lang/String;Ljava/lang/Object;)Ljava/lang/Object;
    move-result-object v1
    check-cast v1, Landroid/content/Context;
    const-string v3, "com.android.shell"
    const/4 v4, 0x0
    invoke-virtual {v1, v3, v4}, Landroid/content/Context;->createPackageContext(Ljava/lang/String;I)Landroid/content/Context;
    move-result-object v1
    new-instance v3, Lcandor/Unbound;
    invoke-direct {v3, v1}, Lcandor/Unbound;-><init>(Landroid/content/Context;)V
    const-class v1, Landroid/app/Application;
    invoke-static {v1, v3}, Landroid/app/Instrumentation;->newApplication(Ljava/lang/Class;Landroid/content/Context;)Landroid/app/Application;
    move-result-object v1
    invoke-static {v0}, Ljava/lang/Class;->forName(Ljava/lang/String;)Ljava/lang/Class;
    move-result-object v0
    const-string v3, "mInitialApplication"
    invoke-virtual {v0, v3}, Ljava/lang/Class;->getDeclaredField(Ljava/lang/String;)Ljava/lang/reflect/Field;
    move-result-object v0
    const/4 v3, 0x1
    invoke-virtual {v0, v3}, Ljava/lang/reflect/Field;->setAccessible(Z)V
    invoke-virtual {v0, v2, v1}, Ljava/lang/reflect/Field;->set(Ljava/lang/Object;Ljava/lang/Object;)V
    return-void
.end method

# Calls a method without parameters, on an object or, where that is null, a static one.
.method private static call(Ljava/lang/String;Ljava/lang/String;Ljava/lang/Object;)Ljava/lang/Object;
    .registers 6
    invoke-static {p0}, Ljava/lang/Class;->forName(Ljava/lang/String;)Ljava/lang/Class;
    move-result-object v0
    const/4 v1, 0x0
    new-array v2, v1, [Ljava/lang/Class;
    invoke-virtual {v0, p1, v2}, Ljava/lang/Class;->getDeclaredMethod(Ljava/lang/String;[Ljava/lang/Class;)Ljava/lang/reflect/Method;
    move-result-object v0
    const/4 v2, 0x1
    invoke-virtual {v0, v2}, Ljava/lang/reflect/Method;->setAccessible(Z)V
    new-array v2, v1, [Ljava/lang/Object;
    invoke-virtual {v0, p2, v2}, Ljava/lang/reflect/Method;->invoke(Ljava/lang/Object;[Ljava/lang/Object;)Ljava/lang/Object;
    move-result-object v0
    return-object v0
.end method

# A key for signing on P-256, made with the challenge; then its certificates.
.method private static attest([Ljava/lang/String;)V
    .registers 6
    new-instance v0, Landroid/security/keystore/KeyGenParameterSpec$Builder;
    const-string v1, "${alias}"
    const/4 v2, 0x4
    invoke-direct {v0, v1, v2}, Landroid/security/keystore/KeyGenParameterSpec$Builder;-><init>(Ljava/lang/String;I)V
    new-instance v1, Ljava/security/spec/ECGenParameterSpec;
    const-string v2, "secp256r1"
    invoke-direct {v1, v2}, Ljava/security/spec/ECGenParameterSpec;-><init>(Ljava/lang/String;)V
    invoke-virtual {v0, v1}, Landroid/security/keystore/KeyGenParameterSpec$Builder;->setAlgorithmParameterSpec(Ljava/security/spec/AlgorithmParameterSpec;)Landroid/security/keystore/KeyGenParameterSpec$Builder;
    const/4 v2, 0x1
    new-array v1, v2, [Ljava/lang/String;
    const/4 v3, 0x0
    const-string v2, "SHA-256"
    aput-object v2, v1, v3
    invoke-virtual {v0, v1}, Landroid/security/keystore/KeyGenParameterSpec$Builder;->setDigests([Ljava/lang/String;)Landroid/security/keystore/KeyGenParameterSpec$Builder;
    aget-object v1, p0, v3
    invoke-static {v1}, Lcandor/Attest;->bytes(Ljava/lang/String;)[B
    move-result-object v1
    invoke-virtual {v0, v1}, Landroid/security/keystore/KeyGenParameterSpec$Builder;->setAttestationChallenge([B)Landroid/security/keystore/KeyGenParameterSpec$Builder;
    invoke-virtual {v0}, Landroid/security/keystore/KeyGenParameterSpec$Builder;->build()Landroid/security/keystore/KeyGenParameterSpec;
    move-result-object v0
    const-string v1, "EC"
    const-string v2, "AndroidKeyStore"
    invoke-static {v1, v2}, Ljava/security/KeyPairGenerator;->getInstance(Ljava/lang/String;Ljava/lang/String;)Ljava/security/KeyPairGenerator;
    move-result-object v1
    invoke-virtual {v1, v0}, Ljava/security/KeyPairGenerator;->initialize(Ljava/security/spec/AlgorithmParameterSpec;)V
    invoke-virtual {v1}, Ljava/security/KeyPairGenerator;->generateKeyPair()Ljava/security/KeyPair;
    invoke-static {}, Lcandor/Attest;->store()Ljava/security/KeyStore;
    move-result-object v0
    const-string v1, "${alias}"
    invoke-virtual {v0, v1}, Ljava/security/KeyStore;->getCertificateChain(Ljava/lang/String;)[Ljava/security/cert/Certificate;
    move-result-object v0
    array-length v1, v0
    :next
    if-ge v3, v1, :done
    aget-object v2, v0, v3
    invoke-virtual {v2}, Ljava/security/cert/Certificate;->getEncoded()[B
    move-result-object v2
    invoke-static {v2}, Lcandor/Attest;->pem([B)V
    add-int/lit8 v3, v3, 0x1
    goto :next
    :done
    return-void
.end method

.method private static store()Ljava/security/KeyStore;
    .registers 2
    const-string v0, "AndroidKeyStore"
    invoke-static {v0}, Ljava/security/KeyStore;->getInstance(Ljava/lang/String;)Ljava/security/KeyStore;
    move-result-object v0
    const/4 v1, 0x0
    invoke-virtual {v0, v1}, Ljava/security/KeyStore;->load(Ljava/security/KeyStore$LoadStoreParameter;)V
    return-object v0
.end method

.method private static forget()V
    .registers 3
    invoke-static {}, Lcandor/Attest;->store()Ljava/security/KeyStore;
    move-result-object v0
    const-string v1, "${alias}"
    invoke-virtual {v0, v1}, Ljava/security/KeyStore;->containsAlias(Ljava/lang/String;)Z
    move-result v2
    if-eqz v2, :none
    invoke-virtual {v0, v1}, Ljava/security/KeyStore;->deleteEntry(Ljava/lang/String;)V
    :none
    return-void
.end method

# Hexadecimal to bytes.
.method private static bytes(Ljava/lang/String;)[B
    .registers 7
    invoke-virtual {p0}, Ljava/lang/String;->length()I
    move-result v0
    div-int/lit8 v0, v0, 0x2
    new-array v1, v0, [B
    const/4 v2, 0x0
    :next
    if-ge v2, v0, :done
    shl-int/lit8 v3, v2, 0x1
    add-int/lit8 v4, v3, 0x2
    invoke-virtual {p0, v3, v4}, Ljava/lang/String;->substring(II)Ljava/lang/String;
    move-result-object v3
    const/16 v4, 0x10
    invoke-static {v3, v4}, Ljava/lang/Integer;->parseInt(Ljava/lang/String;I)I
    move-result v3
    int-to-byte v3, v3
    aput-byte v3, v1, v2
    add-int/lit8 v2, v2, 0x1
    goto :next
    :done
    return-object v1
.end method

.method private static pem([B)V
    .registers 3
    const-string v0, "-----BEGIN CERTIFICATE-----"
    invoke-static {v0}, Lcandor/Attest;->print(Ljava/lang/String;)V
    # Base64.NO_WRAP
    const/4 v0, 0x2
    invoke-static {p0, v0}, Landroid/util/Base64;->encodeToString([BI)Ljava/lang/String;
    move-result-object v0
    invoke-static {v0}, Lcandor/Attest;->print(Ljava/lang/String;)V
    const-string v0, "-----END CERTIFICATE-----"
    invoke-static {v0}, Lcandor/Attest;->print(Ljava/lang/String;)V
    return-void
.end method

# One line: the word, then what was thrown and what caused it, four causes deep at most.
.method private static tell(Ljava/lang/String;Ljava/lang/Throwable;)V
    .registers 6
    new-instance v0, Ljava/lang/StringBuilder;
    invoke-direct {v0, p0}, Ljava/lang/StringBuilder;-><init>(Ljava/lang/String;)V
    const-string v1, " "
    const/4 v2, 0x5
    :next
    invoke-virtual {v0, v1}, Ljava/lang/StringBuilder;->append(Ljava/lang/String;)Ljava/lang/StringBuilder;
    invoke-virtual {p1}, Ljava/lang/Throwable;->toString()Ljava/lang/String;
    move-result-object v1
    invoke-virtual {v0, v1}, Ljava/lang/StringBuilder;->append(Ljava/lang/String;)Ljava/lang/StringBuilder;
    invoke-virtual {p1}, Ljava/lang/Throwable;->getCause()Ljava/lang/Throwable;
    move-result-object p1
    if-eqz p1, :done
    const-string v1, "; caused by "
    add-int/lit8 v2, v2, -0x1
    if-nez v2, :next
    :done
    invoke-virtual {v0}, Ljava/lang/StringBuilder;->toString()Ljava/lang/String;
    move-result-object v0
    const/16 v1, 0x20
    const/16 v2, 0xa
    invoke-virtual {v0, v2, v1}, Ljava/lang/String;->replace(CC)Ljava/lang/String;
    move-result-object v0
    const/16 v2, 0xd
    invoke-virtual {v0, v2, v1}, Ljava/lang/String;->replace(CC)Ljava/lang/String;
    move-result-object v0
    invoke-static {v0}, Lcandor/Attest;->print(Ljava/lang/String;)V
    return-void
.end method

.method private static print(Ljava/lang/String;)V
    .registers 2
    sget-object v0, Ljava/lang/System;->out:Ljava/io/PrintStream;
    invoke-virtual {v0, p0}, Ljava/io/PrintStream;->println(Ljava/lang/String;)V
    invoke-virtual {v0}, Ljava/io/PrintStream;->flush()V
    return-void
.end method

# A context that binds to no service. The key store of Android 12 and 13 tells the service that fetches new keys of each one that is used up; a process
# that the activity manager does not know would be refused, and the key with it.
.class public final Lcandor/Unbound;
.super Landroid/content/ContextWrapper;

.method public constructor <init>(Landroid/content/Context;)V
    .registers 2
    invoke-direct {p0, p1}, Landroid/content/ContextWrapper;-><init>(Landroid/content/Context;)V
    return-void
.end method

.method public bindService(Landroid/content/Intent;Landroid/content/ServiceConnection;I)Z
    .registers 5
    const/4 v0, 0x0
    return v0
.end method

.method public bindService(Landroid/content/Intent;ILjava/util/concurrent/Executor;Landroid/content/ServiceConnection;)Z
    .registers 6
    const/4 v0, 0x0
    return v0
.end method
`;

/** The program as the phone takes it: the same bytes every time. */
export async function attestProgram(): Promise<Uint8Array<ArrayBuffer>> {
  return writeDex({ classes: readSmali(attestSource) });
}
