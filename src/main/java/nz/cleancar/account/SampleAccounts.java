package nz.cleancar.account;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import nz.cleancar.decision.Accounts;
import nz.cleancar.security.PersonName;
import nz.cleancar.standard.AccountFacts;
import nz.cleancar.standard.AccountNumber;
import nz.cleancar.standard.AccountStatus;
import nz.cleancar.standard.AutoAccept;
import nz.cleancar.standard.Scheme;
import nz.cleancar.standard.VehicleCondition;

/** A handful of made-up accounts to try the service with; they need no database. */
public final class SampleAccounts implements Accounts {

  private static final String FILE = "/sample-accounts.csv";
  private static final int COLUMNS = 6;

  /** Accounts could be opened from this day (VIA, November 2022). */
  private static final LocalDate OPENED = LocalDate.of(2022, 12, 1);

  /** The suspended sample stays so: nobody who tries the service shall find it active one day. */
  private static final LocalDate SUSPENDED_TO = LocalDate.of(2099, 12, 31);

  private static final PersonName OWNER = new PersonName("sample");

  private final List<Account> accounts;

  private SampleAccounts(List<Account> accounts) {
    this.accounts = List.copyOf(accounts);
  }

  /** The accounts that come with the service. */
  public static SampleAccounts shipped() {
    try (InputStream file = SampleAccounts.class.getResourceAsStream(FILE)) {
      if (file == null) {
        throw new IllegalStateException("The build left out " + FILE + ".");
      }
      var lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8)).lines();
      return new SampleAccounts(lines.skip(1).map(SampleAccounts::account).toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Account account(String line) {
    var cells = line.split(",", -1);
    if (cells.length != COLUMNS) {
      throw new IllegalStateException("A line of " + FILE + " has " + COLUMNS + " cells: " + line);
    }
    var status = AccountStatus.valueOf(cells[3]);
    return new Account(
        new AccountNumber(cells[0]),
        new Holder(Holder.Kind.BUSINESS, "Sample " + cells[0], "sample@example.invalid", OWNER),
        VehicleCondition.valueOf(cells[1]),
        List.of(new SchemeFrom(Scheme.valueOf(cells[2]), OPENED)),
        new AutoAccept(isOn(cells[4]), isOn(cells[5])),
        OPENED,
        null,
        status == AccountStatus.SUSPENDED
            ? List.of(new Suspension("NON_COMPLIANCE", OPENED, OPENED, SUSPENDED_TO))
            : List.of(),
        status == AccountStatus.CLOSED ? OPENED : null);
  }

  private static boolean isOn(String cell) {
    return switch (cell) {
      case "on" -> true;
      case "off" -> false;
      default -> throw new IllegalStateException("A switch in " + FILE + " is on or off.");
    };
  }

  /** All of them, in the order of their numbers. */
  public List<Account> all() {
    return accounts;
  }

  @Override
  public Optional<AccountFacts> facts(AccountNumber number) {
    return accounts.stream()
        .filter(account -> account.number().equals(number))
        .map(account -> account.factsOn(OPENED))
        .findFirst();
  }
}
