package nz.cleancar.notice;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Predicate;
import nz.cleancar.notice.PostedNotice.State;
import nz.cleancar.standard.AccountNumber;

/** Notices in memory; not for several threads. */
public final class InMemoryNotices implements Outbox, Unsent {

  private final Map<String, PostedNotice> posted = new TreeMap<>();
  private final Map<String, Instant> due = new TreeMap<>();

  @Override
  public boolean post(Notice notice) {
    if (posted.values().stream().anyMatch(each -> each.notice().once().equals(notice.once()))) {
      return false;
    }
    String id = "%026d".formatted(posted.size() + 1);
    posted.put(id, new PostedNotice(id, notice, Instant.EPOCH, State.WAITING, 0, "", null));
    due.put(id, Instant.EPOCH);
    return true;
  }

  @Override
  public List<PostedNotice> toHolderOf(AccountNumber account, Page page) {
    return page(
        page,
        each ->
            !each.notice().isToAgency()
                && each.notice().account().filter(account::equals).isPresent());
  }

  @Override
  public List<PostedNotice> in(State state, Page page) {
    return page(page, each -> each.state() == state);
  }

  @Override
  public List<PostedNotice> all(Page page) {
    return page(page, _ -> true);
  }

  private List<PostedNotice> page(Page page, Predicate<PostedNotice> wanted) {
    return posted.values().stream()
        .filter(wanted)
        .filter(each -> page.after().isEmpty() || each.id().compareTo(page.after()) < 0)
        .sorted(Comparator.comparing(PostedNotice::id).reversed())
        .limit(page.most())
        .toList();
  }

  @Override
  public List<Claim> claim(int most, Instant now, Duration lease, boolean agencys) {
    var claims = new ArrayList<Claim>();
    posted.values().stream()
        .filter(each -> each.state() == State.WAITING && !due(each.id()).isAfter(now))
        .filter(each -> agencys || !each.notice().isToAgency())
        .sorted(Comparator.comparing(each -> due(each.id())))
        .limit(most)
        .forEach(
            each ->
                claims.add(new Claim(each.id(), each.notice(), each.tries() + 1, now.plus(lease))));
    claims.forEach(claim -> set(claim, State.WAITING, claim.tries(), "", claim.until()));
    return claims;
  }

  private Instant due(String id) {
    return Objects.requireNonNull(due.get(id));
  }

  @Override
  public void sent(Claim claim, Instant at) {
    set(claim, State.SENT, claim.tries(), "", at);
  }

  @Override
  public void putOff(Claim claim, String why, Instant until) {
    set(claim, State.WAITING, claim.tries(), why, until);
  }

  @Override
  public void giveUp(Claim claim, String why) {
    set(claim, State.GIVEN_UP, claim.tries(), why, claim.until());
  }

  @Override
  public void release(Claim claim, Instant now) {
    set(claim, State.WAITING, claim.tries() - 1, "", now);
  }

  private void set(Claim claim, State state, int tries, String why, Instant dueAt) {
    var before = Objects.requireNonNull(posted.get(claim.id()));
    posted.put(
        claim.id(),
        new PostedNotice(
            claim.id(),
            before.notice(),
            before.postedAt(),
            state,
            tries,
            why,
            state == State.SENT ? dueAt : null));
    due.put(claim.id(), dueAt);
  }
}
