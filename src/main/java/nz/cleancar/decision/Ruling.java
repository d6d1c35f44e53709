package nz.cleancar.decision;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import nz.cleancar.decision.Outcome.Reason;
import nz.cleancar.policy.PolicyVersion;
import nz.cleancar.policy.Run;
import nz.cleancar.policy.table.Value;

/**
 * What a policy says about a topic other than a vehicle: the values that its tables and rules
 * concluded, by the vocabulary's names. A value that was not concluded, or is of another kind, is
 * {@link Unruled}: never a guess.
 */
public final class Ruling {

  private final PolicyVersion version;
  private final String topic;
  private final Run run;

  Ruling(PolicyVersion version, String topic, Run run) {
    this.version = version;
    this.topic = topic;
    this.run = run;
  }

  /** The policy that said so. */
  public PolicyVersion version() {
    return version;
  }

  /** The grounds that rules gave. */
  public List<Reason> reasons() {
    return run.reasons().stream().map(reason -> new Reason(reason.code(), reason.says())).toList();
  }

  /** A word or a sentence. */
  public String word(String name) {
    return value(name).text();
  }

  /** Yes or no. */
  public boolean yes(String name) {
    return switch (value(name)) {
      case Value.YesNo yesNo -> yesNo.yes();
      case Value other -> throw wrong(name, other.text());
    };
  }

  /** A whole number. */
  public long whole(String name) {
    return switch (value(name)) {
      case Value.Whole whole -> whole.number();
      case Value other -> throw wrong(name, other.text());
    };
  }

  /** A number. */
  public BigDecimal decimal(String name) {
    return switch (value(name)) {
      case Value.Decimal decimal -> decimal.number();
      case Value.Whole whole -> BigDecimal.valueOf(whole.number());
      case Value other -> throw wrong(name, other.text());
    };
  }

  /** A day. */
  public LocalDate day(String name) {
    return switch (value(name)) {
      case Value.Day day -> day.date();
      case Value other -> throw wrong(name, other.text());
    };
  }

  /** What is thrown where a value is such that nothing can be done with it. */
  public Unruled unfit(String name, String because) {
    return new Unruled(
        version,
        List.of(
            new Reason(
                "unfit",
                "About %s, `%s` is %s, but %s."
                    .formatted(topic, name, value(name).text(), because))));
  }

  private Value value(String name) {
    return run.value(name).orElseThrow(() -> wrong(name, "nothing"));
  }

  private Unruled wrong(String name, String found) {
    return new Unruled(
        version,
        List.of(
            new Reason("no-conclusion", "About " + topic + ", `" + name + "` is " + found + ".")));
  }
}
