package nz.cleancar.ledger.transfer;

import jakarta.inject.Singleton;
import java.util.Optional;
import nz.cleancar.account.Access;
import nz.cleancar.account.Account;
import nz.cleancar.account.AccountBook;
import nz.cleancar.account.Permission;
import nz.cleancar.ledger.Credits;
import nz.cleancar.ledger.Ledger;
import nz.cleancar.ledger.transfer.Transfer.Agreed;
import nz.cleancar.ledger.transfer.Transfer.Declined;
import nz.cleancar.ledger.transfer.Transfer.Offered;
import nz.cleancar.ledger.transfer.Transfer.Withdrawn;
import nz.cleancar.security.Person;
import nz.cleancar.standard.AccountNumber;
import nz.cleancar.standard.Grams;
import nz.cleancar.standard.NewZealand;
import nz.cleancar.work.AllOrNothing;
import nz.cleancar.work.Attempt;
import nz.cleancar.work.Refusal;
import nz.cleancar.work.UniqueIds;

/**
 * Transfers of credits: both holders agree, each through somebody with the permission to transfer
 * credits in their account (NZTA, Credits, charges and payments). An offer stands until it is
 * answered or withdrawn; no source lets it lapse.
 */
@Singleton
public final class Transfers {

  private final Access access;
  private final AccountBook accounts;
  private final TransferBook book;
  private final TransferRules rules;
  private final Credits credits;
  private final Ledger ledger;
  private final AllOrNothing work;
  private final UniqueIds ids;
  private final NewZealand clock;

  Transfers(
      Access access,
      AccountBook accounts,
      TransferBook book,
      TransferRules rules,
      Credits credits,
      Ledger ledger,
      AllOrNothing work,
      UniqueIds ids,
      NewZealand clock) {
    this.access = access;
    this.accounts = accounts;
    this.book = book;
    this.rules = rules;
    this.credits = credits;
    this.ledger = ledger;
    this.work = work;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * Offers credits of one account to another. What would be refused if it were agreed to now is
   * refused at once; what is then agreed goes by the policy of that day.
   */
  public Attempt<Transfer> offer(
      Person person, AccountNumber from, AccountNumber to, Grams offered) {
    return work.attempt(
        () -> {
          if (from.equals(to)) {
            return Attempt.refused(
                Refusal.invalid(
                    "same-account", "Credits go to another account; name that one as `to`."));
          }
          if (access.isStranger(person, from)) {
            return Attempt.refused(Access.unknown(from));
          }
          boolean isToFirst = to.value().compareTo(from.value()) < 0;
          Optional<Account> first = isToFirst ? accounts.lock(to) : Optional.empty();
          return access
              .locked(person, from, Permission.TRANSFER_CREDITS)
              .then(
                  giving ->
                      offer(person, giving, to, isToFirst ? first : accounts.lock(to), offered));
        });
  }

  @SuppressWarnings("OptionalUsedAsFieldOrParameterType") // what the book answered, handed on
  private Attempt<Transfer> offer(
      Person person, Account from, AccountNumber to, Optional<Account> receiving, Grams offered) {
    if (receiving.isEmpty()) {
      return Attempt.refused(
          Refusal.unknown("no-such-account", "There is no account %s to offer to.".formatted(to)));
    }
    if (offered.compareTo(Grams.ZERO) <= 0 || !rules.isCounted(offered)) {
      return Attempt.refused(
          Refusal.invalid(
              "whole-credits",
              "Credits are transferred in whole ones, so %s cannot be offered."
                  .formatted(offered)));
    }
    Terms terms = rules.on(clock.today(), from, receiving.get(), offered);
    return allowed(terms)
        .then(_ -> enough(from, offered))
        .map(
            _ -> {
              var now = clock.now();
              var transfer =
                  new Transfer(
                      new TransferId(ids.next(now)),
                      from.number(),
                      to,
                      offered,
                      person.name(),
                      now,
                      new Offered());
              book.add(transfer);
              return transfer;
            });
  }

  /**
   * Agrees to an offer for the receiving account: the credits move now, or not at all. Agreeing
   * again changes nothing.
   */
  public Attempt<Transfer> agree(Person person, TransferId id) {
    return work.attempt(
        () ->
            locked(person, id)
                .then(
                    both ->
                        permitted(person, both.to())
                            .then(
                                _ ->
                                    switch (both.transfer().state()) {
                                      case Offered _ -> agree(person, both);
                                      case Agreed _ -> Attempt.done(both.transfer());
                                      case Declined _, Withdrawn _ -> over(both.transfer());
                                    })));
  }

  private Attempt<Transfer> agree(Person person, Both both) {
    Transfer offer = both.transfer();
    Terms terms = rules.on(clock.today(), both.from(), both.to(), offer.offered());
    return allowed(terms)
        .then(
            _ ->
                credits.transfer(
                    new Credits.Transfer(
                        offer.id().value(),
                        offer.from(),
                        offer.to(),
                        terms.moved(),
                        terms.received())))
        .map(
            _ -> {
              var agreed = offer.with(new Agreed(person.name(), clock.now(), terms));
              book.keep(agreed);
              return agreed;
            });
  }

  /**
   * Ends an offer that stands: somebody of the giving account withdraws it, somebody of the
   * receiving account declines it. Ending it again changes nothing.
   */
  public Attempt<Transfer> end(Person person, TransferId id) {
    return work.attempt(() -> locked(person, id).then(both -> end(person, both)));
  }

  private Attempt<Transfer> end(Person person, Both both) {
    boolean isGivers = permitted(person, both.from()) instanceof Attempt.Done<Account>;
    Attempt<Account> side = permitted(person, isGivers ? both.from() : both.to());
    return side.then(
        _ ->
            switch (both.transfer().state()) {
              case Offered _ -> {
                var now = clock.now();
                var ended =
                    both.transfer()
                        .with(
                            isGivers
                                ? new Withdrawn(person.name(), now)
                                : new Declined(person.name(), now));
                book.keep(ended);
                yield Attempt.done(ended);
              }
              case Agreed _ -> over(both.transfer());
              case Declined _, Withdrawn _ -> Attempt.done(both.transfer());
            });
  }

  /** A transfer and its accounts, all held until the work ends. */
  private record Both(Transfer transfer, Account from, Account to) {}

  private Attempt<Both> locked(Person person, TransferId id) {
    Optional<Transfer> found = book.find(id).filter(transfer -> hasPart(person, transfer));
    if (found.isEmpty()) {
      return Attempt.refused(TransferRecords.unknown(id));
    }
    AccountNumber from = found.get().from();
    AccountNumber to = found.get().to();
    boolean isFromFirst = from.value().compareTo(to.value()) < 0;
    Account first = accounts.lock(isFromFirst ? from : to).orElseThrow();
    Account second = accounts.lock(isFromFirst ? to : from).orElseThrow();
    return Attempt.done(
        new Both(
            book.find(id).orElseThrow(),
            isFromFirst ? first : second,
            isFromFirst ? second : first));
  }

  private boolean hasPart(Person person, Transfer transfer) {
    return !access.isStranger(person, transfer.from()) || !access.isStranger(person, transfer.to());
  }

  private Attempt<Account> permitted(Person person, Account account) {
    return access
        .check(person, account, Permission.TRANSFER_CREDITS)
        .map(Attempt::<Account>refused)
        .orElseGet(() -> Attempt.done(account));
  }

  private static Attempt<Terms> allowed(Terms terms) {
    if (!terms.allowed()) {
      return Attempt.refused(Refusal.refused(terms.code(), terms.says()));
    }
    return terms.moved().equals(Grams.ZERO)
        ? Attempt.refused(
            Refusal.refused(
                "no-whole-set",
                "Of %s credits none would move, for they make no whole set."
                    .formatted(terms.kept())))
        : Attempt.done(terms);
  }

  private Attempt<Account> enough(Account from, Grams needed) {
    Grams held = ledger.balances(from.number()).credits();
    return held.compareTo(needed) >= 0
        ? Attempt.done(from)
        : Attempt.refused(
            Refusal.refused(
                "credits-needed",
                "Account %s holds %s credits, and the transfer takes %s."
                    .formatted(from.number(), held, needed)));
  }

  private static Attempt<Transfer> over(Transfer transfer) {
    return Attempt.refused(
        Refusal.refused(
            "transfer-over",
            "Transfer %s is %s; what became of it is final."
                .formatted(transfer.id(), transfer.state().word())));
  }
}
