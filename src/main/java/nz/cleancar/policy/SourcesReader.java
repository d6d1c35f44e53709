package nz.cleancar.policy;

import jakarta.inject.Singleton;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nz.cleancar.policy.table.Nearest;
import nz.cleancar.policy.table.PolicyTable;
import nz.cleancar.policy.table.Term;
import nz.cleancar.policy.table.Vocabulary;

/** Reads all of a policy's sources, and tells everything that is wrong with them at once. */
@Singleton
public final class SourcesReader implements PolicyReader {

  private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9]*");
  private static final Pattern GAP = Pattern.compile("\\{([^{}]*)}");

  /** What follows when the vocabulary itself cannot be read, and is not told then. */
  private static final Set<String> OF_BROKEN_VOCABULARY = Set.of("unknown-column", "unknown-term");

  private final VocabularyReader vocabularies;
  private final WorkbookReader workbooks;

  public SourcesReader(VocabularyReader vocabularies, WorkbookReader workbooks) {
    this.vocabularies = vocabularies;
    this.workbooks = workbooks;
  }

  @Override
  public Reading read(PolicySources sources) {
    var findings = new ArrayList<Finding>();
    var files = sources.files();
    var vocabulary = readVocabulary(Optional.ofNullable(files.get(SourceKind.VOCABULARY_PATH)));
    boolean knowsTerms = vocabulary.findings().stream().noneMatch(Finding::isError);
    findings.addAll(vocabulary.findings());
    var ruleSets = new ArrayList<RuleSet>();
    var tables = new ArrayList<PolicyTable>();
    var names = new ArrayList<WorkbookReader.TableName>();
    files.forEach(
        (path, content) -> {
          String name = path.substring(path.lastIndexOf('/') + 1);
          switch (SourceKind.of(path)) {
            case VOCABULARY, SUITE, IGNORED -> {}
            case UNEXPECTED -> findings.add(SourceKind.unexpected(path));
            case RULE_SET ->
                text(name, content, findings)
                    .ifPresent(text -> ruleSets.add(new RuleSet(name, text)));
            case WORKBOOK -> {
              var contents = workbooks.read(name, content, vocabulary.vocabulary());
              tables.addAll(contents.tables());
              names.addAll(contents.names());
              contents.findings().stream()
                  .filter(finding -> knowsTerms || !OF_BROKEN_VOCABULARY.contains(finding.code()))
                  .forEach(findings::add);
            }
          }
        });
    findings.addAll(duplicates(names));
    findings.addAll(unknownTables(vocabulary.mentions(), names, tables));
    if (findings.isEmpty()) {
      findings.addAll(unused(vocabulary, tables, ruleSets));
    }
    findings.sort(Finding.IN_READING_ORDER);
    if (findings.stream().anyMatch(Finding::isError)) {
      return new Reading.Unreadable(findings);
    }
    tables.sort(Comparator.comparing(PolicyTable::id));
    return new Reading.Read(
        new Policy(sources.version(), vocabulary.vocabulary(), tables, ruleSets), findings);
  }

  private VocabularyReader.Contents readVocabulary(Optional<byte[]> content) {
    String file = "vocabulary.yml";
    var findings = new ArrayList<Finding>();
    if (content.isEmpty()) {
      findings.add(
          Finding.error(
              "missing-file",
              Place.of(file),
              "the file " + SourceKind.VOCABULARY_PATH,
              "none",
              "Put the vocabulary there."));
    }
    return content
        .flatMap(bytes -> text(file, bytes, findings))
        .map(text -> vocabularies.read(file, text))
        .orElseGet(() -> VocabularyReader.Contents.unread(findings));
  }

  /** The content as text, if it is UTF-8; a mark of the byte order before it is left out. */
  private static Optional<String> text(String file, byte[] content, List<Finding> findings) {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content)).toString();
      return Optional.of(text.startsWith("\uFEFF") ? text.substring(1) : text);
    } catch (CharacterCodingException e) {
      findings.add(
          Finding.error(
              "not-utf-8",
              Place.of(file),
              "text in UTF-8",
              "text in another encoding",
              "Save the file as UTF-8."));
      return Optional.empty();
    }
  }

  private static List<Finding> duplicates(List<WorkbookReader.TableName> names) {
    var first = new HashMap<String, Place>();
    var findings = new ArrayList<Finding>();
    for (WorkbookReader.TableName name : names) {
      Place other = first.putIfAbsent(name.id(), name.place());
      if (other != null) {
        findings.add(
            Finding.error(
                "duplicate-table",
                name.place(),
                "an id that no other table has",
                Shown.text(name.id()) + ", as in " + other,
                "If one is a copy, move it out of the folder; a new table needs an id of its own, and a rule"
                    + " that asks it."));
      }
    }
    return findings;
  }

  /** Tables, and columns of theirs, that the vocabulary speaks of and that are not there. */
  private static List<Finding> unknownTables(
      List<VocabularyReader.Mention> mentions,
      List<WorkbookReader.TableName> names,
      List<PolicyTable> tables) {
    var ids = names.stream().map(WorkbookReader.TableName::id).distinct().toList();
    var columns = new HashMap<String, List<String>>();
    tables.forEach(
        table -> columns.put(table.id(), table.inputs().stream().map(Term::name).toList()));
    var findings = new ArrayList<Finding>();
    for (VocabularyReader.Mention mention : mentions) {
      var ofTable = columns.get(mention.table());
      if (!ids.contains(mention.table())) {
        findings.add(unknownTable(mention, ids));
      } else if (ofTable != null
          && !mention.column().isEmpty()
          && !ofTable.contains(mention.column())) {
        findings.add(unknownColumn(mention, ofTable));
      }
    }
    return findings;
  }

  private static Finding unknownTable(VocabularyReader.Mention mention, List<String> ids) {
    return Finding.error(
        "unknown-table",
        mention.place(),
        "a workbook in decision-tables with the table `" + mention.table() + "`",
        Nearest.to(mention.table(), ids)
            .map(nearest -> "none; the nearest is `" + nearest + "`")
            .orElse("none"),
        "If its workbook is missing or has another id now, put that right; if not, correct the name"
            + " here.");
  }

  private static Finding unknownColumn(VocabularyReader.Mention mention, List<String> columns) {
    return Finding.error(
        "no-such-column",
        mention.place(),
        "an input column of `" + mention.table() + "`",
        Shown.text(mention.column()),
        Nearest.to(mention.column(), columns)
            .map(nearest -> "The nearest is `" + nearest + "`.")
            .orElse("Correct the name or remove the line."));
  }

  /** Terms that neither a topic nor a table nor a rule mentions. */
  private static List<Finding> unused(
      VocabularyReader.Contents vocabulary, List<PolicyTable> tables, List<RuleSet> ruleSets) {
    var used = new HashSet<String>();
    vocabulary.vocabulary().topics().values().forEach(used::addAll);
    for (PolicyTable table : tables) {
      Stream.of(table.inputs(), table.outcomes())
          .flatMap(List::stream)
          .map(Term::name)
          .forEach(used::add);
      GAP.matcher(table.says())
          .results()
          .map(gap -> gap.group(1).strip())
          .flatMap(gap -> term(vocabulary.vocabulary(), gap).stream())
          .map(Term::name)
          .forEach(used::add);
    }
    for (RuleSet ruleSet : ruleSets) {
      used.addAll(
          NAME.matcher(ruleSet.text())
              .results()
              .map(name -> name.group())
              .collect(Collectors.toSet()));
    }
    return vocabulary.vocabulary().terms().stream()
        .filter(term -> !used.contains(term.name()))
        .map(
            term ->
                Finding.warning(
                    "unused-term",
                    vocabulary.places().getOrDefault(term.name(), Place.of("vocabulary.yml")),
                    "a term that a topic, a table or a rule uses",
                    Shown.text(term.name()) + " in none of them",
                    "Remove it, or see whether another name was meant."))
        .toList();
  }

  private static Optional<Term> term(Vocabulary vocabulary, String gap) {
    return vocabulary.named(gap).or(() -> vocabulary.headed(gap));
  }
}
