package android.security.keystore;

public class AndroidKeyStoreProvider {
  public static void install() {
    TestKeyStore.installFor(AndroidKeyStoreProvider.class.getName());
  }
}
