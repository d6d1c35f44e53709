package nz.cleancar.work.store;

import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import nz.cleancar.work.AllOrNothing;
import nz.cleancar.work.Attempt;
import nz.cleancar.work.Refusal;

/** One transaction for each piece of work; work inside work joins it. */
@Singleton
final class JdbcAllOrNothing implements AllOrNothing {

  private static final int MOST_TRIES = 8;

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
      } catch (Exception e) { // transactions let through what the database throws, as it is
        if (!isOutermost || tries == MOST_TRIES || !SqlContention.metOthers(e)) {
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
