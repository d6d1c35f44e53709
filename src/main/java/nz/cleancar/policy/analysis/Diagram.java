package nz.cleancar.policy.analysis;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * A decision diagram: says of every point of a space what holds there. Points at which the same
 * holds share their branches, so that whole regions are told at once, exactly.
 *
 * @param <L> what holds at a point
 */
final class Diagram<L> {

  private final Node<L> root;

  private Diagram(Node<L> root) {
    this.root = root;
  }

  /** Equal nodes are made once, so that two are equal only if they are one. */
  private sealed interface Node<L> {}

  private static final class Leaf<L> implements Node<L> {
    private final L label;

    Leaf(L label) {
      this.label = label;
    }
  }

  private static final class Split<L> implements Node<L> {
    private final int axis;
    private final Map<Node<L>, Spans> branches;

    Split(int axis, Map<Node<L>, Spans> branches) {
      this.axis = axis;
      this.branches = branches;
    }
  }

  /**
   * Points at which the same holds: all that lie within the sides.
   *
   * @param sides the points on each axis
   * @param label what holds there
   */
  record Region<L>(List<Spans> sides, L label) {
    Region {
      sides = List.copyOf(sides);
    }
  }

  /** Which of the boxes that have a point matter there. */
  enum Counting {
    /** Each of them. */
    ALL,

    /** The first of them; those after it may be left out. */
    FIRST,

    /** Whether there is one; all but one may be left out. */
    WHETHER
  }

  /** Builds the diagram, in which all boxes count. */
  static <L> Optional<Diagram<L>> of(
      Space space, List<Box> boxes, Function<BitSet, L> label, long mostSteps) {
    return of(space, boxes, Counting.ALL, label, new Budget(mostSteps));
  }

  /**
   * Builds the diagram.
   *
   * @param label what holds where these boxes, by their index, and no others have their points
   * @param budget how much work it may be
   * @return empty if it would be more
   */
  static <L> Optional<Diagram<L>> of(
      Space space, List<Box> boxes, Counting counting, Function<BitSet, L> label, Budget budget) {
    var all = new BitSet();
    all.set(0, boxes.size());
    try {
      return Optional.of(
          new Diagram<>(new Builder<>(space.axes(), boxes, counting, label, budget).node(0, all)));
    } catch (TooMuch e) {
      return Optional.empty();
    }
  }

  /** The axes on which anything depends, by their index. */
  Set<Integer> decisive() {
    var decisive = new TreeSet<Integer>();
    for (Node<L> node : nodes()) {
      if (node instanceof Split<L> split) {
        decisive.add(split.axis);
      }
    }
    return decisive;
  }

  /** Everything that holds at some point. */
  Set<L> labels() {
    var labels = new LinkedHashSet<L>();
    for (Node<L> node : nodes()) {
      if (node instanceof Leaf<L> leaf) {
        labels.add(leaf.label);
      }
    }
    return labels;
  }

  private Set<Node<L>> nodes() {
    Set<Node<L>> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    var waiting = new ArrayDeque<Node<L>>(List.of(root));
    while (!waiting.isEmpty()) {
      Node<L> node = waiting.pop();
      if (seen.add(node) && node instanceof Split<L> split) {
        waiting.addAll(split.branches.keySet());
      }
    }
    return seen;
  }

  /** What holds at the point, given by its place on each axis. */
  L at(long... point) {
    Node<L> node = root;
    while (true) {
      switch (node) {
        case Leaf<L> leaf -> {
          return leaf.label;
        }
        case Split<L> split -> node = branch(split, point[split.axis]);
      }
    }
  }

  private static <L> Node<L> branch(Split<L> split, long place) {
    return split.branches.entrySet().stream()
        .filter(branch -> branch.getValue().contains(place))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("The point lies outside the space."));
  }

  /**
   * Goes through the regions within the sides, for as long as the visitor wants more.
   *
   * @param within the points that matter, on each axis
   * @param wanted whether a label matters
   * @param visitor takes each region and says whether to go on
   * @return whether it has seen them all
   */
  boolean visit(List<Spans> within, Predicate<L> wanted, Predicate<Region<L>> visitor) {
    if (within.stream().anyMatch(Spans::isEmpty)) {
      return true;
    }
    return new Walk<>(List.copyOf(within), wanted, visitor, new IdentityHashMap<>())
        .go(root, new ArrayList<>(within));
  }

  private record Walk<L>(
      List<Spans> within,
      Predicate<L> wanted,
      Predicate<Region<L>> visitor,
      Map<Node<L>, Boolean> leads) {

    boolean go(Node<L> node, List<Spans> sides) {
      if (!leadsToWanted(node)) {
        return true;
      }
      return switch (node) {
        case Leaf<L> leaf -> visitor.test(new Region<>(sides, leaf.label));
        case Split<L> split -> goThrough(split, sides);
      };
    }

    private boolean goThrough(Split<L> split, List<Spans> sides) {
      for (Map.Entry<Node<L>, Spans> branch : split.branches.entrySet()) {
        Spans common = within.get(split.axis).and(branch.getValue());
        if (!common.isEmpty()) {
          sides.set(split.axis, common);
          if (!go(branch.getKey(), sides)) {
            return false;
          }
        }
      }
      sides.set(split.axis, within.get(split.axis));
      return true;
    }

    /** Whether any region below is wanted, so that no way is gone in vain. */
    private boolean leadsToWanted(Node<L> node) {
      Boolean known = leads.get(node);
      if (known != null) {
        return known;
      }
      boolean leadsThere =
          switch (node) {
            case Leaf<L> leaf -> wanted.test(leaf.label);
            case Split<L> split ->
                split.branches.entrySet().stream()
                    .anyMatch(
                        branch ->
                            !within.get(split.axis).and(branch.getValue()).isEmpty()
                                && leadsToWanted(branch.getKey()));
          };
      leads.put(node, leadsThere);
      return leadsThere;
    }
  }

  /** More work than allowed. */
  private static final class TooMuch extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TooMuch() {
      super("", null, false, false);
    }
  }

  /**
   * Goes through the axes in turn. What is left to decide on an axis depends only on the boxes that
   * are still possible, so each set of boxes is looked at once.
   */
  private static final class Builder<L> {

    private record Question(int axis, BitSet possible) {}

    private record Answer<L>(int axis, Map<Node<L>, Spans> branches) {}

    private final List<Axis> axes;
    private final List<Box> boxes;
    private final Counting counting;
    private final Function<BitSet, L> label;

    /** For each box the axis from which on it takes every point. */
    private final int[] openFrom;

    private final Map<Question, Node<L>> nodes = new HashMap<>();
    private final Map<Answer<L>, Node<L>> splits = new HashMap<>();
    private final Map<L, Node<L>> leaves = new HashMap<>();
    private final Budget budget;

    Builder(
        List<Axis> axes,
        List<Box> boxes,
        Counting counting,
        Function<BitSet, L> label,
        Budget budget) {
      this.axes = axes;
      this.boxes = boxes;
      this.counting = counting;
      this.label = label;
      this.budget = budget;
      this.openFrom = boxes.stream().mapToInt(this::openFrom).toArray();
    }

    private int openFrom(Box box) {
      int axis = axes.size();
      while (axis > 0 && box.sides().get(axis - 1).equals(axes.get(axis - 1).domain())) {
        axis--;
      }
      return axis;
    }

    Node<L> node(int axis, BitSet boxesThere) {
      var possible = counted(axis, boxesThere);
      if (possible.stream().allMatch(box -> openFrom[box] <= axis)) {
        return leaves.computeIfAbsent(label.apply(possible), Leaf::new);
      }
      var question = new Question(axis, possible);
      var known = nodes.get(question);
      if (known != null) {
        return known;
      }
      var node = split(axis, possible);
      nodes.put(question, node);
      return node;
    }

    /** Those that may still matter, once a box is certain to have every point from here on. */
    private BitSet counted(int axis, BitSet possible) {
      if (counting == Counting.ALL) {
        return possible;
      }
      int certain = possible.stream().filter(box -> openFrom[box] <= axis).findFirst().orElse(-1);
      if (certain < 0) {
        return possible;
      }
      var counted = new BitSet();
      if (counting == Counting.FIRST) {
        counted.or(possible);
        counted.clear(certain, boxes.size());
      }
      counted.set(certain);
      return counted;
    }

    private Node<L> split(int axis, BitSet possible) {
      Map<BitSet, List<Spans>> pieces = pieces(axis, possible);
      var branches = new LinkedHashMap<Node<L>, List<Spans>>();
      pieces.forEach(
          (boxesThere, spans) ->
              branches
                  .computeIfAbsent(node(axis + 1, boxesThere), node -> new ArrayList<>())
                  .addAll(spans));
      if (branches.size() == 1) {
        return branches.keySet().iterator().next();
      }
      var joined = new LinkedHashMap<Node<L>, Spans>();
      branches.forEach((node, spans) -> joined.put(node, Spans.union(spans)));
      return splits.computeIfAbsent(
          new Answer<>(axis, joined), answer -> new Split<>(axis, answer.branches()));
    }

    /** The axis cut wherever a box begins or ends, each piece with the boxes that have it. */
    private Map<BitSet, List<Spans>> pieces(int axis, BitSet possible) {
      Spans domain = axes.get(axis).domain();
      long[] cuts = cuts(axis, possible, domain);
      var begins = new HashMap<Long, BitSet>();
      var ends = new HashMap<Long, BitSet>();
      for (int box = possible.nextSetBit(0); box >= 0; box = possible.nextSetBit(box + 1)) {
        for (long[] run : boxes.get(box).sides().get(axis).runs()) {
          begins.computeIfAbsent(run[0], at -> new BitSet()).set(box);
          ends.computeIfAbsent(run[1], at -> new BitSet()).set(box);
        }
      }
      var pieces = new LinkedHashMap<BitSet, List<Spans>>();
      var here = new BitSet();
      for (int cut = 0; cut < cuts.length; cut++) {
        long first = cuts[cut];
        here.or(begins.getOrDefault(first, new BitSet()));
        if (first > Long.MIN_VALUE) {
          here.andNot(ended(ends, begins, first));
        }
        long last = cut + 1 < cuts.length ? cuts[cut + 1] - 1 : Long.MAX_VALUE;
        Spans piece = Spans.of(first, last).and(domain);
        if (!piece.isEmpty()) {
          pieces.computeIfAbsent((BitSet) here.clone(), at -> new ArrayList<>()).add(piece);
        }
      }
      return pieces;
    }

    private static BitSet ended(Map<Long, BitSet> ends, Map<Long, BitSet> begins, long first) {
      var ended = (BitSet) ends.getOrDefault(first - 1, new BitSet()).clone();
      ended.andNot(begins.getOrDefault(first, new BitSet()));
      return ended;
    }

    private long[] cuts(int axis, BitSet possible, Spans domain) {
      var cuts = new long[2 * runs(axis, possible) + 1];
      int size = 0;
      cuts[size++] = domain.first().orElse(0);
      for (int box = possible.nextSetBit(0); box >= 0; box = possible.nextSetBit(box + 1)) {
        for (long[] run : boxes.get(box).sides().get(axis).runs()) {
          cuts[size++] = run[0];
          if (run[1] < Long.MAX_VALUE) {
            cuts[size++] = run[1] + 1;
          }
        }
      }
      return Arrays.stream(cuts, 0, size).sorted().distinct().toArray();
    }

    private int runs(int axis, BitSet possible) {
      int runs = possible.stream().map(box -> boxes.get(box).sides().get(axis).runs().size()).sum();
      if (!budget.take(runs + 1)) {
        throw new TooMuch();
      }
      return runs;
    }
  }
}
