package nz.cleancar.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Figures of several rounds, by name. Ratios are taken within a round, then their median. */
final class Rounds {

  private final SortedMap<String, List<Double>> figures = new TreeMap<>();

  void add(String name, double figure) {
    figures.computeIfAbsent(name, _ -> new ArrayList<>()).add(figure);
  }

  double last(String name) {
    return figures.get(name).getLast();
  }

  double median(String name) {
    return Figures.median(figures.get(name));
  }

  /** The median of the rounds' ratios of the one to the other. */
  double ratio(String name, String baseline) {
    var above = figures.get(name);
    var below = figures.get(baseline);
    var ratios = new ArrayList<Double>();
    for (int i = 0; i < above.size(); i++) {
      ratios.add(above.get(i) / below.get(i));
    }
    return Figures.median(ratios);
  }
}
