package nz.cleancar.account;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import nz.cleancar.account.AccountEvent.What;
import nz.cleancar.account.AccountEvents.Done;
import nz.cleancar.notice.Notice;
import nz.cleancar.notice.NoticeKind;
import nz.cleancar.notice.Outbox;
import nz.cleancar.security.Person;
import nz.cleancar.standard.AccountNumber;
import nz.cleancar.standard.NewZealand;
import nz.cleancar.work.AllOrNothing;
import nz.cleancar.work.Attempt;
import nz.cleancar.work.Refusal;

/**
 * How an account is changed: locked, in the hands of somebody who may, in a state that allows it,
 * and never without an event that says so.
 */
@Singleton
final class AccountWork {

  /** What the holder hears of by e-mail: what others did with the account. */
  private static final Set<What> TOLD =
      EnumSet.of(
          What.PERMISSIONS_GRANTED,
          What.PERSON_REMOVED,
          What.FLEET_AVERAGE_APPROVED,
          What.FLEET_AVERAGE_DECLINED,
          What.FLEET_AVERAGE_REVOKED,
          What.VERIFIED,
          What.VERIFICATION_DECLINED,
          What.VERIFICATION_LAPSED,
          What.SUSPENDED,
          What.SUSPENSION_LIFTED,
          What.CLOSED);

  private final AllOrNothing work;
  private final Access access;
  private final AccountBook book;
  private final AccountRules rules;
  private final AccountEvents events;
  private final Outbox outbox;
  private final NewZealand clock;

  AccountWork(
      AllOrNothing work,
      Access access,
      AccountBook book,
      AccountRules rules,
      AccountEvents events,
      Outbox outbox,
      NewZealand clock) {
    this.work = work;
    this.access = access;
    this.book = book;
    this.rules = rules;
    this.events = events;
    this.outbox = outbox;
    this.clock = clock;
  }

  LocalDate today() {
    return clock.today();
  }

  AccountRules rules() {
    return rules;
  }

  /** Why the person may not do it besides, unless they are the agency. */
  Optional<Refusal> lacking(Person person, Account account, Permission permission) {
    return person.isAgency() ? Optional.empty() : access.check(person, account, permission);
  }

  /** Changes an account for somebody who has the permission there, if its state allows it. */
  <T> Attempt<T> change(
      Person person, AccountNumber number, Needed needed, Function<Account, Attempt<T>> change) {
    return work.attempt(
        () ->
            access
                .locked(person, number, needed.permission())
                .then(account -> rules.allowing(account, needed.operation(), today()))
                .then(change));
  }

  /** Changes an account for the agency. */
  <T> Attempt<T> changeByAgency(
      Person person, AccountNumber number, Function<Account, Attempt<T>> change) {
    return work.attempt(() -> access.lockedByAgency(person, number).then(change));
  }

  /** Keeps the account as it is now, and what was done with it. */
  Account keep(Account account, Done done) {
    book.keep(account);
    return tell(account, done);
  }

  /**
   * Keeps the account whose notices go to another address as it is now, and what was done with it;
   * both addresses are told.
   */
  Account keepReaddressed(Account account, String formerEmail, Done done) {
    book.keep(account);
    long number = events.append(account.number(), done, clock.now());
    post(account, number, letter(account, formerEmail, done), " former");
    post(account, number, letter(account, account.holder().email(), done), "");
    return account;
  }

  /** Keeps what was done with the account, and tells the holder what others did. */
  Account tell(Account account, Done done) {
    long number = events.append(account.number(), done, clock.now());
    if (TOLD.contains(done.what())) {
      post(account, number, letter(account, account.holder().email(), done), "");
    }
    return account;
  }

  private void post(Account account, long event, Notice.Letter letter, String which) {
    outbox.post(
        Notice.toHolder(
            NoticeKind.ACCOUNT,
            account.number(),
            letter,
            "account %s event %d%s".formatted(account.number(), event, which)));
  }

  private static Notice.Letter letter(Account account, String to, Done done) {
    String what = done.what().name().replace('_', ' ').toLowerCase(Locale.ROOT);
    var text = new StringBuilder();
    text.append(
        "CO2 account %s, %s: %s.".formatted(account.number(), account.holder().name(), what));
    if (!done.detail().isEmpty()) {
      text.append("\n\n").append(done.detail());
    }
    if (!done.reason().isEmpty()) {
      text.append("\n\nReason: ").append(done.reason());
    }
    return new Notice.Letter(
        to, "CO2 account %s: %s".formatted(account.number(), what), text.toString());
  }

  /**
   * What a change needs.
   *
   * @param permission what the person must be allowed in the account
   * @param operation what the state of the account must allow
   */
  record Needed(Permission permission, Operation operation) {}
}
