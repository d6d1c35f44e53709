package nz.cleancar.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.stream.Collectors;
import nz.cleancar.policy.analysis.ChangedQuestion;
import nz.cleancar.policy.analysis.ChangedQuestions;
import nz.cleancar.policy.analysis.ChangedRegion;
import nz.cleancar.policy.analysis.MeaningComparison;
import nz.cleancar.policy.analysis.Proof;
import nz.cleancar.policy.analysis.TableMeaning;
import nz.cleancar.policy.table.Row;

/** What a change means, as a person reads it in a terminal. */
final class MeaningText {

  private static final int MOST_WITH_EXAMPLES = 40;
  private static final int MOST_CHANGES = 10;

  private final PrintWriter out;
  private final ChangedQuestions questions;
  private final int examples;
  private final int sampled;
  private int searched;

  /**
   * @param examples how many questions are shown for a region
   * @param sampled how many questions are decided where nothing is proved
   */
  MeaningText(PrintWriter out, ChangedQuestions questions, int examples, int sampled) {
    this.out = out;
    this.questions = questions;
    this.examples = examples;
    this.sampled = sampled;
  }

  void print(MeaningComparison comparison) {
    out.println("MEANING");
    comparison.tables().forEach(this::print);
    if (!comparison.tables().isEmpty()) {
      out.println();
    }
    print(comparison.proof());
  }

  private void print(TableMeaning table) {
    out.println();
    if (!table.analysed()) {
      out.println(table.id() + ": not analysed, too much to tell");
      return;
    }
    long all = table.regions().size() + table.more();
    out.printf("%s answers otherwise in %d %s%n", table.id(), all, all == 1 ? "region" : "regions");
    int number = 1;
    for (ChangedRegion region : table.regions()) {
      print(number++, region);
    }
    if (table.more() > 0) {
      out.printf("  and %d more regions%n", table.more());
    }
  }

  private void print(int number, ChangedRegion region) {
    out.printf(
        "  %d. %s%n",
        number,
        region.asked().stream()
            .map(asked -> asked.term().heading() + " " + asked.text())
            .collect(Collectors.joining(", ")));
    region
        .outcomes()
        .forEach(
            outcome ->
                out.printf(
                    "     %s: %s → %s%n",
                    outcome.term().header(), outcome.before(), outcome.after()));
    String before = cells(without(region.rowsAfter(), region.rowsBefore()));
    String after = cells(without(region.rowsBefore(), region.rowsAfter()));
    out.println("     rows: " + (before.equals(after) ? after : before + " → " + after));
    if (searched++ < MOST_WITH_EXAMPLES) {
      print(questions.in(region, examples));
    }
  }

  /** The rows that the others do not have too, as far as their cells say anything. */
  private static List<Row> without(List<Row> others, List<Row> rows) {
    return rows.stream()
        .filter(
            row ->
                others.stream()
                    .noneMatch(
                        other ->
                            other.conditions().equals(row.conditions())
                                && other.outcomes().equals(row.outcomes())))
        .toList();
  }

  private static String cells(List<Row> rows) {
    return rows.isEmpty()
        ? "none"
        : rows.stream().map(Row::cells).collect(Collectors.joining(" and "));
  }

  private void print(ChangedQuestions.InRegion found) {
    if (found.asked() == 0) {
      out.printf("     none of %,d questions tried asks for it%n", found.drawn());
    } else if (found.different().isEmpty()) {
      out.printf(
          "     %,d questions that ask for it have the same outcome as before%n", found.asked());
    }
    found.different().forEach(this::print);
  }

  private void print(ChangedQuestion question) {
    out.println("     for example " + question.text());
    question.changes().stream()
        .limit(MOST_CHANGES)
        .forEach(change -> out.println("       " + change.text()));
    if (question.changes().size() > MOST_CHANGES) {
      out.printf("       and %d more%n", question.changes().size() - MOST_CHANGES);
    }
  }

  private void print(Proof proof) {
    out.println(proof.because());
    if (!proof.sameMeaning().isEmpty()) {
      out.println(
          "Cells differ and mean the same in " + String.join(", ", proof.sameMeaning()) + ".");
    }
    if (!proof.unasked().isEmpty()) {
      out.println("Came or went: " + String.join(", ", proof.unasked()) + ".");
    }
    if (!proof.isProved()) {
      var sample = questions.sample(sampled, examples);
      out.printf(
          "Of %,d questions of all topics, %,d have another outcome.%n",
          sample.asked(), sample.different());
      sample.some().forEach(this::print);
    }
  }
}
