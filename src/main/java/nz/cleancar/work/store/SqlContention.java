package nz.cleancar.work.store;

import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import nz.cleancar.work.Contention;

/** Contention as PostgreSQL, H2 and the pool of connections tell of it. */
@Singleton
final class SqlContention implements Contention {

  // serialization failure, which H2 says of a deadlock too, and PostgreSQL's deadlock
  private static final Set<String> MET_OTHERS = Set.of("40001", "40P01");

  // lock not available, as PostgreSQL and H2 say it
  private static final Set<String> LOCK_TIMEOUT = Set.of("55P03", "HYT00");

  @Override
  public boolean caused(Throwable failure) {
    return metOthers(failure)
        || anyCause(failure, sql -> isIn(LOCK_TIMEOUT, sql))
        || anyCause(failure, SQLTransientConnectionException.class::isInstance);
  }

  /** Whether the database chose this work to be undone, so that others can go on. */
  static boolean metOthers(Throwable failure) {
    return anyCause(failure, sql -> isIn(MET_OTHERS, sql));
  }

  private static boolean isIn(Set<String> states, SQLException sql) {
    String state = sql.getSQLState();
    return state != null && states.contains(state);
  }

  private static boolean anyCause(Throwable failure, Predicate<SQLException> matches) {
    return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
        .anyMatch(cause -> cause instanceof SQLException sql && matches.test(sql));
  }
}
