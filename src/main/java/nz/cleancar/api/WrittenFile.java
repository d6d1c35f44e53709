package nz.cleancar.api;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.server.types.files.StreamedFile;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.Function;
import nz.cleancar.work.Attempt;

/**
 * A file that is written whole before it is sent, so that nothing can go wrong after the answer
 * began, and sent from the disk, so that however large it is, little of it is held at once. It is
 * gone once it is sent.
 */
record WrittenFile(Path path, String name, MediaType type) {

  /** The file as it is written; gone at once where what writes it is refused, or fails. */
  static Attempt<WrittenFile> write(
      String name, MediaType type, Function<OutputStream, Attempt<?>> writing) {
    try {
      Path path = Files.createTempFile("ccs-", null);
      boolean isKept = false;
      try (var out = new BufferedOutputStream(Files.newOutputStream(path))) {
        Attempt<WrittenFile> written =
            writing.apply(out).map(_ -> new WrittenFile(path, name, type));
        isKept = written instanceof Attempt.Done;
        return written;
      } finally {
        if (!isKept) {
          Files.deleteIfExists(path);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** 200 with the file, for a browser to save. */
  HttpResponse<?> response() {
    try {
      long size = Files.size(path);
      long writtenAt = Files.getLastModifiedTime(path).toMillis();
      var content = Files.newInputStream(path, StandardOpenOption.DELETE_ON_CLOSE);
      return HttpResponse.ok(new StreamedFile(content, type, writtenAt, size).attach(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
