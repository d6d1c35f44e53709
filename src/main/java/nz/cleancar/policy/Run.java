package nz.cleancar.policy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import nz.cleancar.policy.table.Value;

/**
 * What a policy made of some facts.
 *
 * @param values what is known at the end, by the vocabulary's names: facts, outcomes, conclusions
 * @param reasons the grounds that rules gave, in the order that they gave them
 * @param firings the rows and rules that led there, in the order of reasoning
 * @param faults what the rules or tables lacked; empty when the policy could answer
 */
public record Run(
    Map<String, Value> values, List<Reason> reasons, List<Firing> firings, List<Fault> faults) {

  /** A ground: its stable code, for example {@code above-target}, and the sentence that says it. */
  public record Reason(String code, String says) {}

  /** The value of this name, if it became known. */
  public Optional<Value> value(String name) {
    return Optional.ofNullable(values.get(name));
  }
}
