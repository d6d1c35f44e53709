package nz.cleancar.policy.drools;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * The fact that every run starts from: what the question is about. Rules match it by name and by
 * the facts that came with the question: {@code Topic(name == "vehicle", word("scheme") ==
 * "PAYG")}.
 */
public final class Topic {

  private final String name;
  private final Known known;

  Topic(String name, Known known) {
    this.name = name;
    this.known = known;
  }

  /** The topic's name, one of the vocabulary's. */
  public String getName() {
    return name;
  }

  /** Whether the question gave this fact. */
  public boolean has(String fact) {
    return known.has(fact);
  }

  /** The word of this name. */
  public String word(String fact) {
    return known.word(fact);
  }

  /** The whole number of this name. */
  public long whole(String fact) {
    return known.whole(fact);
  }

  /** The exact number of this name. */
  public BigDecimal decimal(String fact) {
    return known.decimal(fact);
  }

  /** The day of this name. */
  public LocalDate day(String fact) {
    return known.day(fact);
  }

  /** The yes or no of this name. */
  public boolean yes(String fact) {
    return known.yes(fact);
  }
}
