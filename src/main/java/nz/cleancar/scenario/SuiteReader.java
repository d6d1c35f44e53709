package nz.cleancar.scenario;

import java.util.List;
import java.util.function.Consumer;
import nz.cleancar.policy.Finding;
import nz.cleancar.policy.Place;
import nz.cleancar.policy.Policy;

/** Reads suites of one kind of file. */
public interface SuiteReader {

  /** Whether it reads files of this name. */
  boolean reads(String file);

  /**
   * Reads a file and hands its cases on one by one. A workbook is read row by row, however many
   * there are; a YAML file is held as a whole, within its limits. Whatever the bytes are, they are
   * read or refused; nothing in them is run or fetched.
   *
   * @param file the name of the file, for findings
   * @param content the file
   * @param policy whose vocabulary the columns are of, and whose rows may be named
   * @param cases takes each case that has nothing wrong, in the order of the file
   */
  Contents read(String file, byte[] content, Policy policy, Consumer<Scenario> cases);

  /**
   * What was in the file.
   *
   * @param suites the suites, in their order
   * @param ids where the id of each of them stands, in the same order
   * @param findings everything that is wrong
   */
  record Contents(List<Suite> suites, List<Place> ids, List<Finding> findings) {
    public Contents {
      suites = List.copyOf(suites);
      ids = List.copyOf(ids);
      findings = List.copyOf(findings);
    }
  }
}
