package nz.cleancar.policy.drools;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nz.cleancar.policy.Facts;
import nz.cleancar.policy.Fault;
import nz.cleancar.policy.Firing;
import nz.cleancar.policy.Run;
import nz.cleancar.policy.Watched;
import nz.cleancar.policy.table.HitPolicy;
import nz.cleancar.policy.table.Kind;
import nz.cleancar.policy.table.Otherwise;
import nz.cleancar.policy.table.Row;
import nz.cleancar.policy.table.Term;
import nz.cleancar.policy.table.Value;
import org.jspecify.annotations.Nullable;
import org.kie.api.runtime.KieSession;
import org.kie.api.runtime.rule.Match;
import org.kie.api.runtime.rule.RuleContext;

/**
 * What is known in one run, by the vocabulary's names: the facts, the outcomes of the rows that
 * matched, and what rules concluded. Rule sets see it as {@code known}. A name is given a value
 * once; giving it another fails the rule that tries.
 *
 * <p>One thread, one run.
 */
public final class Known {

  private final Vocables vocables;
  private final KieSession session;
  private final Map<String, Value> values;
  private final List<Object> steps = new ArrayList<>();
  private final List<Run.Reason> reasons = new ArrayList<>(2);
  private final Vocables.@Nullable Changed changed;
  private boolean contradicted;

  Known(Vocables vocables, Vocables.@Nullable Changed changed, KieSession session, Facts facts) {
    this.vocables = vocables;
    this.changed = changed;
    this.session = session;
    this.values = HashMap.newHashMap(64);
    values.putAll(facts.values());
  }

  /** Whether the name has a value. */
  public boolean has(String name) {
    return values.containsKey(name);
  }

  /** The word, or the sentence with its gaps filled, of this name. */
  public String word(String name) {
    return value(name).text();
  }

  /** The whole number of this name. */
  public long whole(String name) {
    return switch (value(name)) {
      case Value.Whole whole -> whole.number();
      case Value other -> throw wrongKind(name, other, "a whole number");
    };
  }

  /** The number of this name. */
  public BigDecimal decimal(String name) {
    return switch (value(name)) {
      case Value.Decimal decimal -> decimal.number();
      case Value.Whole whole -> BigDecimal.valueOf(whole.number());
      case Value other -> throw wrongKind(name, other, "a number");
    };
  }

  /** The day of this name. */
  public LocalDate day(String name) {
    return switch (value(name)) {
      case Value.Day day -> day.date();
      case Value other -> throw wrongKind(name, other, "a day");
    };
  }

  /** The yes or no of this name. */
  public boolean yes(String name) {
    return switch (value(name)) {
      case Value.YesNo yesNo -> yesNo.yes();
      case Value other -> throw wrongKind(name, other, "yes or no");
    };
  }

  /** Concludes a word. */
  public void set(String name, String word) {
    conclude(name, new Value.Word(word));
  }

  /** Concludes a whole number. */
  public void set(String name, long number) {
    conclude(name, new Value.Whole(number));
  }

  /** Concludes an exact number. */
  public void set(String name, BigDecimal number) {
    conclude(name, new Value.Decimal(number));
  }

  /** Concludes a day. */
  public void set(String name, LocalDate date) {
    conclude(name, new Value.Day(date));
  }

  /** Concludes a yes or no. */
  public void set(String name, boolean yes) {
    conclude(name, new Value.YesNo(yes));
  }

  /** Explains a step of reasoning; gaps such as {@code {target}} are filled. */
  public void says(RuleContext rule, String sentence) {
    String name = rule.getRule().getName();
    steps.add(
        new Firing.RuleFired(
            vocables.template(sentence).fill(values), vocables.ruleSetOf(name), name));
  }

  /** Gives a ground for the outcome; gaps in the sentence are filled. */
  public void reason(String code, String sentence) {
    reasons.add(new Run.Reason(code, vocables.template(sentence).fill(values)));
  }

  /** Asks a table; generated code gives the lookup facts that carry the question. */
  public Asked ask(int table) {
    var compiled =
        changed != null && changed.index() == table ? changed.table() : vocables.table(table);
    var terms = compiled.table().inputs();
    @Nullable Value[] inputs = new @Nullable Value[terms.size()];
    for (int i = 0; i < inputs.length; i++) {
      inputs[i] = typed(terms.get(i), values.get(terms.get(i).name()));
    }
    var asked = new Asked(compiled, inputs);
    steps.add(asked);
    if (isTold(table)) {
      tell(table, asked);
    }
    return asked;
  }

  /** The value as the column's cells have it: a rule may give a number of either kind. */
  private static @Nullable Value typed(Term term, @Nullable Value value) {
    return term.kind() == Kind.DECIMAL && value instanceof Value.Whole(long number)
        ? Value.of(BigDecimal.valueOf(number))
        : value;
  }

  /** Whether the table's rows are matched here and not by the engine. */
  public boolean isTold(int table) {
    return changed != null && changed.index() == table;
  }

  private void tell(int table, Asked asked) {
    asked.checkComparable();
    for (int row : asked.matching()) {
      insert(new Told(table, asked, row));
    }
    if (asked.compiled().table().otherwise() instanceof Otherwise.Answer) {
      insert(new Told(table, asked, -1));
    }
  }

  /** All questions to tables, in the order that they were asked. */
  List<Watched.Lookup> lookups() {
    return steps.stream()
        .filter(Asked.class::isInstance)
        .map(step -> ((Asked) step).lookup())
        .toList();
  }

  /** Takes note that a row matched, or with -1 that none did; whether that is to answer. */
  public boolean answers(Asked asked, int row) {
    boolean counts = row >= 0 ? asked.hit(row) : asked.otherwise();
    if (counts) {
      conclude(asked.compiled(), asked.outcomes(row));
    } else {
      contradicted |= asked.hasSeveralRows();
    }
    return counts;
  }

  /**
   * Whether a rule may still fire. Once a table has answered twice where it may once, rows go on
   * matching, so that each fault is found, but no rule concludes anything from them.
   */
  boolean mayFire(Match match) {
    return !contradicted || !vocables.isOfRuleSet(match.getRule().getName());
  }

  /** Tells the rules. */
  public void insert(Object fact) {
    session.insert(fact);
  }

  private void conclude(CompiledTable compiled, List<Value> outcomes) {
    if (compiled.table().hitPolicy() == HitPolicy.COLLECT) {
      return;
    }
    var terms = compiled.table().outcomes();
    for (int i = 0; i < terms.size(); i++) {
      give(terms.get(i).name(), filled(compiled, outcomes.get(i)));
    }
  }

  private Value filled(CompiledTable compiled, Value outcome) {
    if (!(outcome instanceof Value.Sentence sentence)) {
      return outcome;
    }
    var template = compiled.sentences().get(sentence);
    return template == null ? sentence : new Value.Sentence(template.fill(values));
  }

  private void conclude(String name, Value value) {
    if (!vocables.knows(name)) {
      throw new IllegalStateException("`" + name + "` is not in the vocabulary.");
    }
    give(name, value);
  }

  private void give(String name, Value value) {
    var before = values.putIfAbsent(name, value);
    if (before != null && !before.equals(value)) {
      throw new IllegalStateException(
          "`" + name + "` is `" + before.text() + "` and cannot become `" + value.text() + "`.");
    }
  }

  private Value value(String name) {
    var value = values.get(name);
    if (value == null) {
      throw new IllegalStateException("`" + name + "` is not known.");
    }
    return value;
  }

  private static IllegalStateException wrongKind(String name, Value value, String wanted) {
    return new IllegalStateException(
        "`" + name + "` is `" + value.text() + "`, which is not " + wanted + ".");
  }

  /** What the run came to. */
  Run run(List<Fault> engineFaults) {
    var firings = new ArrayList<Firing>(steps.size());
    var faults = new ArrayList<Fault>(engineFaults);
    for (Object step : steps) {
      switch (step) {
        case Firing firing -> firings.add(firing);
        case Asked asked -> {
          addFirings(asked, firings);
          // a run that broke off did not get round to asking, so what is missing proves nothing
          if (engineFaults.isEmpty()) {
            asked.fault().ifPresent(faults::add);
          }
        }
        default -> throw new IllegalStateException("A step is a firing or a question.");
      }
    }
    return new Run(Collections.unmodifiableMap(values), List.copyOf(reasons), firings, faults);
  }

  private void addFirings(Asked asked, List<Firing> firings) {
    var compiled = asked.compiled();
    var table = compiled.table();
    if (asked.isUnanswered() && table.otherwise() instanceof Otherwise.Answer) {
      firings.add(new Firing.OtherwiseFired(compiled.otherwiseSays(), table));
      return;
    }
    for (Row row : asked.rows()) {
      firings.add(new Firing.RowFired(said(compiled, row.outcomes()), table, row));
    }
  }

  /** The table's sentence; of a table that collects, each row says its own outcomes. */
  private String said(CompiledTable compiled, List<Value> outcomes) {
    if (compiled.table().hitPolicy() != HitPolicy.COLLECT) {
      return compiled.says().fill(values);
    }
    var all = new HashMap<>(values);
    var terms = compiled.table().outcomes();
    for (int i = 0; i < terms.size(); i++) {
      all.put(terms.get(i).name(), outcomes.get(i));
    }
    return compiled.says().fill(all);
  }
}
