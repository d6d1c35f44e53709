package nz.cleancar.account;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import nz.cleancar.account.AccountEvent.What;
import nz.cleancar.account.AccountEvents.Done;
import nz.cleancar.account.AccountWork.Needed;
import nz.cleancar.decision.Rulings;
import nz.cleancar.policy.table.Value;
import nz.cleancar.security.Person;
import nz.cleancar.standard.AccountNumber;
import nz.cleancar.standard.AutoAccept;
import nz.cleancar.work.Attempt;
import nz.cleancar.work.Refusal;

/**
 * Changes the details of accounts: name, e-mail address and the auto-accept switches. Whether the
 * account is still verified afterwards is said by the policy.
 */
@Singleton
public final class AccountDetails {

  private static final Needed NEEDED = new Needed(Permission.EDIT_DETAILS, Operation.EDIT_DETAILS);

  private final AccountWork accounts;
  private final AmlApplications verifications;
  private final Rulings rulings;

  AccountDetails(AccountWork accounts, AmlApplications verifications, Rulings rulings) {
    this.accounts = accounts;
    this.verifications = verifications;
    this.rulings = rulings;
  }

  /** A detail that was changed; the policy has a word of this name. */
  private enum Detail {
    NAME,
    EMAIL,
    AUTO_ACCEPT
  }

  /** What can be changed of an account. */
  public record Details(String name, String email, AutoAccept autoAccept) {

    static Details of(Account account) {
      return new Details(account.holder().name(), account.holder().email(), account.autoAccept());
    }
  }

  /** Changes details; the switches are for the owner alone (NZTA, CCS update of March 2023). */
  public Attempt<Account> change(
      Person person, AccountNumber number, UnaryOperator<Details> change) {
    return accounts.change(
        person,
        number,
        NEEDED,
        account -> {
          Details before = Details.of(account);
          Details after = change.apply(before);
          if (!after.autoAccept().equals(before.autoAccept())
              && !person.name().equals(account.holder().owner())) {
            return Attempt.refused(
                Refusal.forbidden(
                    "owner-only",
                    "Auto-accept is turned on and off by the account's owner, %s, alone."
                        .formatted(account.holder().owner())));
          }
          return Attempt.done(
              after.equals(before) ? account : changed(person, account, before, after));
        });
  }

  private Account changed(Person person, Account account, Details before, Details after) {
    Holder holder = account.holder();
    Account changed =
        account
            .with(new Holder(holder.kind(), after.name(), after.email(), holder.owner()))
            .with(after.autoAccept());
    var done = new Done(What.DETAILS_CHANGED, differences(before, after), person.name(), "");
    Account kept =
        after.email().equals(before.email())
            ? accounts.keep(changed, done)
            : accounts.keepReaddressed(changed, holder.email(), done);
    return lapses(kept, details(before, after)) ? lapsed(kept, person) : kept;
  }

  private static Set<Detail> details(Details before, Details after) {
    var changed = EnumSet.noneOf(Detail.class);
    if (!after.name().equals(before.name())) {
      changed.add(Detail.NAME);
    }
    if (!after.email().equals(before.email())) {
      changed.add(Detail.EMAIL);
    }
    if (!after.autoAccept().equals(before.autoAccept())) {
      changed.add(Detail.AUTO_ACCEPT);
    }
    return changed;
  }

  private boolean lapses(Account account, Set<Detail> changed) {
    return account.verified().isPresent()
        && changed.stream()
            .anyMatch(
                detail ->
                    rulings
                        .on("details-change", Map.of("changedDetail", Value.of(detail.name())))
                        .yes("verificationLapses"));
  }

  private Account lapsed(Account account, Person person) {
    verifications.lapse(account.number(), accounts.today());
    return accounts.keep(
        account.unverified(),
        new Done(
            What.VERIFICATION_LAPSED,
            "The details that it was verified with changed: apply for verification again.",
            person.name(),
            ""));
  }

  private static String differences(Details before, Details after) {
    List<String> said = new ArrayList<>();
    say(said, "Name", before.name(), after.name());
    say(said, "E-mail", before.email(), after.email());
    say(
        said,
        "Auto-accept at or below target",
        onOff(before.autoAccept().atOrBelowTarget()),
        onOff(after.autoAccept().atOrBelowTarget()));
    say(
        said,
        "Auto-accept above target",
        onOff(before.autoAccept().aboveTarget()),
        onOff(after.autoAccept().aboveTarget()));
    return String.join(" ", said);
  }

  private static void say(List<String> said, String what, String before, String after) {
    if (!before.equals(after)) {
      said.add("%s: %s, was %s.".formatted(what, after, before));
    }
  }

  private static String onOff(boolean on) {
    return on ? "on" : "off";
  }
}
