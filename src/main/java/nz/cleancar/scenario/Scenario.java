package nz.cleancar.scenario;

import java.util.List;
import nz.cleancar.policy.Facts;
import nz.cleancar.policy.Place;

/**
 * A case of a suite: what is given, and what is expected of the policy.
 *
 * @param suite the suite that it is in
 * @param name what it is called, unique in its suite
 * @param reason why it is there: a law, a boundary, a mistake once made; empty where nothing is
 *     said
 * @param tags words to choose it by
 * @param place where it stands
 * @param given the whole question, with what the suite gives to all its cases
 * @param expectations what is expected, at least one
 */
public record Scenario(
    Suite suite,
    String name,
    String reason,
    List<String> tags,
    Place place,
    Facts given,
    List<Expectation> expectations) {

  public Scenario {
    tags = List.copyOf(tags);
    expectations = List.copyOf(expectations);
    if (expectations.isEmpty()) {
      throw new IllegalArgumentException("A scenario expects something.");
    }
  }
}
