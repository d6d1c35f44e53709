package nz.cleancar.decision.store;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.Optional;

/** Reads the table {@code decision_log}. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface DecisionRows extends GenericRepository<DecisionRow, String> {

  Optional<DecisionRow> findById(String id);

  Optional<DecisionRow> findByIdempotencyKey(String idempotencyKey);

  /** Ids are ULIDs, so their order is that of the moments. */
  @Query("select * from decision_log order by id desc limit :most")
  List<DecisionRow> recent(int most);
}
