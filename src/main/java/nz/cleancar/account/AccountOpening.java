package nz.cleancar.account;

import jakarta.inject.Singleton;
import java.util.EnumSet;
import nz.cleancar.account.AccountBook.Opening;
import nz.cleancar.account.AccountEvent.What;
import nz.cleancar.account.AccountEvents.Done;
import nz.cleancar.account.AccountPeople.AccountPerson;
import nz.cleancar.security.Person;
import nz.cleancar.security.Role;
import nz.cleancar.standard.VehicleCondition;
import nz.cleancar.work.AllOrNothing;
import nz.cleancar.work.Attempt;
import nz.cleancar.work.Refusal;

/** Opens accounts (Land Transport Act 1998, s 189): pay as you go, always. */
@Singleton
public final class AccountOpening {

  private final AllOrNothing work;
  private final AccountBook book;
  private final AccountPeople people;
  private final AccountWork accounts;

  AccountOpening(AllOrNothing work, AccountBook book, AccountPeople people, AccountWork accounts) {
    this.work = work;
    this.book = book;
    this.people = people;
    this.accounts = accounts;
  }

  /**
   * Opens an account, whose owner has all permissions in it: an importer for themselves, the agency
   * for anybody.
   */
  public Attempt<Account> open(Person opener, Holder holder, VehicleCondition condition) {
    if (!opener.isAgency()) {
      if (!opener.roles().contains(Role.IMPORTER)) {
        return Attempt.refused(
            Refusal.forbidden(
                "not-an-importer", "Importers open accounts, and the agency for them."));
      }
      if (!holder.owner().equals(opener.name())) {
        return Attempt.refused(
            Refusal.forbidden(
                "another-owner", "Only the agency opens an account that somebody else owns."));
      }
    }
    return work.attempt(() -> Attempt.done(opened(opener, holder, condition)));
  }

  private Account opened(Person opener, Holder holder, VehicleCondition condition) {
    var account = Account.opened(book.nextNumber(), holder, condition, accounts.today());
    return switch (book.open(account)) {
      case Opening.Opened _ -> {
        people.put(
            new AccountPerson(account.number(), holder.owner(), EnumSet.allOf(Permission.class)));
        yield accounts.tell(
            account,
            new Done(What.OPENED, "For %s vehicles.".formatted(condition), opener.name(), ""));
      }
      case Opening.NumberTaken(var number) ->
          throw new IllegalStateException("The number " + number + " was given out before.");
    };
  }
}
