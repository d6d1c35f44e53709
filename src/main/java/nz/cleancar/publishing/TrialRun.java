package nz.cleancar.publishing;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import nz.cleancar.policy.CompiledPolicy;
import nz.cleancar.policy.Facts;
import nz.cleancar.policy.Fault;
import nz.cleancar.policy.Finding;
import nz.cleancar.policy.Place;
import nz.cleancar.policy.Policy;
import nz.cleancar.policy.PolicySources;
import nz.cleancar.policy.table.Condition;
import nz.cleancar.policy.table.PolicyTable;
import nz.cleancar.policy.table.Term;
import nz.cleancar.policy.table.Value;

/**
 * Asks a policy about each of its topics, with the values that its own tables speak of. Nothing is
 * kept of the answers: this warms the engine up before anyone waits for it, and finds a policy that
 * fails where it should answer.
 */
public final class TrialRun implements GateCheck {

  private final int questions;

  /**
   * The trial.
   *
   * @param questions how many are asked of each topic, 0 or more
   */
  public TrialRun(int questions) {
    this.questions = questions;
  }

  @Override
  public String name() {
    return "trial run";
  }

  @Override
  public List<Finding> findings(PolicySources sources, CompiledPolicy compiled) {
    var policy = compiled.policy();
    var terms = policy.vocabulary().byName();
    var values = values(policy);
    var findings = new ArrayList<Finding>();
    new TreeMap<>(policy.vocabulary().topics())
        .forEach(
            (topic, names) -> {
              var asked = names.stream().map(terms::get).filter(Objects::nonNull).toList();
              ask(compiled, topic, asked, values, findings);
            });
    return findings;
  }

  private void ask(
      CompiledPolicy policy,
      String topic,
      List<Term> terms,
      Map<String, List<Value>> values,
      List<Finding> findings) {
    for (int i = 0; i < questions; i++) {
      var failure =
          policy.run(new Facts(topic, facts(terms, values, i))).faults().stream()
              .filter(TrialRun::isOfRules)
              .findFirst();
      if (failure.isPresent()) {
        findings.add(
            Finding.error(
                "rules-fail",
                Place.of("rules"),
                "rules that answer any question about " + topic,
                failure.get().says(),
                "Mend the rule sets; `ccs ask " + topic + "` asks them."));
        return;
      }
    }
  }

  /** What a table lacks may be meant, and analysis tells it; that a rule fails never is. */
  private static boolean isOfRules(Fault fault) {
    return switch (fault) {
      case Fault.RuleFailed _, Fault.RanOn _ -> true;
      case Fault.NoRow _, Fault.SeveralRows _ -> false;
    };
  }

  /** Each term takes its values in turn; how many there are differs, and so the pairs do. */
  private static Map<String, Value> facts(
      List<Term> terms, Map<String, List<Value>> values, int question) {
    var facts = new HashMap<String, Value>();
    for (Term term : terms) {
      var all = values.getOrDefault(term.name(), plain(term));
      facts.put(term.name(), all.get(question % all.size()));
    }
    return facts;
  }

  private static Map<String, List<Value>> values(Policy policy) {
    var values = new HashMap<String, Set<Value>>();
    for (PolicyTable table : policy.tables()) {
      for (var row : table.rows()) {
        for (int i = 0; i < table.inputs().size(); i++) {
          var term = table.inputs().get(i);
          spoken(row.conditions().get(i))
              .map(value -> typed(term, value))
              .forEach(values.computeIfAbsent(term.name(), _ -> new LinkedHashSet<>())::add);
        }
      }
    }
    var lists = new HashMap<String, List<Value>>();
    values.forEach(
        (name, all) -> {
          if (!all.isEmpty()) {
            lists.put(name, List.copyOf(all));
          }
        });
    return lists;
  }

  private static Stream<Value> spoken(Condition condition) {
    return switch (condition) {
      case Condition.Any _ -> Stream.empty();
      case Condition.OneOf(List<Value> values) -> values.stream();
      case Condition.Range range ->
          Stream.concat(range.lower().stream(), range.upper().stream()).map(Condition.Bound::value);
    };
  }

  /** A cell of a column of several words names one of them. */
  private static Value typed(Term term, Value value) {
    return switch (value) {
      case Value.Word(String word) when plain(term).getFirst() instanceof Value.Words ->
          Value.of(List.of(word));
      default -> value;
    };
  }

  private static List<Value> plain(Term term) {
    return switch (term.kind()) {
      case WORD ->
          term.allowed().isEmpty()
              ? List.of(Value.of("X"))
              : term.allowed().stream().map(Value::of).toList();
      case WORDS -> List.of(Value.of(List.of()));
      case WHOLE -> List.of(Value.of(1));
      case DECIMAL -> List.of(Value.of(BigDecimal.ONE));
      case DAY -> List.of(Value.of(LocalDate.EPOCH));
      case YES_NO -> List.of(Value.of(true), Value.of(false));
      case SENTENCE -> List.of(new Value.Sentence(""));
    };
  }
}
