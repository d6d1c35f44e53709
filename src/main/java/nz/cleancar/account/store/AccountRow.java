package nz.cleancar.account.store;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import nz.cleancar.standard.AccountFacts;
import nz.cleancar.standard.AccountNumber;
import nz.cleancar.standard.AccountStatus;
import nz.cleancar.standard.AutoAccept;
import nz.cleancar.standard.Scheme;
import nz.cleancar.standard.VehicleCondition;

/** A row of the table {@code account}. */
@MappedEntity("account")
record AccountRow(
    @Id String number,
    VehicleCondition condition,
    Scheme scheme,
    AccountStatus status,
    boolean autoAcceptsAtOrBelowTarget,
    boolean autoAcceptsAboveTarget) {

  static AccountRow from(AccountFacts account) {
    return new AccountRow(
        account.number().value(),
        account.condition(),
        account.scheme(),
        account.status(),
        account.autoAccept().atOrBelowTarget(),
        account.autoAccept().aboveTarget());
  }

  AccountFacts toAccountFacts() {
    return new AccountFacts(
        new AccountNumber(number),
        condition,
        scheme,
        status,
        new AutoAccept(autoAcceptsAtOrBelowTarget, autoAcceptsAboveTarget));
  }
}
