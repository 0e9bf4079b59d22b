package android.content;

public interface ServiceConnection {}
