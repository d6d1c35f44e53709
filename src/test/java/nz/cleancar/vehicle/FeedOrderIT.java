package nz.cleancar.vehicle;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.ApplicationContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.lifecycle.AfterContainer;
import nz.cleancar.database.TestDatabase;
import nz.cleancar.testing.ShippedPolicy;

/**
 * Feeds in any order, doubled and late, end in the same state: on a real store and ledger. What
 * people do, such as opening an account or accepting by hand, is a fixed point between messages.
 *
 * <p>What the order may decide (ADR 16) is which of two completions an account that accepts by
 * itself takes a vehicle by, for nothing is corrected after acceptance. Such vehicles are raced, in
 * an account of their own: whatever came too late for one is then on the agency's list.
 */
class FeedOrderIT {

  private static final ApplicationContext SERVICE = start();

  private static ApplicationContext start() {
    try {
      return TestDatabase.h2(Files.createTempDirectory("feeds"))
          .service(
              Map.of(
                  "ccs.policy",
                  ShippedPolicy.FOLDER.toString(),
                  "ccs.sample-accounts",
                  false,
                  nz.cleancar.testing.TestClock.PROPERTY,
                  true));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @AfterContainer
  static void stop() {
    SERVICE.close();
  }

  @Property(seed = "7728209082528669736", tries = 30)
  void feeds_in_any_order_doubled_and_late_end_in_the_same_state(@ForAll long seed) {
    // Given
    var inOrder = new FeedOrderRun(SERVICE, seed);
    var shuffled = new FeedOrderRun(SERVICE, seed);
    var random = new Random(seed);

    // When
    inOrder.early().forEach(message -> receive(List.of(message)));
    inOrder.doBetween();
    inOrder.late().forEach(message -> receive(List.of(message)));
    inAnyOrder(shuffled.early(), shuffled.early(), random);
    shuffled.doBetween();
    inAnyOrder(shuffled.late(), shuffled.messages(), random);

    // Then
    assertThat(shuffled.endState()).isEqualTo(inOrder.endState());
    inOrder.assertRacedVehiclesAreWhole();
    shuffled.assertRacedVehiclesAreWhole();
  }

  /** Each of them once, and some of those that are repeated again, in groups. */
  private static void inAnyOrder(
      List<FeedMessage> once, List<FeedMessage> repeated, Random random) {
    var messages = new ArrayList<>(once);
    for (FeedMessage message : repeated) {
      if (random.nextInt(4) == 0) {
        messages.add(message);
      }
    }
    Collections.shuffle(messages, random);
    for (int start = 0; start < messages.size(); ) {
      int end = Math.min(messages.size(), start + 1 + random.nextInt(6));
      receive(messages.subList(start, end));
      start = end;
    }
  }

  private static void receive(List<FeedMessage> messages) {
    assertThat(SERVICE.getBean(Feeds.class).receive(messages))
        .noneMatch(
            each ->
                each instanceof Received.Conflicting(var _, var why)
                    && !why.code().equals("completed-otherwise"));
  }
}
