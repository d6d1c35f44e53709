package nz.cleancar.examples;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Collectors;
import nz.cleancar.ledger.Settled;
import nz.cleancar.standard.AccountNumber;
import nz.cleancar.standard.Grams;
import nz.cleancar.standard.Money;
import nz.cleancar.work.Attempt;
import nz.cleancar.work.Refusal;

/** What threads were told was done, counted beside the ledger. */
final class ThreadsTotals {

  final LongAdder earned = new LongAdder();
  final LongAdder used = new LongAdder();
  final LongAdder moneyUsed = new LongAdder();
  final LongAdder refunded = new LongAdder();
  private final Map<AccountNumber, LongAdder> credits = new ConcurrentHashMap<>();
  private final Map<AccountNumber, LongAdder> cents = new ConcurrentHashMap<>();
  private final Map<String, LongAdder> done = new ConcurrentHashMap<>();
  private final Map<String, Set<String>> refused = new ConcurrentHashMap<>();

  /** Notes that it was done or why not, and answers what was done. */
  <T> Optional<T> noted(String what, Attempt<T> attempt) {
    return switch (attempt) {
      case Attempt.Done<T>(T value) -> {
        done.computeIfAbsent(what, _ -> new LongAdder()).increment();
        yield Optional.of(value);
      }
      case Attempt.Refused<T>(var why) -> {
        why.forEach(refusal -> refused(what, refusal));
        yield Optional.empty();
      }
    };
  }

  void refused(String what, Refusal refusal) {
    refused.computeIfAbsent(what, _ -> ConcurrentHashMap.newKeySet()).add(refusal.code());
  }

  void settled(AccountNumber account, Settled settled) {
    earned.add(settled.creditsEarned().tenths());
    used.add(settled.creditsUsed().tenths());
    credits(account).add(settled.creditsEarned().tenths() - settled.creditsUsed().tenths());
    moneyUsed(account, settled.moneyUsed());
  }

  void moneyUsed(AccountNumber account, Money money) {
    moneyUsed.add(money.cents());
    cents(account).add(-money.cents());
  }

  void received(AccountNumber account, Money money) {
    cents(account).add(money.cents());
  }

  void refunded(AccountNumber account, Money money) {
    refunded.add(money.cents());
    cents(account).add(-money.cents());
  }

  void transferred(AccountNumber from, Grams moved, AccountNumber to, Grams received) {
    credits(from).add(-moved.tenths());
    credits(to).add(received.tenths());
  }

  long creditsOf(AccountNumber account) {
    return credits(account).sum();
  }

  long centsOf(AccountNumber account) {
    return cents(account).sum();
  }

  /** How often each kind of thing was done. */
  Map<String, Long> done() {
    return done.entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, each -> each.getValue().sum()));
  }

  /** Why each kind of thing was refused. */
  Map<String, Set<String>> refused() {
    return Map.copyOf(refused);
  }

  private LongAdder credits(AccountNumber account) {
    return credits.computeIfAbsent(account, _ -> new LongAdder());
  }

  private LongAdder cents(AccountNumber account) {
    return cents.computeIfAbsent(account, _ -> new LongAdder());
  }
}
