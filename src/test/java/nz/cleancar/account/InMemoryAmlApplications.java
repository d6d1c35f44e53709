package nz.cleancar.account;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nz.cleancar.standard.AccountNumber;

/** Applications to be verified, forgotten when the test ends. */
final class InMemoryAmlApplications implements AmlApplications {

  private final List<AmlApplication> all = new ArrayList<>();

  @Override
  public void add(AmlApplication application) {
    all.add(application);
  }

  @Override
  public void answer(AmlApplication answered) {
    all.replaceAll(each -> each.id().equals(answered.id()) ? answered : each);
  }

  @Override
  public Optional<AmlApplication> open(AccountNumber account) {
    return of(account).stream().filter(each -> each.answered().isEmpty()).findFirst();
  }

  @Override
  public List<AmlApplication> of(AccountNumber account) {
    return all.stream().filter(each -> each.account().equals(account)).toList();
  }

  @Override
  public List<AmlApplication> open(String afterId, int most) {
    return all.stream()
        .filter(each -> each.answered().isEmpty() && each.id().compareTo(afterId) > 0)
        .limit(most)
        .toList();
  }

  @Override
  public Counts asOf(LocalDate day) {
    throw new UnsupportedOperationException("Databases count.");
  }
}
