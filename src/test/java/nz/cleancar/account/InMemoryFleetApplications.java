package nz.cleancar.account;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nz.cleancar.standard.AccountNumber;

/** Applications for fleet average, forgotten when the test ends. */
final class InMemoryFleetApplications implements FleetApplications {

  private final List<FleetApplication> all = new ArrayList<>();

  @Override
  public void add(FleetApplication application) {
    all.add(application);
  }

  @Override
  public void answer(FleetApplication answered) {
    all.replaceAll(each -> each.id().equals(answered.id()) ? answered : each);
  }

  @Override
  public Optional<FleetApplication> open(AccountNumber account) {
    return of(account).stream().filter(each -> each.answered().isEmpty()).findFirst();
  }

  @Override
  public List<FleetApplication> of(AccountNumber account) {
    return all.stream().filter(each -> each.account().equals(account)).toList();
  }

  @Override
  public List<FleetApplication> open(String afterId, int most) {
    return all.stream()
        .filter(each -> each.answered().isEmpty() && each.id().compareTo(afterId) > 0)
        .limit(most)
        .toList();
  }
}
