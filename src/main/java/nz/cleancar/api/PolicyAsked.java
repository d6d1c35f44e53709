package nz.cleancar.api;

import jakarta.inject.Singleton;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import nz.cleancar.message.InputFault;
import nz.cleancar.policy.CompiledPolicy;
import nz.cleancar.policy.Finding;
import nz.cleancar.policy.Policies;
import nz.cleancar.policy.PolicyVersion;
import nz.cleancar.publishing.PolicyRefused;
import nz.cleancar.standard.NewZealand;
import org.jspecify.annotations.Nullable;

/** Finds the policy that a request asks for, by its version or by the moment when it was live. */
@Singleton
final class PolicyAsked {

  private static final int MOST_FINDINGS = 5;

  private final Policies policies;
  private final NewZealand newZealand;

  PolicyAsked(Policies policies, NewZealand newZealand) {
    this.policies = policies;
    this.newZealand = newZealand;
  }

  /** What asking for a policy gives. */
  sealed interface Answer {}

  /** A policy that decides. */
  record Found(CompiledPolicy policy) implements Answer {}

  /** No policy. */
  record None(Problem problem) implements Answer {

    /** Whether there is no such policy, rather than one that cannot decide. */
    boolean isUnknown() {
      return problem.type().equals(ProblemType.UNKNOWN_POLICY_VERSION.address());
    }
  }

  /** The policy of the version, or of the moment, or the live one where neither is given. */
  Answer policy(@Nullable String version, @Nullable OffsetDateTime asKnownAt, String instance) {
    if (asKnownAt != null) {
      return asKnownAt(asKnownAt, instance);
    }
    if (version == null) {
      return new Found(policies.live());
    }
    return found(
        () -> policies.version(new PolicyVersion(version)),
        unknown("/policyVersion", "is not the version of a known policy", instance),
        instance);
  }

  private Answer asKnownAt(OffsetDateTime moment, String instance) {
    if (moment.toInstant().isAfter(newZealand.now())) {
      return new None(
          Problem.of(
              ProblemType.INVALID_REQUEST,
              List.of(new InputFault("/asKnownAt", "must not be in the future")),
              instance));
    }
    return found(
        () -> policies.asKnownAt(moment.toInstant()),
        unknown("/asKnownAt", "is before the first policy was live", instance),
        instance);
  }

  private static Answer found(
      Supplier<Optional<CompiledPolicy>> policy, Problem unknown, String instance) {
    try {
      return policy.get().<Answer>map(Found::new).orElseGet(() -> new None(unknown));
    } catch (PolicyRefused e) {
      return new None(notAtHand(e, instance));
    }
  }

  private static Problem unknown(String pointer, String says, String instance) {
    return Problem.of(
        ProblemType.UNKNOWN_POLICY_VERSION, List.of(new InputFault(pointer, says)), instance);
  }

  /** The problem that the policy cannot decide, with the first of what it has wrong. */
  static Problem notAtHand(PolicyRefused refused, String instance) {
    var errors = refused.findings().stream().filter(Finding::isError).toList();
    String first =
        errors.stream()
            .limit(MOST_FINDINGS)
            .map(Finding::line)
            .collect(Collectors.joining(" ", "The policy cannot decide. ", ""));
    String more =
        errors.size() > MOST_FINDINGS ? " And " + (errors.size() - MOST_FINDINGS) + " more." : "";
    return Problem.of(ProblemType.POLICY_NOT_AT_HAND, first + more, instance);
  }
}
