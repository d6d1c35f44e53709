package nz.cleancar.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.data.connection.jdbc.advice.DelegatingDataSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.statistics.Statistics;
import nz.cleancar.security.AccessToken;
import nz.cleancar.security.Role;
import nz.cleancar.testing.TestPeople;

/**
 * Money and grams are conserved: long random histories of everything that may be done with four
 * accounts, over HTTP with the shipped policy, and a model beside them that knows the standard's
 * facts and nothing of the service.
 */
class LongHistoriesIT {

  private static final String DONE = "Steps that were done";
  private static final Path DATA = folder();
  private static final AccessToken PROVIDER = TestPeople.add(DATA, "windcave", Role.PAYMENTS);
  private static final Importing AT = Importing.start(DATA);
  private static final HistoryPayments.Receipts RECEIPTS = new HistoryPayments.Receipts();

  private static Path folder() {
    try {
      return Files.createTempDirectory("histories");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @AfterContainer
  static void stop() {
    AT.close();
  }

  @Provide
  Arbitrary<List<HistoryStep>> histories() {
    return HistoryStep.histories(10, 40, 70);
  }

  /** Before charges were paid at acceptance, before the 2025 Act, and before rates went back. */
  @Provide
  Arbitrary<LocalDate> beginnings() {
    return Arbitraries.of(
        LocalDate.of(2023, 2, 1), LocalDate.of(2025, 9, 15), LocalDate.of(2027, 5, 20));
  }

  @Property(
      seed = "1857495110805953935",
      tries = 12,
      edgeCases = EdgeCasesMode.NONE,
      shrinking = ShrinkingMode.OFF)
  void accounts_stand_as_the_model_has_them_whatever_is_done(
      @ForAll("beginnings") LocalDate from,
      @ForAll @IntRange(max = 3) int unverified,
      @ForAll("histories") List<HistoryStep> steps) {
    // Given
    var provider = new HistoryPayments.Provider(AT.service().as(PROVIDER), RECEIPTS);
    var history = new History(AT, provider, from, unverified);
    try {

      // When
      for (HistoryStep step : steps) {
        if (history.take(step)) {
          Statistics.label(DONE).collect(step.getClass().getSimpleName());
        }
      }

      // Then
      nothingIsMadeOrLost(history);
    } catch (AssertionError | RuntimeException e) {
      throw new AssertionError(e.getMessage() + "\nThe history:\n" + history.story(), e);
    }
    eachKindWasDone();
  }

  /** Over all tries: a step that is always refused shows nothing. */
  private static void eachKindWasDone() {
    Statistics.label(DONE)
        .coverage(
            coverage -> {
              for (Class<?> kind : HistoryStep.class.getPermittedSubclasses()) {
                coverage.check(kind.getSimpleName()).count(times -> times > 0);
              }
            });
  }

  private static void nothingIsMadeOrLost(History history) {
    var checked = AT.agency.get("/agency/ledger/check");
    assertThat(checked.at("/clean")).as(checked.body()).isEqualTo("true");
    var totals = history.totals();
    assertThat(books(history.numbers()))
        .containsExactlyInAnyOrderEntriesOf(
            withoutZeros(
                Map.of(
                    "EARNED", -totals.earned,
                    "OFFSET", totals.offset,
                    "EXPIRED", totals.expired,
                    "DELETED", totals.deleted,
                    "CONVERTED", totals.converted,
                    "RECEIVED", -totals.received,
                    "REVENUE", totals.revenue,
                    "REFUNDED", totals.refunded)));
    assertThat(history.held() + totals.offset + totals.expired + totals.deleted + totals.converted)
        .isEqualTo(totals.earned);
    assertThat(history.cents() + totals.revenue + totals.refunded).isEqualTo(totals.received);
    assertThat(lowest(history.numbers())).isNotNegative();
  }

  private static Map<String, Long> withoutZeros(Map<String, Long> sums) {
    var kept = new TreeMap<>(sums);
    kept.values().removeIf(sum -> sum == 0);
    return kept;
  }

  /** The sums of the agency's books of credits and money, over entries that move the accounts'. */
  private static Map<String, Long> books(List<String> accounts) {
    var sums = new TreeMap<String, Long>();
    query(
        """
        select book, sum(amount) from ledger_posting
        where account is null
          and book in ('EARNED', 'OFFSET', 'EXPIRED', 'DELETED', 'CONVERTED', 'RECEIVED',
                       'REVENUE', 'REFUNDED')
          and entry in (select entry from ledger_posting where account in (?, ?, ?, ?))
        group by book""",
        accounts,
        sums);
    return withoutZeros(sums);
  }

  /** The lowest that any balance but a fleet's ever was. */
  private static long lowest(List<String> accounts) {
    var lowest = new TreeMap<String, Long>();
    query(
        """
        select 'lowest', coalesce(min(balance), 0) from (
          select sum(amount) over (partition by account, book, lot order by entry, line) as balance
          from ledger_posting where account in (?, ?, ?, ?) and book <> 'FLEET') as balances""",
        accounts,
        lowest);
    return Collections.min(lowest.values());
  }

  private static void query(String sql, List<String> accounts, Map<String, Long> into) {
    var database = DelegatingDataSource.unwrapDataSource(AT.service().bean(DataSource.class));
    try (var connection = database.getConnection();
        var select = connection.prepareStatement(sql)) {
      for (int i = 0; i < accounts.size(); i++) {
        select.setString(i + 1, accounts.get(i));
      }
      try (var rows = select.executeQuery()) {
        while (rows.next()) {
          into.put(rows.getString(1), rows.getLong(2));
        }
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
