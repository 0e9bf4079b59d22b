package android.content;

import java.util.concurrent.Executor;

public class ContextWrapper extends Context {
  private final Context base;

  public ContextWrapper(Context base) {
    this.base = base;
  }

  @Override
  public Context createPackageContext(String name, int flags) {
    return base.createPackageContext(name, flags);
  }

  @Override
  public boolean bindService(Intent service, ServiceConnection connection, int flags) {
    return base.bindService(service, connection, flags);
  }

  @Override
  public boolean bindService(Intent service, int flags, Executor executor, ServiceConnection connection) {
    return base.bindService(service, flags, executor, connection);
  }
}
