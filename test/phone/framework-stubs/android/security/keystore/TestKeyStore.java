package android.security.keystore;

import android.app.ActivityThread;
import android.content.Context;
import android.os.Build;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.Key;
import java.security.KeyPair;
import java.security.KeyPairGeneratorSpi;
import java.security.KeyStore;
import java.security.KeyStoreException;
import java.security.KeyStoreSpi;
import java.security.Provider;
import java.security.ProviderException;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.Security;
import java.security.cert.Certificate;
import java.security.spec.AlgorithmParameterSpec;
import java.util.Date;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.Map;

/** A key store whose certificates are what the key was made with, and the bytes 1 and 2. */
public class TestKeyStore extends Provider {
  private static final Map<String, KeyGenParameterSpec> keys = new HashMap<>();

  public TestKeyStore() {
    super("AndroidKeyStore", "1", "");
    put("KeyPairGenerator.EC", Generator.class.getName());
    put("KeyStore.AndroidKeyStore", Store.class.getName());
  }

  public static void installFor(String name) {
    boolean second = name.startsWith("android.security.keystore2.");
    if (second != (Build.VERSION.SDK_INT >= 31)) throw new AssertionError(name);
    Security.addProvider(new TestKeyStore());
    Runtime.getRuntime().addShutdownHook(new Thread(() -> System.err.print("left " + keys.size())));
  }

  public static class Generator extends KeyPairGeneratorSpi {
    private KeyGenParameterSpec spec;

    @Override
    public void initialize(int size, SecureRandom random) {
      throw new AssertionError();
    }

    @Override
    public void initialize(AlgorithmParameterSpec parameters, SecureRandom random) {
      spec = (KeyGenParameterSpec) parameters;
    }

    @Override
    public KeyPair generateKeyPair() {
      if (Boolean.getBoolean("fails")) throw failure();
      if (!spec.curve.equals("secp256r1") || spec.purposes != 4 || !spec.digests[0].equals("SHA-256"))
        throw new AssertionError();
      if (Build.VERSION.SDK_INT >= 30 && !ActivityThread.modules) throw new AssertionError();
      keys.put(spec.alias, spec);
      tellService();
      return new KeyPair(null, null);
    }

    private static void tellService() {
      Context context = ActivityThread.currentApplication().context;
      int sdk = Build.VERSION.SDK_INT;
      if (sdk == 31 || sdk == 32) context.bindService(null, null, 1);
      if (sdk == 33) context.bindService(null, 1, null, null);
    }

    private static ProviderException failure() {
      Throwable cause = new Error("c4", new Error("c5", new Error("c6")));
      return new ProviderException("in\ntwo lines", new KeyStoreException("c2\r", new Error("c3", cause)));
    }
  }

  private static class Bytes extends Certificate {
    private final byte[] bytes;

    Bytes(byte... bytes) {
      super("X.509");
      this.bytes = bytes;
    }

    @Override
    public byte[] getEncoded() {
      return bytes;
    }

    @Override
    public void verify(PublicKey key) {}

    @Override
    public void verify(PublicKey key, String provider) {}

    @Override
    public String toString() {
      return "";
    }

    @Override
    public PublicKey getPublicKey() {
      return null;
    }
  }

  public static class Store extends KeyStoreSpi {
    @Override
    public void engineLoad(KeyStore.LoadStoreParameter parameter) {
      if (parameter != null) throw new AssertionError();
    }

    @Override
    public Certificate[] engineGetCertificateChain(String alias) {
      return new Certificate[] {new Bytes(keys.get(alias).challenge), new Bytes((byte) 1, (byte) 2)};
    }

    @Override
    public boolean engineContainsAlias(String alias) {
      return keys.containsKey(alias);
    }

    @Override
    public void engineDeleteEntry(String alias) {
      keys.remove(alias);
    }

    @Override
    public void engineLoad(InputStream stream, char[] password) {
      throw new AssertionError();
    }

    @Override
    public void engineStore(OutputStream stream, char[] password) {}

    @Override
    public Key engineGetKey(String alias, char[] password) {
      return null;
    }

    @Override
    public Certificate engineGetCertificate(String alias) {
      return null;
    }

    @Override
    public Date engineGetCreationDate(String alias) {
      return null;
    }

    @Override
    public void engineSetKeyEntry(String alias, Key key, char[] password, Certificate[] chain) {}

    @Override
    public void engineSetKeyEntry(String alias, byte[] key, Certificate[] chain) {}

    @Override
    public void engineSetCertificateEntry(String alias, Certificate certificate) {}

    @Override
    public Enumeration<String> engineAliases() {
      return null;
    }

    @Override
    public int engineSize() {
      return keys.size();
    }

    @Override
    public boolean engineIsKeyEntry(String alias) {
      return keys.containsKey(alias);
    }

    @Override
    public boolean engineIsCertificateEntry(String alias) {
      return false;
    }

    @Override
    public String engineGetCertificateAlias(Certificate certificate) {
      return null;
    }
  }
}
