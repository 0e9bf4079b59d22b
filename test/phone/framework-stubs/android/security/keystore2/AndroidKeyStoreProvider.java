package android.security.keystore2;

import android.security.keystore.TestKeyStore;

public class AndroidKeyStoreProvider {
  public static void install() {
    TestKeyStore.installFor(AndroidKeyStoreProvider.class.getName());
  }
}
