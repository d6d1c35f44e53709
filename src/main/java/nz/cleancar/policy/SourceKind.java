package nz.cleancar.policy;

import java.util.List;

/** What a file is to a policy, by where it lies and how its name ends. */
enum SourceKind {
  VOCABULARY,
  RULE_SET,
  WORKBOOK,
  SUITE,

  /** A lock or a hidden file, which editors and systems leave behind. */
  IGNORED,

  UNEXPECTED;

  /** The folders that hold a policy. */
  static final List<String> FOLDERS = List.of("rules", "decision-tables", "scenarios");

  /** Where the vocabulary is. */
  static final String VOCABULARY_PATH = "rules/vocabulary.yml";

  /** The kind of a file by its path with forward slashes. */
  static SourceKind of(String path) {
    int slash = path.indexOf('/');
    String folder = slash < 0 ? "" : path.substring(0, slash);
    String name = path.substring(path.lastIndexOf('/') + 1);
    if (name.startsWith(".") || name.startsWith("~$")) {
      return IGNORED;
    }
    if (path.equals(VOCABULARY_PATH)) {
      return VOCABULARY;
    }
    if (path.lastIndexOf('/') != slash) {
      return UNEXPECTED;
    }
    String ending = name.substring(name.lastIndexOf('.') + 1);
    return switch (folder + "/" + ending) {
      case "rules/drl" -> RULE_SET;
      case "decision-tables/xlsx" -> WORKBOOK;
      case "scenarios/xlsx", "scenarios/yml" -> SUITE;
      default -> UNEXPECTED;
    };
  }

  /** The finding for a file that a policy has no use for. */
  static Finding unexpected(String path) {
    return Finding.error(
        "unexpected-file",
        Place.of(Shown.plain(path)),
        "rules/vocabulary.yml, rules/*.drl, decision-tables/*.xlsx, scenarios/*.xlsx and *.yml",
        "another file",
        "Move it elsewhere, or give it the ending of its kind.");
  }
}
