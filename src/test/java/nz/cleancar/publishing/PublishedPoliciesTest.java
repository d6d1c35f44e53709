package nz.cleancar.publishing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import nz.cleancar.policy.Candidate;
import nz.cleancar.policy.CompiledPolicy;
import nz.cleancar.policy.Facts;
import nz.cleancar.policy.Finding;
import nz.cleancar.policy.Place;
import nz.cleancar.policy.PolicySources;
import nz.cleancar.standard.NewZealand;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 30, unit = TimeUnit.SECONDS)
class PublishedPoliciesTest {

  private static final int LIMIT = 2;
  private static final Finding FINDING =
      Finding.error("formula", Place.of("a.xlsx"), "a value", "=1+1", "Write the value.");

  private final InMemoryPolicyArchive archive = new InMemoryPolicyArchive();
  private final ConcurrentLinkedDeque<FakePolicy> compiled = new ConcurrentLinkedDeque<>();
  private final PolicySources today = sources("today");
  private final PublishedPolicies policies =
      new PublishedPolicies(
          1,
          new FakePolicy(today),
          archive,
          this::compile,
          LIMIT,
          new Timeline(new InMemoryPolicyEvents(), new NewZealand(Clock.systemUTC())));
  private volatile boolean refuses;

  @Test
  void the_policy_to_begin_with_is_live() {
    // When
    var live = policies.live();

    // Then
    assertThat(live.policy().version()).isEqualTo(today.version());
  }

  @Test
  void the_live_version_is_not_compiled_again() {
    // When
    var asked = policies.version(today.version());

    // Then
    assertThat(asked).containsSame(policies.live());
    assertThat(compiled).isEmpty();
  }

  @Test
  void a_version_that_was_never_handed_in_is_not_known() {
    // When
    var asked = policies.version(sources("never").version());

    // Then
    assertThat(asked).isEmpty();
  }

  @Test
  void an_earlier_version_is_compiled_once_for_all_who_ask_at_once() throws Exception {
    // Given
    var yesterday = kept("yesterday");

    // When
    List<CompiledPolicy> asked;
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      asked =
          threads
              .invokeAll(
                  IntStream.range(0, 50)
                      .mapToObj(
                          _ ->
                              (Callable<CompiledPolicy>)
                                  () -> policies.version(yesterday.version()).orElseThrow())
                      .toList())
              .stream()
              .map(Future::resultNow)
              .toList();
    }

    // Then
    assertThat(compiled).hasSize(1);
    assertThat(asked).allMatch(policy -> policy.policy().version().equals(yesterday.version()));
  }

  @Test
  void as_many_as_the_limit_stay_compiled() {
    // Given
    ask(kept("1"), kept("2"));

    // When
    ask(kept("1"), kept("2"), kept("1"), kept("2"));

    // Then
    assertThat(compiled).hasSize(LIMIT);
  }

  @Test
  void one_more_than_the_limit_drives_out_the_one_asked_for_longest_ago() {
    // Given
    ask(kept("1"), kept("2"), kept("1"), kept("3"));

    // When
    ask(kept("1"));
    int afterTheOneThatStayed = compiled.size();
    ask(kept("2"));

    // Then
    assertThat(afterTheOneThatStayed).isEqualTo(3);
    assertThat(compiled).hasSize(4);
  }

  @Test
  void asking_for_nonsense_drives_nothing_out() {
    // Given
    ask(kept("1"), kept("2"));

    // When
    IntStream.range(0, 10).forEach(i -> policies.version(sources("no " + i).version()));
    ask(kept("1"), kept("2"));

    // Then
    assertThat(compiled).hasSize(2);
  }

  @Test
  void an_earlier_version_that_no_longer_compiles_says_why_and_is_tried_again() {
    // Given
    var yesterday = kept("yesterday");
    refuses = true;

    // When
    assertThatThrownBy(() -> policies.version(yesterday.version()))
        .isInstanceOf(PolicyRefused.class)
        .hasMessageContaining(yesterday.version().name())
        .hasMessageContaining("=1+1");
    refuses = false;

    // Then
    assertThat(policies.version(yesterday.version())).isPresent();
  }

  @Test
  void a_policy_that_was_driven_out_runs_for_whoever_holds_it() {
    // Given
    var held = policies.version(kept("1").version()).orElseThrow();
    var engine = compiled.getFirst();

    // When
    ask(kept("2"), kept("3"));
    System.gc();

    // Then
    assertThat(held.run(new Facts("vehicle", Map.of())).faults()).isEmpty();
    assertThat(engine.closed.getCount()).isEqualTo(1);
  }

  @Test
  void a_policy_that_nobody_holds_is_closed() throws InterruptedException {
    // Given
    ask(kept("1"));
    var engine = compiled.getFirst();

    // When
    ask(kept("2"), kept("3"));

    // Then
    boolean closed = false;
    for (int i = 0; i < 100 && !closed; i++) {
      System.gc();
      closed = engine.closed.await(50, TimeUnit.MILLISECONDS);
    }
    assertThat(closed).isTrue();
  }

  private void ask(PolicySources... versions) {
    for (PolicySources sources : versions) {
      assertThat(policies.version(sources.version())).isPresent();
    }
  }

  private PolicySources kept(String text) {
    var sources = sources(text);
    archive.keep(sources);
    return sources;
  }

  private Candidate compile(PolicySources sources) {
    if (refuses) {
      return new Candidate.Refused(List.of(FINDING));
    }
    var policy = new FakePolicy(sources);
    compiled.add(policy);
    return new Candidate.Accepted(policy, List.of());
  }

  private static PolicySources sources(String text) {
    return new PolicySources(
        new TreeMap<>(Map.of("rules/a.drl", text.getBytes(StandardCharsets.UTF_8))));
  }
}
