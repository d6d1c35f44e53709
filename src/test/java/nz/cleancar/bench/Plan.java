package nz.cleancar.bench;

import java.time.Duration;
import java.util.List;

/**
 * How long and how often to measure.
 *
 * @param decideRounds rounds of JMH, each with a new JVM for each benchmark
 * @param decideWarmUps seconds that each of those JVMs warms up
 * @param httpRounds rounds of load
 * @param httpWarmUp how long each endpoint is loaded before the first round
 * @param httpRound how long each endpoint is loaded in a round
 * @param startRounds rounds of starting
 * @param javaOptions the options that {@code ccs} starts its JVM with
 */
record Plan(
    int decideRounds,
    int decideWarmUps,
    int httpRounds,
    Duration httpWarmUp,
    Duration httpRound,
    int startRounds,
    List<String> javaOptions) {

  static Plan whole(List<String> javaOptions) {
    return new Plan(3, 5, 5, Duration.ofSeconds(8), Duration.ofSeconds(3), 5, javaOptions);
  }

  static Plan quick(List<String> javaOptions) {
    return new Plan(1, 4, 2, Duration.ofSeconds(5), Duration.ofSeconds(2), 2, javaOptions);
  }

  /** Tells whoever waits what goes on. */
  static void say(String what) {
    System.err.println(what);
  }
}
