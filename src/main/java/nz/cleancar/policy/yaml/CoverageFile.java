package nz.cleancar.policy.yaml;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import nz.cleancar.policy.Shown;
import nz.cleancar.policy.VocabularyReader.Mention;
import nz.cleancar.policy.table.Coverage;
import nz.cleancar.policy.table.Kind;
import nz.cleancar.policy.table.Nearest;
import nz.cleancar.policy.table.Term;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** The part of a vocabulary's file that says what tables must have a row for. */
final class CoverageFile {

  private static final Pattern STEP = Pattern.compile("(?=.*[1-9])[0-9]{1,12}(\\.[0-9]{1,6})?");

  private final Nodes nodes;
  private final Map<String, Term> terms;
  private final Collection<String> names;
  private final List<Mention> mentions = new ArrayList<>();

  /**
   * A part of this file.
   *
   * @param terms the terms that could be read
   * @param names the names of all terms, also of those with mistakes
   */
  CoverageFile(Nodes nodes, List<Term> terms, Collection<String> names) {
    this.nodes = nodes;
    this.terms = terms.stream().collect(Collectors.toMap(Term::name, term -> term, (a, b) -> a));
    this.names = names;
  }

  /** The tables that it speaks of. */
  List<Mention> mentions() {
    return List.copyOf(mentions);
  }

  Coverage read(Node node) {
    Map<String, String> years = new LinkedHashMap<>();
    Map<String, Map<String, List<String>>> asked = new LinkedHashMap<>();
    List<List<String>> together = new ArrayList<>();
    Map<String, BigDecimal> steps = new LinkedHashMap<>();
    for (Nodes.Entry part :
        nodes.entries(node, "what is covered", List.of("years", "asked", "together", "steps"))) {
      switch (part.key()) {
        case "years" -> readYears(part.value(), years);
        case "asked" ->
            nodes
                .entries(part.value(), "tables by id")
                .forEach(table -> asked.put(table.key(), asked(table)));
        case "together" -> readTogether(part.value(), together);
        case "steps" -> readSteps(part.value(), steps);
        default -> throw new IllegalStateException("`" + part.key() + "` is no part of coverage.");
      }
    }
    return new Coverage(years, asked, together, steps);
  }

  private void readYears(Node node, Map<String, String> years) {
    for (Nodes.Entry year : nodes.entries(node, "years, each with its day")) {
      var from = term(year.keyNode(), year.key(), List.of(Kind.WHOLE), "a whole number");
      var day = nodes.text(year.value(), "the name of a day");
      var to = day.flatMap(name -> term(year.value(), name, List.of(Kind.DAY), "a day"));
      if (from.isPresent() && to.isPresent()) {
        years.put(from.get().name(), to.get().name());
      }
    }
  }

  private void readSteps(Node node, Map<String, BigDecimal> steps) {
    for (Nodes.Entry step : nodes.entries(node, "numbers with decimals, each with its step")) {
      var term = term(step.keyNode(), step.key(), List.of(Kind.DECIMAL), "a number with decimals");
      var text = nodes.text(step.value(), "a step such as 0.001");
      if (text.isPresent() && !STEP.matcher(text.get()).matches()) {
        nodes.tell(
            step.value(),
            "step",
            "a step such as 0.001",
            Shown.text(text.get()),
            "Write it in digits, above 0, with at most six decimals.");
      } else if (term.isPresent() && text.isPresent()) {
        steps.put(term.get().name(), new BigDecimal(text.get()));
      }
    }
  }

  private Map<String, List<String>> asked(Nodes.Entry table) {
    var columns = new HashMap<String, List<String>>();
    for (Nodes.Entry column : nodes.entries(table.value(), "columns with their words")) {
      mentions.add(new Mention(table.key(), column.key(), nodes.place(column.keyNode())));
      var term =
          term(column.keyNode(), column.key(), List.of(Kind.WORD, Kind.WORDS), "a word or words");
      var words = new ArrayList<String>();
      for (Nodes.Entry word : nodes.items(column.value(), "a list of words")) {
        if (term.isPresent() && !mayBe(term.get(), word.key())) {
          tellWord(word, term.get());
        } else {
          words.add(word.key());
        }
      }
      columns.put(column.key(), words);
    }
    return columns;
  }

  private static boolean mayBe(Term term, String word) {
    return term.allowed().isEmpty() || term.allowed().contains(word);
  }

  private void tellWord(Nodes.Entry word, Term term) {
    nodes.tell(
        word.value(),
        "word-not-allowed",
        "one of " + String.join(", ", term.allowed()),
        Shown.text(word.key()),
        Nearest.to(word.key(), term.allowed())
            .map(nearest -> "The nearest is `" + nearest + "`.")
            .orElse("Choose one of them."));
  }

  private void readTogether(Node node, List<List<String>> together) {
    if (!(node instanceof SequenceNode groups)) {
      nodes.items(node, "lists of tables");
      return;
    }
    for (Node group : groups.getValue()) {
      var tables = new ArrayList<String>();
      for (Nodes.Entry table : nodes.items(group, "a list of tables")) {
        mentions.add(new Mention(table.key(), "", nodes.place(table.value())));
        tables.add(table.key());
      }
      if (tables.stream().distinct().count() < Math.max(2, tables.size())) {
        nodes.tell(
            group,
            "group-of-tables",
            "two tables or more, each once",
            Shown.text(String.join(", ", tables)),
            "Name each table of the group once.");
      } else {
        together.add(tables);
      }
    }
  }

  /** The term of this name, if it is of one of the kinds. */
  private Optional<Term> term(Node node, String name, List<Kind> kinds, String expected) {
    if (!names.contains(name)) {
      nodes.tell(
          node,
          "unknown-term",
          "a name under `terms`",
          Shown.text(name),
          Nearest.to(name, List.copyOf(names))
              .map(nearest -> "The nearest is `" + nearest + "`.")
              .orElse("Correct the name, or add the term."));
      return Optional.empty();
    }
    var term = Optional.ofNullable(terms.get(name));
    if (term.isPresent() && !kinds.contains(term.get().kind())) {
      nodes.tell(
          node,
          "kind",
          expected,
          Shown.text(name) + ", which is something else",
          "Name a term of that kind.");
      return Optional.empty();
    }
    return term;
  }
}
