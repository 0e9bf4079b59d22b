package android.security.keystore;

import java.security.spec.AlgorithmParameterSpec;
import java.security.spec.ECGenParameterSpec;

public final class KeyGenParameterSpec implements AlgorithmParameterSpec {
  public final String alias;
  public final int purposes;
  public String curve;
  public String[] digests;
  public byte[] challenge;

  private KeyGenParameterSpec(String alias, int purposes) {
    this.alias = alias;
    this.purposes = purposes;
  }

  public static final class Builder {
    private final KeyGenParameterSpec spec;

    public Builder(String alias, int purposes) {
      spec = new KeyGenParameterSpec(alias, purposes);
    }

    public Builder setAlgorithmParameterSpec(AlgorithmParameterSpec parameters) {
      spec.curve = ((ECGenParameterSpec) parameters).getName();
      return this;
    }

    public Builder setDigests(String... digests) {
      spec.digests = digests;
      return this;
    }

    public Builder setAttestationChallenge(byte[] challenge) {
      spec.challenge = challenge;
      return this;
    }

    public KeyGenParameterSpec build() {
      return spec;
    }
  }
}
