package nz.cleancar.publishing;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * Files that are to change a policy.
 *
 * @param reason why, for whoever approves
 * @param files new or changed files by their path, for example {@code
 *     decision-tables/charge-rates.xlsx}
 * @param removed the paths of files that are to be gone
 */
public record Submission(String reason, Map<String, byte[]> files, Set<String> removed) {

  public Submission {
    files = Map.copyOf(new HashMap<>(files));
    removed = Set.copyOf(removed);
  }
}
