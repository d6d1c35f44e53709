package nz.cleancar.policy;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.stream.Stream;

/** The way of a policy's sources to a compiled policy: read, then compiled. */
@Singleton
public final class PolicyLoader {

  private final PolicyReader reader;
  private final PolicyCompiler compiler;

  public PolicyLoader(PolicyReader reader, PolicyCompiler compiler) {
    this.reader = reader;
    this.compiler = compiler;
  }

  /** A compiled policy, or everything that keeps the sources from being one. */
  public Candidate load(PolicySources sources) {
    return switch (reader.read(sources)) {
      case PolicyReader.Reading.Unreadable(List<Finding> findings) ->
          new Candidate.Refused(findings);
      case PolicyReader.Reading.Read(Policy policy, List<Finding> findings) ->
          after(findings, compiler.compile(policy));
    };
  }

  private static Candidate after(List<Finding> findings, Candidate candidate) {
    return switch (candidate) {
      case Candidate.Accepted(CompiledPolicy policy, List<Finding> more) ->
          new Candidate.Accepted(policy, concat(findings, more));
      case Candidate.Refused(List<Finding> more) -> new Candidate.Refused(concat(findings, more));
    };
  }

  private static List<Finding> concat(List<Finding> first, List<Finding> second) {
    return Stream.concat(first.stream(), second.stream()).toList();
  }
}
