package nz.cleancar.bench;

import java.time.Duration;
import java.util.List;

/**
 * How long and how often to measure.
 *
 * @param decideRounds rounds of JMH, each with a new JVM for each benchmark
 * @param decideWarmUps seconds that a JVM with a policy warms up; the baseline takes three
 * @param httpRounds rounds of load
 * @param httpWarmUp how long an endpoint warms up at most; less where it answers no faster any more
 * @param httpRound how long each endpoint is loaded in a round
 * @param publications how many publications there are under load
 * @param publishEvery how long after the start of one publication the next one starts
 * @param publishRound how long the service is loaded in a round with publications
 * @param quietRound how long it is loaded in a round without them
 * @param growthRounds rounds of handing in small and large workbooks
 * @param startRounds rounds of starting
 * @param mutateRounds rounds of trying all mutants, and of building some of them
 * @param otherVehicles how many vehicles are in other accounts, before there are ten times as many
 * @param demoVehicles how many vehicles the demonstration has, before it has ten times as many
 * @param javaOptions the options of every JVM here
 * @param ccsOptions those that {@code ccs} starts the service with: the same, and its cache
 */
record Plan(
    int decideRounds,
    int decideWarmUps,
    int httpRounds,
    Duration httpWarmUp,
    Duration httpRound,
    int publications,
    Duration publishEvery,
    Duration publishRound,
    Duration quietRound,
    int growthRounds,
    int startRounds,
    int mutateRounds,
    int otherVehicles,
    int demoVehicles,
    List<String> javaOptions,
    List<String> ccsOptions) {

  static Plan whole(List<String> javaOptions, List<String> ccsOptions) {
    return new Plan(
        3,
        10,
        4,
        Duration.ofSeconds(30),
        Duration.ofSeconds(3),
        200,
        Duration.ofSeconds(2),
        Duration.ofSeconds(20),
        Duration.ofSeconds(6),
        5,
        3,
        5,
        10_000,
        5_000,
        javaOptions,
        ccsOptions);
  }

  static Plan quick(List<String> javaOptions, List<String> ccsOptions) {
    return new Plan(
        1,
        6,
        2,
        Duration.ofSeconds(15),
        Duration.ofSeconds(2),
        30,
        Duration.ofSeconds(2),
        Duration.ofSeconds(20),
        Duration.ofSeconds(6),
        3,
        2,
        2,
        1_500,
        2_000,
        javaOptions,
        ccsOptions);
  }

  /** Tells whoever waits what goes on. */
  static void say(String what) {
    System.err.println(what);
  }
}
