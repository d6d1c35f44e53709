package nz.cleancar.policy.drools;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nz.cleancar.policy.table.Otherwise;
import nz.cleancar.policy.table.PolicyTable;
import nz.cleancar.policy.table.Value;
import nz.cleancar.policy.table.Vocabulary;

/**
 * A table with its sentences read.
 *
 * @param says what a row that answers says
 * @param otherwiseSays what is said when no row does; empty where that is a fault
 * @param sentences the sentences among its outcomes
 */
record CompiledTable(
    PolicyTable table,
    Template says,
    String otherwiseSays,
    Map<Value.Sentence, Template> sentences) {

  static CompiledTable of(PolicyTable table, Vocabulary vocabulary) {
    String says = table.says().isEmpty() ? answerSentence(table) : table.says();
    var sentences = new HashMap<Value.Sentence, Template>();
    answers(table)
        .forEach(
            outcome -> {
              if (outcome instanceof Value.Sentence sentence) {
                sentences.computeIfAbsent(sentence, s -> Template.read(s.text(), vocabulary));
              }
            });
    return new CompiledTable(
        table, Template.read(says, vocabulary), otherwiseSays(table), Map.copyOf(sentences));
  }

  private static Stream<Value> answers(PolicyTable table) {
    return Stream.concat(
        table.rows().stream().flatMap(row -> row.outcomes().stream()),
        switch (table.otherwise()) {
          case Otherwise.Fault _ -> Stream.<Value>empty();
          case Otherwise.Answer(List<Value> outcomes) -> outcomes.stream();
        });
  }

  private static String otherwiseSays(PolicyTable table) {
    return switch (table.otherwise()) {
      case Otherwise.Fault _ -> "";
      case Otherwise.Answer(List<Value> outcomes) ->
          IntStream.range(0, outcomes.size())
              .mapToObj(
                  i ->
                      table.outcomes().get(i).heading().toLowerCase(Locale.ROOT)
                          + " "
                          + outcomes.get(i).text())
              .collect(
                  Collectors.joining(", ", "No row of " + table.workbook() + " matches: ", "."));
    };
  }

  /** What a table without a sentence of its own says: each outcome by its heading. */
  private static String answerSentence(PolicyTable table) {
    return table.title()
        + ": "
        + String.join(
            ", ", table.outcomes().stream().map(t -> t.header() + " {" + t.name() + "}").toList())
        + ".";
  }
}
