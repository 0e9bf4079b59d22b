package android.app;

import android.content.Context;

public class Instrumentation {
  public static Application newApplication(Class<?> type, Context context) throws ReflectiveOperationException {
    Application application = (Application) type.getConstructor().newInstance();
    application.context = context;
    return application;
  }
}
