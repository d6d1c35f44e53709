package nz.cleancar.account;

import java.time.LocalDate;
import java.util.List;
import nz.cleancar.security.PersonName;
import nz.cleancar.standard.AccountNumber;
import nz.cleancar.standard.AutoAccept;
import nz.cleancar.standard.Scheme;
import nz.cleancar.standard.VehicleCondition;

/** Accounts for tests, opened on 1 December 2022. */
public final class ATestAccount {

  /** The day that they were opened. */
  public static final LocalDate OPENED = LocalDate.of(2022, 12, 1);

  /** The owner of every one. */
  public static final PersonName OWNER = new PersonName("olive");

  private ATestAccount() {}

  /** An account in the scheme from its opening. */
  public static Account of(
      String number, VehicleCondition condition, Scheme scheme, AutoAccept autoAccept) {
    return new Account(
        new AccountNumber(number),
        new Holder(Holder.Kind.BUSINESS, "Kiwi Imports", "office@kiwi.example", OWNER),
        condition,
        List.of(new SchemeFrom(scheme, OPENED)),
        autoAccept,
        OPENED,
        null,
        List.of(),
        null);
  }

  /** A pay as you go account for used vehicles, with its switches off. */
  public static Account payAsYouGo(String number) {
    return of(number, VehicleCondition.USED, Scheme.PAYG, new AutoAccept(false, false));
  }
}
