package nz.cleancar.policy.analysis;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import nz.cleancar.policy.table.Term;
import nz.cleancar.policy.table.Value;
import nz.cleancar.policy.table.Vocabulary;

/**
 * What some facts of a question should be, so that a table is asked what it is to be asked. What
 * rules conclude cannot be wished for, but for the year of a day.
 */
final class Wishes {

  /** Draws a value; empty where the fact is to be left out. */
  interface Choice {
    Optional<Value> draw(Random random);
  }

  private final Map<String, Choice> choices = new HashMap<>();

  private Wishes() {}

  Optional<Choice> of(String fact) {
    return Optional.ofNullable(choices.get(fact));
  }

  static Wishes none() {
    return new Wishes();
  }

  /** Facts that have these values. */
  static Wishes exactly(Map<String, Value> values, Vocabulary vocabulary) {
    var wishes = new Wishes();
    values.forEach((name, value) -> wishes.choices.put(name, _ -> Optional.of(value)));
    vocabulary
        .coverage()
        .years()
        .forEach(
            (year, day) -> {
              if (!values.containsKey(day)
                  && values.get(year) instanceof Value.Whole(long number)) {
                wishes.choices.put(day, random -> dayOf(number, random));
              }
            });
    return wishes;
  }

  /** Facts that lie within a region. */
  static Wishes within(ChangedRegion region, FactPools pools, Vocabulary vocabulary) {
    var wishes = new Wishes();
    var axes = region.axes();
    for (int axis = 0; axis < axes.size(); axis++) {
      var side = region.side(axis);
      switch (axes.get(axis)) {
        case Axis.Member(Term term, String word) -> wishes.member(term, word, side);
        case Axis each -> wishes.choices.put(each.term().name(), choice(each, side, pools));
      }
    }
    vocabulary.coverage().years().forEach((year, day) -> wishes.year(region, year, day));
    return wishes;
  }

  private void member(Term term, String word, Spans side) {
    var others = of(term.name()).orElse(_ -> Optional.of(Value.of(List.of())));
    boolean free = side.contains(0);
    boolean may = side.contains(1);
    choices.put(
        term.name(),
        random -> {
          var words = new ArrayList<String>();
          if (others.draw(random).orElseThrow() instanceof Value.Words(List<String> all)) {
            words.addAll(all);
          }
          if (may && (!free || random.nextInt(4) == 0)) {
            words.add(word);
          }
          return Optional.of(Value.of(words));
        });
  }

  private static Choice choice(Axis axis, Spans side, FactPools pools) {
    var likely =
        pools.of(axis.term()).stream().filter(value -> side.contains(axis.point(value))).toList();
    var runs = side.runs();
    return random -> {
      if (!likely.isEmpty()) {
        return Optional.of(FactPools.one(likely, random));
      }
      long[] run = FactPools.one(runs, random);
      return axis.value(random.nextBoolean() ? run[0] : run[1]);
    };
  }

  /** The day must be one of the year, and one that is wished for where days are. */
  private void year(ChangedRegion region, String year, String day) {
    var axes = region.axes();
    Optional<Choice> years = of(year);
    Optional<Choice> days = of(day);
    if (years.isEmpty() || days.isPresent()) {
      return;
    }
    boolean any =
        Stream.iterate(0, axis -> axis < axes.size(), axis -> axis + 1)
            .filter(axis -> axes.get(axis).term().name().equals(year))
            .allMatch(axis -> region.side(axis).equals(axes.get(axis).domain()));
    if (!any) {
      choices.put(
          day,
          random ->
              years
                  .get()
                  .draw(random)
                  .flatMap(
                      value ->
                          value instanceof Value.Whole(long number)
                              ? dayOf(number, random)
                              : Optional.empty()));
    }
  }

  private static Optional<Value> dayOf(long year, Random random) {
    if (year < 1 || year > 9998) {
      return Optional.empty();
    }
    var first = LocalDate.of((int) year, 1, 1);
    return Optional.of(
        Value.of(random.nextInt(3) == 0 ? first : first.plusDays(random.nextInt(365))));
  }
}
