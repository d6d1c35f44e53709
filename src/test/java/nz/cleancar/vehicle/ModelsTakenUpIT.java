package nz.cleancar.vehicle;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.ApplicationContext;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import nz.cleancar.account.ATestAccount;
import nz.cleancar.account.AccountBook;
import nz.cleancar.database.TestDatabase;
import nz.cleancar.standard.AccountNumber;
import nz.cleancar.standard.AutoAccept;
import nz.cleancar.standard.NewZealand;
import nz.cleancar.standard.Scheme;
import nz.cleancar.standard.VehicleCondition;
import nz.cleancar.testing.ShippedPolicy;
import nz.cleancar.work.UniqueIds;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An account that is named for a model takes up its waiting vehicles a page after the other. */
class ModelsTakenUpIT {

  private static final int VEHICLES = 450;
  private static final AccountNumber ACCOUNT = new AccountNumber("T-MODEL");

  @Test
  void the_vehicles_of_a_model_are_taken_up_in_pages(@TempDir Path data) {
    try (ApplicationContext service =
        TestDatabase.h2(data)
            .service(
                Map.of(
                    "ccs.policy",
                    ShippedPolicy.FOLDER.toString(),
                    "ccs.sample-accounts",
                    false,
                    nz.cleancar.testing.TestClock.PROPERTY,
                    true))) {
      // Given
      service
          .getBean(AccountBook.class)
          .open(
              ATestAccount.of(
                  ACCOUNT.value(),
                  VehicleCondition.NEW,
                  Scheme.PAYG,
                  new AutoAccept(false, false)));
      var vehicles =
          IntStream.range(0, VEHICLES)
              .mapToObj(i -> new ATestVehicle("M%04d".formatted(i), VehicleCondition.NEW))
              .toList();
      service
          .getBean(Feeds.class)
          .receive(vehicles.stream().<FeedMessage>map(each -> each.ofModel("MODEL", 4)).toList());
      var loaded = new ArrayList<Integer>();
      Feeds feeds = feeds(service, loaded);
      FeedMessage named = vehicles.getFirst().model("MODEL", ACCOUNT.value(), 6);

      // When
      feeds.receive(List.of(named));

      // Then
      assertThat(
              service.getBean(VehicleRecords.class).inAccount(ACCOUNT, Step.ENTERED, "", VEHICLES))
          .hasSize(VEHICLES);
      assertThat(loaded).allMatch(files -> files <= 200).contains(200);
    }
  }

  /** Feeds that note how many files they load at once. */
  private static Feeds feeds(ApplicationContext service, List<Integer> loaded) {
    VehicleBook book = service.getBean(VehicleBook.class);
    var counting =
        (VehicleBook)
            Proxy.newProxyInstance(
                VehicleBook.class.getClassLoader(),
                new Class<?>[] {VehicleBook.class},
                (_, method, arguments) -> {
                  try {
                    Object answer = method.invoke(book, arguments);
                    if (method.getName().startsWith("files")) {
                      loaded.add(((List<?>) answer).size());
                    }
                    return answer;
                  } catch (InvocationTargetException e) {
                    throw e.getCause();
                  }
                });
    return new Feeds(
        counting,
        service.getBean(Deciding.class),
        service.getBean(Taking.class),
        service.getBean(UniqueIds.class),
        service.getBean(NewZealand.class));
  }
}
