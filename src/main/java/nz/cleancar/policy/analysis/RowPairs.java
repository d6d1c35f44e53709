package nz.cleancar.policy.analysis;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Which row of a table became which: rows with the same conditions, then rows whose conditions
 * differ in one column, those with most cells alike first.
 *
 * @param pairs the pairs, in the order of the rows after
 * @param removed the rows before that have no pair, by their index
 */
record RowPairs(List<Pair> pairs, List<Integer> removed) {

  /** How many possible pairs are weighed; beyond that, rows count as removed and added. */
  private static final int MOST_WEIGHED = 500_000;

  /** A row before and the same row after, by their indexes. */
  record Pair(int before, int after) {}

  /**
   * A row.
   *
   * @param key its conditions
   * @param cells all its cells, in the order of its columns
   */
  record Keyed(List<String> key, List<String> cells) {}

  static RowPairs of(List<Keyed> before, List<Keyed> after) {
    return new Pairing(before, after).pairs();
  }

  /** The pairs outside the longest run of rows that kept their order. */
  Set<Pair> outOfOrder() {
    var outside = new LinkedHashSet<>(pairs);
    var lastOf = new TreeMap<Integer, Chain>();
    for (Pair pair : pairs) {
      var shorter = lastOf.lowerEntry(pair.before());
      var longer = lastOf.higherKey(pair.before());
      if (longer != null) {
        lastOf.remove(longer);
      }
      lastOf.put(
          pair.before(),
          new Chain(pair, shorter == null ? List.of() : List.of(shorter.getValue())));
    }
    for (var chain = lastOf.isEmpty() ? List.<Chain>of() : List.of(lastOf.lastEntry().getValue());
        !chain.isEmpty();
        chain = chain.getFirst().earlier()) {
      outside.remove(chain.getFirst().pair());
    }
    return outside;
  }

  /** Rows in order: the last one, and those before it, if any. */
  private record Chain(Pair pair, List<Chain> earlier) {}

  private static final class Pairing {

    private final List<Keyed> before;
    private final List<Keyed> after;
    private final BitSet oldLeft = new BitSet();
    private final BitSet newLeft = new BitSet();
    private final TreeMap<Integer, Pair> byAfter = new TreeMap<>();

    Pairing(List<Keyed> before, List<Keyed> after) {
      this.before = before;
      this.after = after;
      oldLeft.set(0, before.size());
      newLeft.set(0, after.size());
    }

    RowPairs pairs() {
      pair(byKey(before, oldLeft, -1), byKey(after, newLeft, -1));
      var nearly = new HashSet<Candidate>();
      int columns = before.isEmpty() ? 0 : before.getFirst().key().size();
      for (int column = 0; column < columns; column++) {
        weigh(byKey(before, oldLeft, column), byKey(after, newLeft, column), nearly);
      }
      nearly.stream().sorted(Candidate.BEST_FIRST).forEach(this::take);
      return new RowPairs(List.copyOf(byAfter.values()), oldLeft.stream().boxed().toList());
    }

    /** The rows that are left by their conditions but for one column. */
    private static Map<List<String>, List<Integer>> byKey(
        List<Keyed> rows, BitSet left, int without) {
      var byKey = new HashMap<List<String>, List<Integer>>();
      left.stream()
          .forEach(
              row -> {
                var key = new ArrayList<>(rows.get(row).key());
                if (without >= 0) {
                  key.remove(without);
                }
                byKey.computeIfAbsent(key, _ -> new ArrayList<>()).add(row);
              });
      return byKey;
    }

    private void pair(
        Map<List<String>, List<Integer>> olds, Map<List<String>, List<Integer>> news) {
      var same = new HashSet<Candidate>();
      weigh(olds, news, same);
      same.stream().sorted(Candidate.BEST_FIRST).forEach(this::take);
    }

    private void weigh(
        Map<List<String>, List<Integer>> olds,
        Map<List<String>, List<Integer>> news,
        Set<Candidate> candidates) {
      olds.forEach(
          (key, rows) -> {
            for (int old : rows) {
              for (int row : news.getOrDefault(key, List.of())) {
                if (candidates.size() < MOST_WEIGHED) {
                  candidates.add(new Candidate(alike(old, row), new Pair(old, row)));
                }
              }
            }
          });
    }

    private int alike(int old, int row) {
      var rest = new ArrayList<>(after.get(row).cells());
      int alike = 0;
      for (String cell : before.get(old).cells()) {
        if (rest.remove(cell)) {
          alike++;
        }
      }
      return alike;
    }

    private void take(Candidate candidate) {
      var pair = candidate.pair();
      if (oldLeft.get(pair.before()) && newLeft.get(pair.after())) {
        oldLeft.clear(pair.before());
        newLeft.clear(pair.after());
        byAfter.put(pair.after(), pair);
      }
    }
  }

  /**
   * Two rows that may be one.
   *
   * @param alike how many cells they share
   */
  private record Candidate(int alike, Pair pair) {

    static final Comparator<Candidate> BEST_FIRST =
        Comparator.comparingInt(Candidate::alike)
            .reversed()
            .thenComparingInt(
                candidate -> Math.abs(candidate.pair().before() - candidate.pair().after()))
            .thenComparingInt(candidate -> candidate.pair().after())
            .thenComparingInt(candidate -> candidate.pair().before());
  }
}
