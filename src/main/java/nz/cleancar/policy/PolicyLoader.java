package nz.cleancar.policy;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.stream.Stream;

/** The way of a policy's sources to a compiled policy: read, then analysed, then compiled. */
@Singleton
public final class PolicyLoader {

  private final PolicyReader reader;
  private final PolicyAnalysis analysis;
  private final PolicyCompiler compiler;

  public PolicyLoader(PolicyReader reader, PolicyAnalysis analysis, PolicyCompiler compiler) {
    this.reader = reader;
    this.analysis = analysis;
    this.compiler = compiler;
  }

  /** A compiled policy, or everything that keeps the folder from being one that may go live. */
  public Candidate check(PolicyFolder.Contents folder) {
    return with(folder.findings(), check(folder.sources()));
  }

  /** A compiled policy, or everything that keeps the sources from being one that may go live. */
  public Candidate check(PolicySources sources) {
    return switch (reader.read(sources)) {
      case PolicyReader.Reading.Unreadable(List<Finding> findings) ->
          new Candidate.Refused(findings);
      case PolicyReader.Reading.Read(Policy policy, List<Finding> findings) ->
          analysed(findings, analysis.findings(policy), compiler.compile(policy));
    };
  }

  private Candidate analysed(List<Finding> read, List<Finding> analysed, Candidate candidate) {
    return switch (candidate) {
      case Candidate.Accepted(CompiledPolicy policy, List<Finding> _) ->
          with(concat(read, withQuestions(analysed, policy)), candidate);
      case Candidate.Refused _ -> with(concat(read, analysed), candidate);
    };
  }

  private List<Finding> withQuestions(List<Finding> analysed, CompiledPolicy policy) {
    try {
      return analysis.withQuestions(analysed, policy);
    } catch (RuntimeException | Error e) {
      policy.close();
      throw e;
    }
  }

  /** A compiled policy without analysis, to ask what it decides whatever it leaves open. */
  public Candidate load(PolicyFolder.Contents folder) {
    return with(folder.findings(), load(folder.sources()));
  }

  /** A compiled policy without analysis, for sources that were checked when they went live. */
  public Candidate load(PolicySources sources) {
    return switch (reader.read(sources)) {
      case PolicyReader.Reading.Unreadable(List<Finding> findings) ->
          new Candidate.Refused(findings);
      case PolicyReader.Reading.Read(Policy policy, List<Finding> findings) ->
          with(findings, compiler.compile(policy));
    };
  }

  /** A policy that was loaded, with what analysis finds; closed and refused if that is an error. */
  public Candidate analysed(Candidate loaded) {
    return switch (loaded) {
      case Candidate.Accepted(CompiledPolicy policy, List<Finding> _) ->
          analysed(List.of(), analysis.findings(policy.policy()), loaded);
      case Candidate.Refused _ -> loaded;
    };
  }

  private static Candidate with(List<Finding> findings, Candidate candidate) {
    var all = concat(findings, candidate.findings());
    return switch (candidate) {
      case Candidate.Accepted(CompiledPolicy policy, List<Finding> _)
          when all.stream().noneMatch(Finding::isError) ->
          new Candidate.Accepted(policy, all);
      case Candidate.Accepted(CompiledPolicy policy, List<Finding> _) -> {
        policy.close();
        yield new Candidate.Refused(all);
      }
      case Candidate.Refused _ -> new Candidate.Refused(all);
    };
  }

  private static List<Finding> concat(List<Finding> first, List<Finding> second) {
    return Stream.concat(first.stream(), second.stream()).sorted(Finding.IN_READING_ORDER).toList();
  }
}
