package nz.cleancar.vehicle;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import nz.cleancar.account.Account;
import nz.cleancar.account.AccountBook;
import nz.cleancar.decision.DecisionLog.Idempotency;
import nz.cleancar.decision.Decisions;
import nz.cleancar.decision.LoggedDecision;
import nz.cleancar.decision.Outcome;
import nz.cleancar.decision.Outcome.Reason;
import nz.cleancar.decision.Rulings;
import nz.cleancar.decision.Unruled;
import nz.cleancar.policy.table.Value;
import nz.cleancar.standard.AccountNumber;
import nz.cleancar.standard.NewZealand;
import nz.cleancar.standard.Question;
import nz.cleancar.standard.VehicleCondition;
import nz.cleancar.vehicle.Circumstances.Got;
import nz.cleancar.vehicle.Circumstances.HeldBack;
import nz.cleancar.vehicle.Circumstances.Lacking;
import nz.cleancar.vehicle.Circumstances.Setters;
import nz.cleancar.vehicle.VehicleBook.Overtaken;
import nz.cleancar.work.AllOrNothing;

/**
 * Does work that rests on decisions. Each decision is in the log before the work that applies it,
 * and the work holds the accounts that it was made for: where an account or a record changed
 * meanwhile, the work is undone, decided again and done again.
 */
@Singleton
final class Deciding {

  private static final int MOST_ROUNDS = 200;
  private static final int MOST_REMEMBERED = 100_000;

  private final AllOrNothing work;
  private final AccountBook accounts;
  private final Decisions decisions;
  private final Rulings rulings;
  private final NewZealand newZealand;
  private final Set<AccountNumber> known = ConcurrentHashMap.newKeySet();

  Deciding(
      AllOrNothing work,
      AccountBook accounts,
      Decisions decisions,
      Rulings rulings,
      NewZealand newZealand) {
    this.work = work;
    this.accounts = accounts;
    this.decisions = decisions;
    this.rulings = rulings;
    this.newZealand = newZealand;
  }

  /**
   * Does the work, which must be the outermost and may be done several times before it counts.
   *
   * @param first accounts that are locked from the start; others as they turn out to be needed
   * @throws nz.cleancar.decision.LogIsFull if a decision cannot be logged; nothing was done
   */
  <T> T work(Collection<AccountNumber> first, Function<Circumstances, T> toDo) {
    return rounds(
        first,
        circumstances ->
            work.run(
                () -> {
                  var now = circumstances.get();
                  T done = toDo.apply(now);
                  now.lacksNothing();
                  return done;
                }));
  }

  /**
   * Does what is asked for, which does its work itself and looks at the circumstances within it.
   * What they lack is got outside the work, which is then done again; so no connection is held
   * while decisions are logged.
   */
  <T> T rounds(Collection<AccountNumber> first, Function<Supplier<Circumstances>, T> request) {
    var numbers = new TreeSet<>(java.util.Comparator.comparing(AccountNumber::value));
    numbers.addAll(first);
    var made = new HashMap<Question, LoggedDecision>();
    var heldBack = new HashMap<Mark, Reason>();
    for (int round = 1; ; round++) {
      try {
        return request.apply(() -> circumstances(numbers, made, heldBack));
      } catch (Lacking lacking) {
        numbers.addAll(lacking.accounts());
        made.putAll(decided(lacking.questions()));
      } catch (HeldBack held) {
        heldBack.put(held.mark(), held.why());
      } catch (Overtaken overtaken) {
        if (round >= MOST_ROUNDS) {
          throw overtaken;
        }
      }
    }
  }

  /** What holds today, for whoever only looks: nothing is locked and nothing logged. */
  Circumstances looking() {
    return new Circumstances(
        newZealand.today(), new Got(Map.of(), Map.of(), Map.of()), this::setters, this::exists);
  }

  /** What the live policy would decide. Nothing is kept. */
  Outcome whatIf(Question question) {
    return decisions.decide(question).decision().outcome();
  }

  private Circumstances circumstances(
      Set<AccountNumber> numbers, Map<Question, LoggedDecision> made, Map<Mark, Reason> heldBack) {
    var locked =
        new TreeMap<AccountNumber, Optional<Account>>(
            java.util.Comparator.comparing(AccountNumber::value));
    for (AccountNumber number : numbers) {
      locked.put(number, accounts.lock(number));
    }
    return new Circumstances(
        newZealand.today(), new Got(locked, made, heldBack), this::setters, this::exists);
  }

  /** An account that was opened once is there forever. */
  private boolean exists(AccountNumber number) {
    if (known.contains(number)) {
      return true;
    }
    boolean exists = accounts.find(number).isPresent();
    if (exists) {
      if (known.size() >= MOST_REMEMBERED) {
        known.clear();
      }
      known.add(number);
    }
    return exists;
  }

  private Setters setters(VehicleCondition condition) {
    var kinds = new ArrayList<Completion.Kind>();
    var unsaid = new ArrayList<Reason>();
    for (Completion.Kind kind : Completion.Kind.values()) {
      try {
        if (setsLegalDate(condition, kind)) {
          kinds.add(kind);
        }
      } catch (Unruled lacking) {
        unsaid.add(lacks(lacking));
      }
    }
    return new Setters(kinds, unsaid);
  }

  private boolean setsLegalDate(VehicleCondition condition, Completion.Kind kind) {
    return rulings
        .on(
            "legal-date",
            Map.of(
                "condition", new Value.Word(condition.name()),
                "completionEvent", new Value.Word(kind.name())))
        .yes("setsLegalDate");
  }

  /** What the policy lacks, as a reason that a record keeps. */
  static Reason lacks(Unruled lacking) {
    return new Reason(
        "undecided",
        Course.cut(lacking.reasons().stream().map(Reason::says).collect(Collectors.joining(" "))));
  }

  /** The live policy's decisions of the questions, once all of them are in the log. */
  private Map<Question, LoggedDecision> decided(Set<Question> questions) {
    var made = new HashMap<Question, LoggedDecision>();
    var kept = new ArrayList<CompletableFuture<?>>(questions.size());
    for (Question question : questions) {
      LoggedDecision decision = decisions.decide(question);
      made.put(question, decision);
      kept.add(decisions.keep(decision, new Idempotency.None()).toCompletableFuture());
    }
    all(kept);
    return made;
  }

  private static void all(List<CompletableFuture<?>> kept) {
    try {
      CompletableFuture.allOf(kept.toArray(CompletableFuture[]::new)).join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw e;
    }
  }
}
