package nz.cleancar.policy.drools;

import java.util.HashMap;
import java.util.Map;
import nz.cleancar.policy.table.PolicyTable;
import nz.cleancar.policy.table.Value;
import nz.cleancar.policy.table.Vocabulary;

/** A table with its sentences read. */
record CompiledTable(PolicyTable table, Template says, Map<Value.Sentence, Template> sentences) {

  static CompiledTable of(PolicyTable table, Vocabulary vocabulary) {
    String says = table.says().isEmpty() ? answerSentence(table) : table.says();
    var sentences = new HashMap<Value.Sentence, Template>();
    for (var row : table.rows()) {
      for (Value outcome : row.outcomes()) {
        if (outcome instanceof Value.Sentence sentence) {
          sentences.computeIfAbsent(sentence, s -> Template.read(s.text(), vocabulary));
        }
      }
    }
    return new CompiledTable(table, Template.read(says, vocabulary), Map.copyOf(sentences));
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
