package nz.cleancar.bench;

import java.util.List;
import java.util.concurrent.TimeUnit;
import nz.cleancar.decision.Decision;
import nz.cleancar.decision.DecisionMaker;
import nz.cleancar.decision.Outcome;
import nz.cleancar.policy.CompiledPolicy;
import nz.cleancar.standard.Question;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.infra.Blackhole;

/** One decision: by the baseline, by the shipped policy and by the grown one. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class DecideBenchmark {

  /** The baseline and the questions. */
  @State(Scope.Thread)
  public static class Plain {
    private final Question sample = BenchQuestions.sample();
    private final List<Question> mix = BenchQuestions.mix();
    private final PlainPolicy policy = new PlainPolicy(BenchPolicies.shipped());
  }

  /** The shipped policy. */
  @State(Scope.Thread)
  public static class Shipped {
    private final Question sample = BenchQuestions.sample();
    private final List<Question> mix = BenchQuestions.mix();
    private final DecisionMaker maker = new DecisionMaker();
    private CompiledPolicy policy;

    @Setup
    public void compile() {
      policy = BenchPolicies.compiled(BenchPolicies.shipped());
    }

    @TearDown
    public void close() {
      policy.close();
    }
  }

  /** The grown policy. */
  @State(Scope.Thread)
  public static class Grown {
    private final List<Question> mix = BenchQuestions.mix();
    private final DecisionMaker maker = new DecisionMaker();
    private CompiledPolicy policy;

    @Setup
    public void compile() {
      policy = BenchPolicies.compiled(BenchPolicies.grown());
    }

    @TearDown
    public void close() {
      policy.close();
    }
  }

  @Benchmark
  public Outcome plainSample(Plain plain) {
    return plain.policy.decide(plain.sample);
  }

  @Benchmark
  public Decision shippedSample(Shipped shipped) {
    return shipped.maker.decide(shipped.policy, shipped.sample);
  }

  @Benchmark
  @OperationsPerInvocation(BenchQuestions.MIX)
  public void plainMix(Plain plain, Blackhole hole) {
    for (Question question : plain.mix) {
      hole.consume(plain.policy.decide(question));
    }
  }

  @Benchmark
  @OperationsPerInvocation(BenchQuestions.MIX)
  public void shippedMix(Shipped shipped, Blackhole hole) {
    for (Question question : shipped.mix) {
      hole.consume(shipped.maker.decide(shipped.policy, question));
    }
  }

  @Benchmark
  @OperationsPerInvocation(BenchQuestions.MIX)
  public void grownMix(Grown grown, Blackhole hole) {
    for (Question question : grown.mix) {
      hole.consume(grown.maker.decide(grown.policy, question));
    }
  }
}
