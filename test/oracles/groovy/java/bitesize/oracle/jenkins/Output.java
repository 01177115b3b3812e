package bitesize.oracle.jenkins;

import java.io.PrintStream;
import java.util.function.Supplier;
import java.util.logging.Handler;
import java.util.logging.LogManager;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/** Catches what scripts print and log. */
final class Output {
  private Output() {}

  /** Runs the task while System.out, System.err and the root logger write to the stream. */
  static <T> T capture(PrintStream stream, Supplier<T> task) {
    PrintStream out = System.out;
    PrintStream err = System.err;
    Logger root = LogManager.getLogManager().getLogger("");
    Handler[] before = root.getHandlers();
    Handler handler = new To(stream);
    for (Handler each : before) root.removeHandler(each);
    root.addHandler(handler);
    System.setOut(stream);
    System.setErr(stream);
    try {
      return task.get();
    } finally {
      System.setOut(out);
      System.setErr(err);
      root.removeHandler(handler);
      for (Handler each : before) root.addHandler(each);
    }
  }

  private static final class To extends Handler {
    private final PrintStream stream;

    To(PrintStream stream) {
      this.stream = stream;
    }

    @Override
    public void publish(LogRecord record) {
      stream.println(record.getLevel() + " " + record.getLoggerName() + ": " + new SimpleFormatter().formatMessage(record));
      if (record.getThrown() != null) record.getThrown().printStackTrace(stream);
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }
}
