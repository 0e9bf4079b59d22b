package android.app;

import android.content.Context;
import android.content.ContextWrapper;

public class Application extends ContextWrapper {
  /** What it was attached to. */
  public Context context;

  public Application() {
    super(null);
  }
}
