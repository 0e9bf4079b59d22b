package android.app;

import android.content.Context;
import android.content.Intent;
import android.content.ServiceConnection;
import java.util.concurrent.Executor;

/** Not public, as on a phone. */
class ContextImpl extends Context {
  final String name;

  ContextImpl(String name) {
    this.name = name;
  }

  @Override
  public Context createPackageContext(String name, int flags) {
    return new ContextImpl(name);
  }

  @Override
  public boolean bindService(Intent service, ServiceConnection connection, int flags) {
    throw new SecurityException("Unable to find app for caller");
  }

  @Override
  public boolean bindService(Intent service, int flags, Executor executor, ServiceConnection connection) {
    throw new SecurityException("Unable to find app for caller");
  }
}
