package nz.cleancar.work.store;

import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import nz.cleancar.work.AllOrNothing;
import nz.cleancar.work.Attempt;
import nz.cleancar.work.Refusal;

/** One transaction for each piece of work; work inside work joins it. */
@Singleton
final class JdbcAllOrNothing implements AllOrNothing {

  private static final int MOST_TRIES = 8;

  // serialization failure, deadlock, lock not available; H2's deadlock and lock timeout
  private static final Set<String> MET_OTHERS = Set.of("40001", "40P01", "55P03", "HYT00");

  private final TransactionOperations<Connection> transactions;

  JdbcAllOrNothing(TransactionOperations<Connection> transactions) {
    this.transactions = transactions;
  }

  @Override
  public <T> T run(Supplier<T> work) {
    boolean isOutermost = transactions.findTransactionStatus().isEmpty();
    for (int tries = 1; ; tries++) {
      try {
        return Objects.requireNonNull(transactions.executeWrite(transaction -> work.get()));
      } catch (RuntimeException e) {
        if (!isOutermost || tries == MOST_TRIES || !metOthers(e)) {
          throw e;
        }
      }
    }
  }

  @Override
  public <T> Attempt<T> attempt(Supplier<Attempt<T>> work) {
    try {
      return run(
          () ->
              switch (work.get()) {
                case Attempt.Done<T> done -> done;
                case Attempt.Refused<T>(List<Refusal> why) -> throw new Undone(why);
              });
    } catch (Undone undone) {
      if (transactions.findTransactionStatus().isPresent()) {
        throw undone;
      }
      return Attempt.refused(undone.why);
    }
  }

  private static boolean metOthers(Throwable thrown) {
    return Stream.iterate(thrown, Objects::nonNull, Throwable::getCause)
        .anyMatch(
            cause -> cause instanceof SQLException sql && MET_OTHERS.contains(sql.getSQLState()));
  }

  /** Carries a refusal out of the transaction that it undoes. */
  private static final class Undone extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Refusal> why;

    Undone(List<Refusal> why) {
      super("The work was refused.", null, false, false);
      this.why = why;
    }
  }
}
