package nz.cleancar.scenario;

import java.util.List;
import nz.cleancar.policy.table.Vocabulary;

/** Writes a suite as a file that {@link SuiteReader} reads again as it was. */
public interface SuiteWriter {

  /** Whether it writes files of this name. */
  boolean writes(String file);

  /**
   * The file.
   *
   * @param suite what it is called
   * @param scenarios its cases; what all of them are given goes to the top
   * @param vocabulary whose headings it uses
   */
  byte[] write(Suite suite, List<Scenario> scenarios, Vocabulary vocabulary);
}
