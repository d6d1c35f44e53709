package nz.cleancar.publishing;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import nz.cleancar.policy.Candidate;
import nz.cleancar.policy.CompiledPolicy;
import nz.cleancar.policy.Finding;
import nz.cleancar.policy.PolicySources;

/**
 * What every version must pass to go live: it is read, analysed and compiled without an error
 * finding, and then passes each of the further checks.
 */
final class Gate {

  private static final int MOST_OBJECTIONS = 50;
  private static final int LONGEST_OBJECTION = 1_000;

  private final Function<PolicySources, Candidate> check;
  private final List<GateCheck> further;

  /**
   * The gate.
   *
   * @param check reads, analyses and compiles
   * @param further what must be passed besides, in this order
   */
  Gate(Function<PolicySources, Candidate> check, List<GateCheck> further) {
    this.check = check;
    this.further = List.copyOf(further);
  }

  /** Puts the policy to all checks. */
  Verdict judge(PolicySources sources) {
    return judge(sources, check.apply(sources));
  }

  /** Puts a policy that was read, analysed and compiled to the further checks. */
  Verdict judge(PolicySources sources, Candidate candidate) {
    return switch (candidate) {
      case Candidate.Refused(List<Finding> findings) ->
          new Verdict(candidate, objections("tables and rules", findings).toList());
      case Candidate.Accepted(CompiledPolicy policy, List<Finding> findings) ->
          further(sources, policy, findings);
    };
  }

  private Verdict further(PolicySources sources, CompiledPolicy policy, List<Finding> findings) {
    var all = new ArrayList<>(findings);
    var objections = new ArrayList<String>();
    try {
      for (GateCheck each : further) {
        var found = each.findings(sources, policy);
        all.addAll(found);
        objections(each.name(), found).forEach(objections::add);
      }
    } catch (RuntimeException | Error e) {
      policy.close();
      throw e;
    }
    if (objections.isEmpty()) {
      return new Verdict(new Candidate.Accepted(policy, all), List.of());
    }
    policy.close();
    return new Verdict(
        new Candidate.Refused(all), objections.stream().limit(MOST_OBJECTIONS).toList());
  }

  private static Stream<String> objections(String check, List<Finding> findings) {
    return findings.stream()
        .filter(Finding::isError)
        .map(finding -> shortened(check + ": " + finding.line()))
        .limit(MOST_OBJECTIONS);
  }

  private static String shortened(String line) {
    String plain = line.replaceAll("\\R", " ");
    return plain.length() <= LONGEST_OBJECTION
        ? plain
        : plain.substring(0, LONGEST_OBJECTION - 1) + "…";
  }
}
