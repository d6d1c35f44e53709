package nz.cleancar.policy.xlsx;

import java.util.Optional;
import nz.cleancar.policy.table.Term;
import org.jspecify.annotations.Nullable;

/**
 * A column of a table.
 *
 * @param number its column on the sheet, counted from 1
 * @param term what it holds; none where the vocabulary does not know it, and in columns about rows
 */
record Column(int number, Role role, @Nullable Term term) {

  /** What a column is for. */
  enum Role {
    INPUT,
    OUTCOME,
    SOURCE,
    STANDING,
    NOTE
  }

  /** The term, unless it is unknown. */
  Optional<Term> known() {
    return Optional.ofNullable(term);
  }
}
