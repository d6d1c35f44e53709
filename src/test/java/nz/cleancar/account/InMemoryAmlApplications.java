package nz.cleancar.account;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nz.cleancar.standard.AccountNumber;

/** Applications to be verified, forgotten when the test ends. */
final class InMemoryAmlApplications implements AmlApplications {

  private final List<AmlApplication> all = new ArrayList<>();
  private final Map<AccountNumber, LocalDate> lapsed = new HashMap<>();

  @Override
  public void add(AmlApplication application) {
    all.add(application);
  }

  @Override
  public void answer(AmlApplication answered) {
    all.replaceAll(each -> each.id().equals(answered.id()) ? answered : each);
  }

  @Override
  public void lapse(AccountNumber account, LocalDate day) {
    lapsed.put(account, day);
  }

  Optional<LocalDate> lapsed(AccountNumber account) {
    return Optional.ofNullable(lapsed.get(account));
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
    var applied = all.stream().filter(each -> !each.appliedOn().isAfter(day)).toList();
    long verified = answered(applied, day, true);
    long declined = answered(applied, day, false);
    return new Counts(verified, applied.size() - verified - declined, declined);
  }

  private static long answered(List<AmlApplication> applied, LocalDate day, boolean verified) {
    return applied.stream()
        .flatMap(each -> each.answered().stream())
        .filter(answer -> !answer.on().isAfter(day) && answer.verified() == verified)
        .count();
  }
}
