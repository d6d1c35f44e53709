package nz.cleancar.cli;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.function.Consumer;

/** Files that commands write where their caller says; what cannot be written is the caller's. */
final class Written {

  private Written() {}

  /**
   * Sees before a long run that a file can be written after it.
   *
   * @throws Ccs.Refusal if it cannot
   */
  static void check(Path file) {
    if (Files.isDirectory(file)) {
      throw new Ccs.Refusal(file + " is a folder; name a file.");
    }
    Path folder = file.toAbsolutePath().normalize().resolveSibling("");
    if (!Files.isDirectory(folder)) {
      throw new Ccs.Refusal("There is no folder " + folder + " to write " + file + " to.");
    }
    if (!Files.isWritable(Files.exists(file) ? file : folder)) {
      throw refusal(file);
    }
  }

  /** A file to write to. */
  static Writer begun(Path file) {
    check(file);
    try {
      return Files.newBufferedWriter(file);
    } catch (IOException e) {
      throw refusal(file);
    }
  }

  /** Writes a text. */
  static void text(Path file, Consumer<Writer> text) {
    try (Writer writer = begun(file)) {
      text.accept(writer);
    } catch (IOException e) {
      throw refusal(file);
    }
  }

  /** Writes a file as a whole, or leaves what was there; folders are made. */
  static Path whole(Path file, byte[] content) {
    try {
      Path folder = Files.createDirectories(file.toAbsolutePath().normalize().resolveSibling(""));
      Path draft = Files.createTempFile(folder, ".ccs", ".tmp");
      Files.write(draft, content);
      return Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw refusal(file);
    }
  }

  private static Ccs.Refusal refusal(Path file) {
    return new Ccs.Refusal(file + " cannot be written.");
  }
}
