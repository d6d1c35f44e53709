package nz.cleancar.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import nz.cleancar.policy.Candidate;
import nz.cleancar.policy.CompiledPolicy;
import nz.cleancar.policy.Finding;
import nz.cleancar.policy.PolicyFolder;
import nz.cleancar.policy.PolicySources;
import nz.cleancar.policy.PolicyZip;
import nz.cleancar.policy.table.PolicyTable;
import nz.cleancar.policy.xlsx.XlsxWorkbookReader;
import nz.cleancar.policy.yaml.YamlVocabularyReader;

/** What the comparing command is given: folders, zip files of folders, or workbooks. */
final class ComparedSources {

  private static final PolicyFolder.Limits LIMITS = PolicyFolder.DEFAULT_LIMITS;
  private static final String VOCABULARY = "rules/vocabulary.yml";

  private final Path shipped;

  /** The shipped policy has the vocabulary of workbooks that come alone. */
  ComparedSources(Path shipped) {
    this.shipped = shipped;
  }

  /** What cannot be compared; the message has all findings as {@code ccs check} prints them. */
  static final class Faulty extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Faulty(Path path, List<Finding> findings) {
      super(
          findings.stream()
              .map(Finding::lines)
              .collect(
                  Collectors.joining(
                      System.lineSeparator(), "", "%n%n%s cannot be compared.".formatted(path))),
          null,
          false,
          false);
    }
  }

  static boolean isWorkbook(Path path) {
    return path.toString().toLowerCase(Locale.ROOT).endsWith(".xlsx");
  }

  /** The compiled policy of a folder or a zip file. */
  CompiledPolicy compiled(Path path) {
    if (isWorkbook(path)) {
      throw new Ccs.Refusal(
          "A workbook is compared with a workbook, and a policy with a policy; "
              + path
              + " is the one and the other is not.");
    }
    var contents =
        Files.isDirectory(path)
            ? new PolicyFolder(path).read()
            : new PolicyFolder.Contents(unzipped(path), List.of());
    if (!contents.sources().files().containsKey(VOCABULARY)) {
      throw new Ccs.Refusal("There is no policy in " + path + ": it has no " + VOCABULARY + ".");
    }
    if (contents.findings().stream().anyMatch(Finding::isError)) {
      throw new Faulty(path, contents.findings());
    }
    return switch (PolicyOption.loader().load(contents.sources())) {
      case Candidate.Accepted(CompiledPolicy policy, List<Finding> _) -> policy;
      case Candidate.Refused(List<Finding> findings) -> throw new Faulty(path, findings);
    };
  }

  /** The tables of a workbook. */
  List<PolicyTable> tables(Path workbook) {
    var vocabulary =
        new YamlVocabularyReader()
            .read(VOCABULARY, new String(read(shipped.resolve(VOCABULARY)), StandardCharsets.UTF_8))
            .vocabulary();
    var contents =
        new XlsxWorkbookReader()
            .read(String.valueOf(workbook.getFileName()), read(workbook), vocabulary);
    if (contents.findings().stream().anyMatch(Finding::isError)) {
      throw new Faulty(workbook, contents.findings());
    }
    return contents.tables();
  }

  private static byte[] read(Path file) {
    if (!Files.isRegularFile(file)) {
      throw new Ccs.Refusal("There is no file " + file + ".");
    }
    return bytes(file, LIMITS.fileBytes());
  }

  private static byte[] bytes(Path file, int most) {
    try (InputStream in = Files.newInputStream(file)) {
      return limited(in, most, file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] limited(InputStream in, int most, Path file) throws IOException {
    byte[] content = in.readNBytes(most + 1);
    if (content.length > most) {
      throw new Ccs.Refusal(file + " is too large, or has a file that is.");
    }
    return content;
  }

  /** The files of a policy's folder, which may lie in other folders of the zip file. */
  private static PolicySources unzipped(Path file) {
    if (!Files.isRegularFile(file)) {
      throw new Ccs.Refusal("There is neither a folder nor a file " + file + ".");
    }
    return switch (PolicyZip.unzip(bytes(file, LIMITS.allBytes()), LIMITS)) {
      case PolicyZip.Unzipped.Files(var files) -> new PolicySources(inFolder(files));
      case PolicyZip.Unzipped.Refused(String says) -> throw new Ccs.Refusal(file + ": " + says);
    };
  }

  private static SortedMap<String, byte[]> inFolder(SortedMap<String, byte[]> files) {
    String folder =
        files.keySet().stream()
            .filter(path -> path.endsWith(VOCABULARY))
            .findFirst()
            .map(path -> path.substring(0, path.length() - VOCABULARY.length()))
            .orElse("");
    var inside = new TreeMap<String, byte[]>();
    files.forEach(
        (path, content) -> {
          if (path.startsWith(folder)) {
            String name = path.substring(folder.length());
            if (name.matches("(rules|decision-tables|scenarios)/.*")) {
              inside.put(name, content);
            }
          }
        });
    return inside;
  }
}
