package nz.cleancar.policy.analysis;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import nz.cleancar.policy.analysis.Diagram.Region;

/** Joins regions for as few as possible, and takes them apart for a reader. */
final class Merging {

  private Merging() {}

  /** Joins regions that hold the same and differ on one axis alone, until none do. */
  static <L> List<Region<L>> merged(List<Region<L>> regions) {
    var merged = regions;
    int before;
    do {
      before = merged.size();
      int axes = merged.isEmpty() ? 0 : merged.getFirst().sides().size();
      for (int axis = axes - 1; axis >= 0; axis--) {
        merged = along(axis, merged);
      }
    } while (merged.size() < before);
    return merged;
  }

  /** Takes regions apart until each side can be said in one cell. */
  static <L> List<Region<L>> sayable(List<Axis> axes, List<Region<L>> regions) {
    List<Region<L>> all = regions;
    for (int index = 0; index < axes.size(); index++) {
      int axis = index;
      all =
          all.stream()
              .flatMap(
                  region ->
                      SideText.sayable(axes.get(axis), region.sides().get(axis)).stream()
                          .map(
                              side -> {
                                var sides = new ArrayList<>(region.sides());
                                sides.set(axis, side);
                                return new Region<>(sides, region.label());
                              }))
              .toList();
    }
    return all;
  }

  private static <L> List<Region<L>> along(int axis, List<Region<L>> regions) {
    var joined = new LinkedHashMap<Region<L>, List<Spans>>();
    for (Region<L> region : regions) {
      var others = new ArrayList<>(region.sides());
      others.set(axis, Spans.NONE);
      joined
          .computeIfAbsent(new Region<>(others, region.label()), _ -> new ArrayList<>())
          .add(region.sides().get(axis));
    }
    var merged = new ArrayList<Region<L>>();
    joined.forEach(
        (others, sides) -> {
          var all = new ArrayList<>(others.sides());
          all.set(axis, Spans.union(sides));
          merged.add(new Region<>(all, others.label()));
        });
    return merged;
  }
}
