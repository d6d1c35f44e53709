package nz.cleancar.publishing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.concurrent.TimeUnit;
import nz.cleancar.policy.PolicyFolder;
import org.jspecify.annotations.Nullable;

/** Looks at a folder again whenever something in it was saved and then left alone for a moment. */
public final class FolderWatch implements AutoCloseable {

  private static final long QUIET_MILLIS = 250;
  private static final WatchEvent.Kind<?>[] KINDS = {
    StandardWatchEventKinds.ENTRY_CREATE,
    StandardWatchEventKinds.ENTRY_MODIFY,
    StandardWatchEventKinds.ENTRY_DELETE
  };

  private final Path folder;
  private final SavedFolder saved;
  private final WatchService watch;

  FolderWatch(Path folder, SavedFolder saved) {
    this.folder = folder;
    this.saved = saved;
    try {
      this.watch = folder.getFileSystem().newWatchService();
      register();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Looks from now on, first at what was saved meanwhile. */
  public void start() {
    var _ = Thread.ofPlatform().name("folder-watch").daemon().start(this::run);
  }

  private void register() throws IOException {
    folder.register(watch, KINDS);
    for (String name : PolicyFolder.FOLDERS) {
      Path each = folder.resolve(name);
      if (Files.isDirectory(each)) {
        each.register(watch, KINDS);
      }
    }
  }

  private void run() {
    try {
      look();
      while (true) {
        take(watch.take());
        awaitQuiet();
        register();
        look();
      }
    } catch (ClosedWatchServiceException e) {
      // Closed, as it is at the end.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void look() {
    try {
      saved.look();
    } catch (UncheckedIOException e) {
      // A file that vanished while it was read: editors replace files, and another event follows.
    }
  }

  private void awaitQuiet() throws InterruptedException {
    @Nullable WatchKey next = watch.poll(QUIET_MILLIS, TimeUnit.MILLISECONDS);
    while (next != null) {
      take(next);
      next = watch.poll(QUIET_MILLIS, TimeUnit.MILLISECONDS);
    }
  }

  private static void take(WatchKey key) {
    key.pollEvents();
    key.reset();
  }

  /** Looks no more. */
  @Override
  public void close() {
    try {
      watch.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
