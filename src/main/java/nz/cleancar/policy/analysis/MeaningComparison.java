package nz.cleancar.policy.analysis;

import java.util.ArrayList;
import java.util.List;
import nz.cleancar.policy.Policy;
import nz.cleancar.policy.table.Condition;
import nz.cleancar.policy.table.PolicyTable;
import nz.cleancar.policy.table.Term;
import nz.cleancar.policy.table.Value;
import nz.cleancar.policy.table.Vocabulary;

/**
 * What a change of policy means: where tables answer otherwise, and a proof of what stays the same.
 *
 * @param tables the tables that are there before and after and answer otherwise somewhere, or may
 * @param proof what is the same, and why
 */
public record MeaningComparison(List<TableMeaning> tables, Proof proof) {

  public MeaningComparison {
    tables = List.copyOf(tables);
  }

  /** Compares two policies that compile. */
  public static MeaningComparison between(Policy before, Policy after) {
    return new Comparing(before, after).compare();
  }

  /** All changed regions that are told. */
  public List<ChangedRegion> regions() {
    return tables.stream().flatMap(table -> table.regions().stream()).toList();
  }

  private record Comparing(
      Policy before,
      Policy after,
      List<TableMeaning> meanings,
      List<String> identical,
      List<String> sameMeaning,
      List<String> unasked) {

    Comparing(Policy before, Policy after) {
      this(
          before,
          after,
          new ArrayList<>(),
          new ArrayList<>(),
          new ArrayList<>(),
          new ArrayList<>());
    }

    MeaningComparison compare() {
      for (PolicyTable table : after.tables()) {
        before
            .table(table.id())
            .ifPresentOrElse(old -> compare(old, table), () -> unasked.add(table.id()));
      }
      before.tables().stream()
          .map(PolicyTable::id)
          .filter(id -> after.table(id).isEmpty())
          .forEach(unasked::add);
      return new MeaningComparison(meanings, proof());
    }

    private void compare(PolicyTable old, PolicyTable table) {
      if (Said.of(old).equals(Said.of(table))) {
        identical.add(table.id());
        return;
      }
      var meaning = TableMeaning.between(old, table);
      if (meaning.analysed() && meaning.regions().isEmpty()) {
        sameMeaning.add(table.id());
      } else {
        meanings.add(meaning);
      }
    }

    private Proof proof() {
      return new Proof(
          Words.of(before.vocabulary()).equals(Words.of(after.vocabulary())),
          before.ruleSets().equals(after.ruleSets()),
          identical,
          sameMeaning,
          ids(true),
          ids(false),
          unasked);
    }

    private List<String> ids(boolean analysed) {
      return meanings.stream()
          .filter(meaning -> meaning.analysed() == analysed)
          .map(TableMeaning::id)
          .toList();
    }
  }

  /** All of a table that its answers follow from. */
  private record Said(
      Object hitPolicy,
      Object otherwise,
      List<Term> inputs,
      List<Term> outcomes,
      List<List<Condition>> conditions,
      List<List<Value>> answers) {

    static Said of(PolicyTable table) {
      return new Said(
          table.hitPolicy(),
          table.otherwise(),
          table.inputs(),
          table.outcomes(),
          table.rows().stream().map(row -> row.conditions()).toList(),
          table.rows().stream().map(row -> row.outcomes()).toList());
    }
  }

  /** All of a vocabulary that decisions follow from. */
  private record Words(Object topics, List<Term> terms) {

    static Words of(Vocabulary vocabulary) {
      return new Words(
          vocabulary.topics(), vocabulary.terms().stream().map(Words::deciding).toList());
    }

    /** What a number may at least be matters to analysis alone. */
    private static Term deciding(Term term) {
      return new Term(
          term.name(),
          term.heading(),
          term.kind(),
          term.unit(),
          term.allowed(),
          term.optional(),
          "");
    }
  }
}
