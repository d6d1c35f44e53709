package nz.cleancar.vehicle;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import nz.cleancar.account.Account;
import nz.cleancar.decision.LoggedDecision;
import nz.cleancar.decision.Outcome.Reason;
import nz.cleancar.standard.AccountNumber;
import nz.cleancar.standard.Question;
import nz.cleancar.standard.VehicleCondition;

/**
 * What holds while records are worked on: accounts that are locked, and decisions that are in the
 * log already. What is asked for and not there is noted, and got before the work is done again. For
 * one piece of work.
 */
final class Circumstances {

  private final LocalDate today;
  private final Map<AccountNumber, Optional<Account>> accounts;
  private final Map<Question, LoggedDecision> decisions;
  private final Map<Mark, Reason> heldBack;
  private final Function<VehicleCondition, Setters> setters;
  private final Predicate<AccountNumber> exists;
  private final Map<VehicleCondition, Setters> knownSetters = new HashMap<>();
  private final Set<AccountNumber> lackingAccounts = new LinkedHashSet<>();
  private final Set<Question> lackingDecisions = new LinkedHashSet<>();

  /**
   * Which completions set a vehicle's legal date, as the policy says.
   *
   * @param kinds those that do, in their order
   * @param unsaid why it does not say of others, for each of them
   */
  record Setters(List<Completion.Kind> kinds, List<Reason> unsaid) {

    Setters {
      kinds = List.copyOf(kinds);
      unsaid = List.copyOf(unsaid);
    }
  }

  /**
   * What was got before the work.
   *
   * @param accounts the accounts that are locked; none where there is no such account
   * @param decisions decisions that were logged for this work, by their questions
   * @param heldBack vehicles that cannot be taken although their account would, and why
   */
  record Got(
      Map<AccountNumber, Optional<Account>> accounts,
      Map<Question, LoggedDecision> decisions,
      Map<Mark, Reason> heldBack) {}

  Circumstances(
      LocalDate today,
      Got got,
      Function<VehicleCondition, Setters> setters,
      Predicate<AccountNumber> exists) {
    this.today = today;
    this.accounts = got.accounts();
    this.decisions = got.decisions();
    this.heldBack = got.heldBack();
    this.setters = setters;
    this.exists = exists;
  }

  LocalDate today() {
    return today;
  }

  /** Which completions set the legal date of vehicles of the condition. */
  Setters setters(VehicleCondition condition) {
    return knownSetters.computeIfAbsent(condition, setters);
  }

  /** Whether there is an account of the number; it need not be locked. */
  boolean exists(AccountNumber number) {
    Optional<Account> locked = accounts.get(number);
    return locked == null ? exists.test(number) : locked.isPresent();
  }

  /** Whether the account of the number is locked, if there is one. Otherwise it is lacking. */
  boolean holds(AccountNumber number) {
    if (accounts.containsKey(number)) {
      return true;
    }
    lackingAccounts.add(number);
    return false;
  }

  /** The locked account, if there is one of the number. */
  Optional<Account> account(AccountNumber number) {
    return accounts.getOrDefault(number, Optional.empty());
  }

  /** The logged decision of the question. Where there is none, it is lacking. */
  Optional<LoggedDecision> decision(Question question) {
    Optional<LoggedDecision> made = Optional.ofNullable(decisions.get(question));
    if (made.isEmpty()) {
      lackingDecisions.add(question);
    }
    return made;
  }

  /** Why the vehicle cannot be taken although its account would, if it cannot. */
  Optional<Reason> heldBack(Mark mark) {
    return Optional.ofNullable(heldBack.get(mark));
  }

  /**
   * Goes on only if nothing was lacking.
   *
   * @throws Lacking if something was
   */
  void lacksNothing() {
    if (!lackingAccounts.isEmpty() || !lackingDecisions.isEmpty()) {
      throw new Lacking(lackingAccounts, lackingDecisions);
    }
  }

  /** Undoes the work until what it lacked was got. */
  static final class Lacking extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Set<AccountNumber> accounts;
    private final transient Set<Question> questions;

    Lacking(Set<AccountNumber> accounts, Set<Question> questions) {
      super("The work lacks accounts or decisions.", null, false, false);
      this.accounts = accounts;
      this.questions = questions;
    }

    Set<AccountNumber> accounts() {
      return accounts;
    }

    Set<Question> questions() {
      return questions;
    }
  }

  /** Undoes the work, which is then done again without taking this vehicle. */
  static final class HeldBack extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Mark mark;
    private final transient Reason why;

    HeldBack(Mark mark, Reason why) {
      super("A vehicle cannot be taken.", null, false, false);
      this.mark = mark;
      this.why = why;
    }

    Mark mark() {
      return mark;
    }

    Reason why() {
      return why;
    }
  }
}
