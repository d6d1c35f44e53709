package nz.cleancar.policy;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * A directory with a policy in it: the folders {@code rules}, {@code decision-tables} and {@code
 * scenarios}. Whatever else lies beside them is not looked at.
 */
public final class PolicyFolder {

  /** The folders that hold a policy. */
  public static final List<String> FOLDERS = SourceKind.FOLDERS;

  /** The most that a policy may be on disk. */
  public static final Limits DEFAULT_LIMITS = new Limits(1_000, 5 * 1024 * 1024, 64 * 1024 * 1024);

  private final Path directory;
  private final Limits limits;

  /**
   * The most that a policy may be on disk.
   *
   * @param files the number of files
   * @param fileBytes the size of one
   * @param allBytes the size of all
   */
  public record Limits(int files, int fileBytes, int allBytes) {}

  /**
   * What the directory holds.
   *
   * @param sources the files that make the policy
   * @param findings what is wrong with the others
   */
  public record Contents(PolicySources sources, List<Finding> findings) {
    public Contents {
      findings = List.copyOf(findings);
    }
  }

  public PolicyFolder(Path directory) {
    this(directory, DEFAULT_LIMITS);
  }

  public PolicyFolder(Path directory, Limits limits) {
    this.directory = directory;
    this.limits = limits;
  }

  /** Whether a policy has a use for a file of this path, with forward slashes. */
  public static boolean takes(String path) {
    return switch (SourceKind.of(path)) {
      case VOCABULARY, RULE_SET, WORKBOOK, SUITE -> true;
      case IGNORED, UNEXPECTED -> false;
    };
  }

  /**
   * Reads the files.
   *
   * @throws UncheckedIOException if the disk fails
   */
  public Contents read() {
    try {
      return new Reading(directory.toRealPath(), limits).read();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Goes through the folders once. */
  private static final class Reading {

    private final Path root;
    private final Limits limits;
    private final TreeMap<String, byte[]> files = new TreeMap<>();
    private final List<Finding> findings = new ArrayList<>();
    private int looked;
    private long allBytes;

    Reading(Path root, Limits limits) {
      this.root = root;
      this.limits = limits;
    }

    Contents read() throws IOException {
      for (String folder : SourceKind.FOLDERS) {
        Path path = root.resolve(folder);
        if (Files.isDirectory(path) && isInside(folder, path)) {
          readFolder(folder, path);
        }
      }
      findings.sort(Finding.IN_READING_ORDER);
      return new Contents(new PolicySources(files), findings);
    }

    private void readFolder(String folder, Path path) throws IOException {
      try (DirectoryStream<Path> entries = Files.newDirectoryStream(path)) {
        for (Path entry : entries) {
          String name = folder + "/" + entry.getFileName();
          var kind = SourceKind.of(name);
          if (kind == SourceKind.IGNORED) {
            continue;
          }
          if (++looked > limits.files()) {
            tell(
                "too-many-files",
                folder,
                "at most " + limits.files() + " files",
                "more",
                "Move what is no part of the policy elsewhere.");
            return;
          }
          if (kind == SourceKind.UNEXPECTED || Files.isDirectory(entry)) {
            findings.add(SourceKind.unexpected(name));
          } else if (isInside(name, entry)) {
            readFile(name, entry);
          }
        }
      }
    }

    /** A link may lead to another place in the directory, as it does where systems mount one. */
    private boolean isInside(String name, Path path) {
      try {
        if (path.toRealPath().startsWith(root)) {
          return true;
        }
      } catch (IOException e) {
        // A link that leads nowhere is told as one that leads out.
      }
      tell(
          "link",
          name,
          "a file in the policy's own folder",
          "a link that leads out of it",
          "Put the file itself there.");
      return false;
    }

    private void readFile(String name, Path path) throws IOException {
      if (!Files.isRegularFile(path)) {
        tell("not-a-file", name, "a file", "something else", "Put a file there.");
        return;
      }
      byte[] content;
      try (InputStream in = Files.newInputStream(path)) {
        content = in.readNBytes(limits.fileBytes() + 1);
      }
      if (content.length > limits.fileBytes()) {
        tell(
            "file-too-large",
            name,
            "at most " + limits.fileBytes() + " bytes",
            "more",
            "Split the file, or remove what is no part of the policy.");
        return;
      }
      allBytes += content.length;
      if (allBytes > limits.allBytes()) {
        tell(
            "files-too-large",
            name,
            "at most " + limits.allBytes() + " bytes in all files together",
            "more with this one",
            "Move what is no part of the policy elsewhere.");
        return;
      }
      files.put(name, content);
    }

    private void tell(String code, String name, String expected, String found, String repair) {
      findings.add(Finding.error(code, Place.of(Shown.plain(name)), expected, found, repair));
    }
  }
}
