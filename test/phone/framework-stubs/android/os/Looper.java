package android.os;

public class Looper {
  public static boolean prepared;

  public static void prepareMainLooper() {
    prepared = true;
  }
}
