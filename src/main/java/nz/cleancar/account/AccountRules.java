package nz.cleancar.account;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import nz.cleancar.decision.Rulings;
import nz.cleancar.policy.table.Value;
import nz.cleancar.work.Attempt;
import nz.cleancar.work.Refusal;

/** What the live policy says of the states of accounts. */
@Singleton
public final class AccountRules {

  private final Rulings rulings;

  public AccountRules(Rulings rulings) {
    this.rulings = rulings;
  }

  /** Why the state that the account is in on the day does not allow it, if it does not. */
  public Optional<Refusal> allows(Account account, Operation operation, LocalDate day) {
    var ruling =
        rulings.on(
            "account-operation",
            Map.of(
                "accountStatus",
                new Value.Word(account.statusOn(day).name()),
                "accountOperation",
                new Value.Word(operation.name())));
    return ruling.yes("operationAllowed")
        ? Optional.empty()
        : Optional.of(
            Refusal.refused(ruling.word("operationCode"), ruling.word("operationReason")));
  }

  /** The account, if the state that it is in on the day allows it. */
  public Attempt<Account> allowing(Account account, Operation operation, LocalDate day) {
    return allows(account, operation, day)
        .map(Attempt::<Account>refused)
        .orElseGet(() -> Attempt.done(account));
  }
}
