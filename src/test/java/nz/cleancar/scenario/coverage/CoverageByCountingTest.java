package nz.cleancar.scenario.coverage;

import static nz.cleancar.testing.Tables.any;
import static nz.cleancar.testing.Tables.is;
import static nz.cleancar.testing.Tables.table;
import static nz.cleancar.testing.Tables.term;
import static nz.cleancar.testing.Tables.when;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import nz.cleancar.policy.table.Condition;
import nz.cleancar.policy.table.Condition.Bound;
import nz.cleancar.policy.table.HitPolicy;
import nz.cleancar.policy.table.Kind;
import nz.cleancar.policy.table.PolicyTable;
import nz.cleancar.policy.table.Row;
import nz.cleancar.policy.table.Term;
import nz.cleancar.policy.table.Value;

/** Holds coverage of random small tables against a count by walking through all values. */
final class CoverageByCountingTest {

  private static final Term NUMBER = term("number", Kind.WHOLE);
  private static final Term WORD = term("word", Kind.WORD);
  private static final int LEAST = -3;
  private static final int MOST = 13;

  private record Question(int number, String word) {}

  @Property(tries = 300)
  void coverage_is_what_counting_finds(@ForAll long seed) {
    // Given
    var random = new Random(seed);
    var table = drawn(random);
    var questions = new ArrayList<Question>();
    for (int i = random.nextInt(25); i > 0; i--) {
      questions.add(
          new Question(
              LEAST + random.nextInt(MOST - LEAST), List.of("A", "B", "C").get(random.nextInt(3))));
    }
    var asked = new AskedTable(table);

    // When
    questions.forEach(
        each ->
            asked.ask(
                List.of(Optional.of(Value.of(each.number())), Optional.of(Value.of(each.word())))));

    // Then
    assertThat(asked.untried().stream().filter(says -> !says.startsWith("Rule")).sorted().toList())
        .isEqualTo(untried(table, questions));
  }

  private static PolicyTable drawn(Random random) {
    var rows =
        table("random")
            .hits(List.of(HitPolicy.values()).get(random.nextInt(3)))
            .asks(NUMBER, WORD)
            .answers(term("outcome", Kind.WORD));
    for (int row = 1 + random.nextInt(4); row > 0; row--) {
      rows.row(when(numbers(random), words(random)), Value.of("X"));
    }
    return rows.build();
  }

  private static Condition numbers(Random random) {
    int first = random.nextInt(8);
    int last = first + 2 + random.nextInt(3);
    var lower = new Bound(Value.of(first), random.nextBoolean());
    var upper = new Bound(Value.of(last), random.nextBoolean());
    return switch (random.nextInt(4)) {
      case 0 -> any();
      case 1 -> new Condition.Range(lower, null);
      case 2 -> new Condition.Range(null, upper);
      default -> new Condition.Range(lower, upper);
    };
  }

  private static Condition words(Random random) {
    return switch (random.nextInt(3)) {
      case 0 -> any();
      case 1 -> is("A");
      default -> is("A", "B");
    };
  }

  /** By trying every number, without steps or bounds. */
  private static List<String> untried(PolicyTable table, List<Question> questions) {
    Set<String> untried = new HashSet<>();
    for (Row row : table.rows()) {
      String name = "random row " + row.number();
      if (questions.stream().noneMatch(each -> answers(table, row, each))) {
        untried.add(name);
      }
      if (row.conditions().get(1) instanceof Condition.OneOf(List<Value> words)
          && words.size() > 1) {
        for (Value word : words) {
          if (questions.stream()
              .noneMatch(each -> answers(table, row, each) && each.word().equals(word.text()))) {
            untried.add(name + ", word " + word.text());
          }
        }
      }
      if (row.conditions().getFirst() instanceof Condition.Range range) {
        addSides(table, row, range, questions, untried);
      }
    }
    return untried.stream().sorted().toList();
  }

  private static void addSides(
      PolicyTable table,
      Row row,
      Condition.Range range,
      List<Question> questions,
      Set<String> untried) {
    for (int number = LEAST - 1; number <= MOST; number++) {
      boolean here = matches(range, number);
      boolean next = matches(range, number + 1);
      if (here != next) {
        var bound = next ? range.lower() : range.upper();
        addSide(table, row, number, bound.orElseThrow(), questions, untried);
        addSide(table, row, number + 1, bound.orElseThrow(), questions, untried);
      }
    }
  }

  private static void addSide(
      PolicyTable table,
      Row row,
      int number,
      Bound bound,
      List<Question> questions,
      Set<String> untried) {
    boolean inside = matches(row.conditions().getFirst(), number);
    boolean tried =
        questions.stream()
            .filter(each -> each.number() == number)
            .anyMatch(
                each ->
                    inside
                        ? answers(table, row, each)
                        : row.conditions().get(1).matches(Optional.of(Value.of(each.word()))));
    if (!tried) {
      untried.add(
          "random row %d, number just %s %s (%d)"
              .formatted(
                  row.number(), inside ? "inside" : "outside", bound.value().text(), number));
    }
  }

  private static boolean matches(Condition condition, int number) {
    return condition.matches(Optional.of(Value.of(number)));
  }

  private static boolean matches(Row row, Question question) {
    return matches(row.conditions().getFirst(), question.number())
        && row.conditions().get(1).matches(Optional.of(Value.of(question.word())));
  }

  private static boolean answers(PolicyTable table, Row row, Question question) {
    var matching = table.rows().stream().filter(each -> matches(each, question)).toList();
    return switch (table.hitPolicy()) {
      case EXACTLY_ONE -> matching.equals(List.of(row));
      case FIRST -> !matching.isEmpty() && matching.getFirst().number() == row.number();
      case COLLECT -> matching.stream().anyMatch(each -> each.number() == row.number());
    };
  }
}
