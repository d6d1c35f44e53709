package nz.cleancar.agency.store;

import io.micronaut.transaction.TransactionDefinition;
import io.micronaut.transaction.TransactionDefinition.Isolation;
import io.micronaut.transaction.TransactionDefinition.Propagation;
import io.micronaut.transaction.TransactionOperations;
import io.micronaut.transaction.support.DefaultTransactionDefinition;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.util.Objects;
import java.util.function.Supplier;
import nz.cleancar.agency.OneMoment;

/** A transaction that sees what was committed when it began. */
@Singleton
final class JdbcOneMoment implements OneMoment {

  private static final TransactionDefinition SNAPSHOT = snapshot();

  private final TransactionOperations<Connection> transactions;

  JdbcOneMoment(TransactionOperations<Connection> transactions) {
    this.transactions = transactions;
  }

  private static TransactionDefinition snapshot() {
    var snapshot = new DefaultTransactionDefinition(Propagation.REQUIRED);
    snapshot.setIsolationLevel(Isolation.REPEATABLE_READ);
    return snapshot;
  }

  @Override
  public <T> T read(Supplier<T> reading) {
    return Objects.requireNonNull(transactions.execute(SNAPSHOT, transaction -> reading.get()));
  }
}
