package android.app;

import android.os.Build;
import android.os.Looper;

public final class ActivityThread {
  public static boolean modules;
  private static ActivityThread current;

  Application mInitialApplication;

  public static void initializeMainlineModules() {
    if (Build.VERSION.SDK_INT < 30) throw new AssertionError("Android has no modules yet");
    modules = true;
  }

  public static ActivityThread systemMain() {
    if (!Looper.prepared) throw new RuntimeException("Can't create handler");
    current = new ActivityThread();
    return current;
  }

  public ContextImpl getSystemContext() {
    return new ContextImpl("android");
  }

  public static Application currentApplication() {
    return current.mInitialApplication;
  }
}
