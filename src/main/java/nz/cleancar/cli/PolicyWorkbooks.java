package nz.cleancar.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nz.cleancar.policy.PolicyFolder;
import nz.cleancar.policy.PolicySources;
import nz.cleancar.policy.WorkbookReader;
import nz.cleancar.policy.table.Nearest;
import nz.cleancar.policy.table.Vocabulary;
import nz.cleancar.policy.xlsx.XlsxWorkbookReader;
import nz.cleancar.policy.yaml.YamlVocabularyReader;

/** The workbooks of a policy's folder, read one at a time. */
final class PolicyWorkbooks {

  private static final String VOCABULARY = "rules/vocabulary.yml";
  private static final String TABLES = "decision-tables";

  private final Path folder;
  private final Vocabulary vocabulary;

  PolicyWorkbooks(Path folder) {
    this.folder = folder;
    this.vocabulary = vocabulary(folder);
  }

  /** Where a table stands. */
  record Home(Path file, String sheet) {}

  Vocabulary vocabulary() {
    return vocabulary;
  }

  /** The folder with the workbooks. */
  Path tables() {
    return folder.resolve(TABLES);
  }

  WorkbookReader.Contents read(String name, byte[] content) {
    return new XlsxWorkbookReader().read(name, content, vocabulary);
  }

  /** Where the table of this id stands, also one that has findings. */
  Home home(String id) {
    var ids = new ArrayList<String>();
    for (var file : sources().files().entrySet()) {
      if (file.getKey().startsWith(TABLES + "/") && file.getKey().endsWith(".xlsx")) {
        String name = file.getKey().substring(TABLES.length() + 1);
        for (WorkbookReader.TableName table : read(name, file.getValue()).names()) {
          if (table.id().equals(id)) {
            return new Home(tables().resolve(name), table.place().sheet());
          }
          ids.add(table.id());
        }
      }
    }
    throw new Ccs.Refusal(
        "There is no table `%s` in %s%s"
            .formatted(
                id,
                tables(),
                Nearest.to(id, ids).map(near -> "; the nearest is `" + near + "`.").orElse(".")));
  }

  /** The folder's files. */
  PolicySources sources() {
    if (!Files.isDirectory(tables())) {
      throw new Ccs.Refusal(
          "There is no policy in " + folder + ": it has no folder `" + TABLES + "`.");
    }
    return new PolicyFolder(folder).read().sources();
  }

  /** The folder's files with another content for one of its workbooks. */
  PolicySources with(Path workbook, byte[] content) {
    var files = sources().files();
    files.put(TABLES + "/" + workbook.getFileName(), content);
    return new PolicySources(files);
  }

  /** The bytes of a file. */
  static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new Ccs.Refusal("There is no file " + file + " that can be read.");
    }
  }

  /** What the vocabulary's file says; nothing where there is none. */
  private static Vocabulary vocabulary(Path folder) {
    Path file = folder.resolve(VOCABULARY);
    return Optional.of(file)
        .filter(Files::isRegularFile)
        .map(PolicyWorkbooks::bytes)
        .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
        .map(text -> new YamlVocabularyReader().read("vocabulary.yml", text).vocabulary())
        .orElseGet(() -> new Vocabulary(Map.of(), List.of()));
  }
}
