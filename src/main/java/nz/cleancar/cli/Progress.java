package nz.cleancar.cli;

import java.io.Console;
import java.util.Optional;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/** A bar that shows how far something has come, on a terminal; elsewhere there is none. */
final class Progress implements AutoCloseable {

  private static final int EVERY_MILLISECONDS = 200;

  private final @Nullable ProgressBar bar;

  private Progress(@Nullable ProgressBar bar) {
    this.bar = bar;
  }

  /** Nothing is shown. */
  static Progress none() {
    return new Progress(null);
  }

  /**
   * Begins, if somebody would see it.
   *
   * @param task what is being done, in a word or two
   * @param all how many steps there are
   */
  static Progress of(String task, long all) {
    return isSeen()
        ? new Progress(
            new ProgressBarBuilder()
                .setTaskName(task)
                .setInitialMax(all)
                .setUpdateIntervalMillis(EVERY_MILLISECONDS)
                .setStyle(ProgressBarStyle.ASCII)
                .showSpeed()
                .clearDisplayOnFinish()
                .setConsumer(new ConsoleProgressBarConsumer(System.err))
                .build())
        : none();
  }

  /** Whether somebody would see a bar. */
  @SuppressWarnings("SystemConsoleNull") // JDK 25 went back to none where nobody sees it
  static boolean isSeen() {
    Console console = System.console();
    return console != null && console.isTerminal();
  }

  /** One step was done. */
  void step() {
    Optional.ofNullable(bar).ifPresent(ProgressBar::step);
  }

  /** So many steps were done in all. */
  void stepTo(long done) {
    Optional.ofNullable(bar).ifPresent(shown -> shown.stepTo(done));
  }

  @Override
  public void close() {
    Optional.ofNullable(bar).ifPresent(ProgressBar::close);
  }
}
