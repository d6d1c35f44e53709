package nz.cleancar.agency;

import io.micronaut.context.ApplicationContext;
import nz.cleancar.account.AmlApplications;
import nz.cleancar.ledger.LedgerRules;

/** Reports on a service's database, under the rules that a test gives. */
public final class TestReports {

  private TestReports() {}

  public static GoLiveReports of(ApplicationContext service, LedgerRules rules) {
    return new GoLiveReports(
        service.getBean(LedgerSums.class),
        service.getBean(LedgerMovements.class),
        rules,
        service.getBean(AmlApplications.class),
        service.getBean(ContactLog.class),
        service.getBean(OneMoment.class));
  }
}
