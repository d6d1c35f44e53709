package nz.cleancar.policy.analysis;

import jakarta.inject.Singleton;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import nz.cleancar.policy.CompiledPolicy;
import nz.cleancar.policy.Finding;
import nz.cleancar.policy.Policy;
import nz.cleancar.policy.PolicyAnalysis;
import nz.cleancar.policy.table.PolicyTable;
import nz.cleancar.policy.table.Term;

/** Analyses each table over all that it may be asked, and tables that belong together. */
@Singleton
public final class TablesAnalysis implements PolicyAnalysis {

  /** The most steps of work for each question that is asked of a table. */
  static final long MOST_STEPS = 400_000;

  @Override
  public List<Finding> findings(Policy policy) {
    var scope = new Scope(policy.vocabulary().coverage());
    var days = DaySpace.days(policy.vocabulary());
    Map<String, Analysed> tables = new LinkedHashMap<>();
    for (PolicyTable table : policy.tables()) {
      var layout = Layout.of(table, scope);
      tables.put(table.id(), new Analysed(layout, alone(layout)));
    }
    for (List<String> ids : policy.vocabulary().coverage().together()) {
      together(ids.stream().map(tables::get).filter(Objects::nonNull).toList(), days);
    }
    return tables.values().stream()
        .flatMap(each -> each.told().findings().stream())
        .sorted(Finding.IN_READING_ORDER)
        .toList();
  }

  @Override
  public List<Finding> withQuestions(List<Finding> findings, CompiledPolicy policy) {
    return new FindingQuestions(policy).in(findings);
  }

  /** A table and what is to be said of it. */
  private record Analysed(Layout layout, Told told) {}

  /** What is to be said of a table by itself. */
  private static Told alone(Layout layout) {
    var told = new Told(layout.place());
    var masked = new Masked(layout);
    masked.tellImpossible(told);
    var rows = rows(layout);
    if (rows.isEmpty()) {
      told.tell(
          "not-analysed", () -> notAnalysed(layout, "gaps, overlaps and rows that never match"));
      return told;
    }
    new Gaps(layout).tell(rows.get(), told);
    new Overlaps(layout).tell(rows.get(), told);
    masked.tellMasked(rows.get(), told);
    new Ends(layout).tell(rows.get(), told);
    new Unchanged(layout).tell(rows.get(), told);
    var idle = new IdleColumns(layout);
    idle.columns(new Budget(MOST_STEPS))
        .ifPresentOrElse(
            columns -> idle.tell(columns, told),
            () ->
                told.tell(
                    "not-analysed", () -> notAnalysed(layout, "columns that decide nothing")));
    sameRows(layout, never(layout, rows.get()), told);
    return told;
  }

  /** Which rows count at each point. */
  static Optional<Diagram<BitSet>> rows(Layout layout) {
    var budget = new Budget(MOST_STEPS);
    return switch (layout.table().hitPolicy()) {
      case EXACTLY_ONE ->
          Diagram.of(layout.space(), layout.boxes(), Diagram.Counting.ALL, layout::rows, budget);
      case FIRST ->
          Diagram.of(
              layout.space(), layout.boxes(), Diagram.Counting.FIRST, layout::firstRow, budget);
      // whatever collects and need not answer has no gaps to look for
      case COLLECT ->
          Diagram.of(
              layout.space(),
              layout.mustAnswer() ? layout.boxes() : List.of(),
              Diagram.Counting.WHETHER,
              layout::firstRow,
              budget);
    };
  }

  /** The rows that never answer. */
  static BitSet never(Layout layout, Diagram<BitSet> rows) {
    return switch (layout.table().hitPolicy()) {
      case EXACTLY_ONE, COLLECT -> new Masked(layout).impossible();
      case FIRST -> Masked.neverFirst(layout, rows);
    };
  }

  private static void sameRows(Layout layout, BitSet never, Told told) {
    var same = new SameRows(layout);
    same.superfluous(never, new Budget(MOST_STEPS))
        .ifPresentOrElse(
            rows -> same.tellSuperfluous(rows, never, told),
            () -> told.tell("not-analysed", () -> notAnalysed(layout, "rows that say the same")));
    same.tellJoinable(told);
  }

  private static void together(List<Analysed> group, Map<Term, Term> days) {
    if (group.size() < 2) {
      return;
    }
    var counterparts = new Counterparts(group.stream().map(Analysed::layout).toList(), days);
    var told = group.stream().map(Analysed::told).toList();
    if (!counterparts.tell(told, new Budget(MOST_STEPS))) {
      var layout = group.getFirst().layout();
      told.getFirst()
          .tell("not-analysed", () -> notAnalysed(layout, "what the tables of its group lack"));
    }
  }

  private static Finding notAnalysed(Layout layout, String what) {
    return Finding.warning(
        "not-analysed",
        layout.place(),
        "a table that can be analysed in %,d steps".formatted(MOST_STEPS),
        "one that needs more: %s were not looked for".formatted(what),
        "Split the table, or let its rows name fewer combinations of columns.");
  }
}
