package nz.cleancar.policy;

import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import nz.cleancar.policy.table.Value;

/**
 * What the rules are told.
 *
 * @param topic what the question is about, one of the vocabulary's topics
 * @param values the facts by the vocabulary's names; what is not known is left out
 */
public record Facts(String topic, Map<String, Value> values) {

  public Facts {
    values = Collections.unmodifiableMap(new HashMap<>(values));
  }
}
