package android.util;

public class Base64 {
  public static String encodeToString(byte[] bytes, int flags) {
    if (flags != 2) throw new AssertionError("without line breaks");
    return java.util.Base64.getEncoder().encodeToString(bytes);
  }
}
