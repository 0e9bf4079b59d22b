package android.content;

import java.util.concurrent.Executor;

public abstract class Context {
  public abstract Context createPackageContext(String name, int flags);

  public abstract boolean bindService(Intent service, ServiceConnection connection, int flags);

  public abstract boolean bindService(Intent service, int flags, Executor executor, ServiceConnection connection);
}
