package nz.cleancar.scenario;

import java.util.List;
import java.util.function.Consumer;
import nz.cleancar.policy.Finding;
import nz.cleancar.policy.Policy;

/** Reads suites of one kind of file. */
public interface SuiteReader {

  /** Whether it reads files of this name. */
  boolean reads(String file);

  /**
   * Reads a file, case by case: however many there are, no more than one is held at a time.
   * Whatever the bytes are, they are read or refused; nothing in them is run or fetched.
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
   * @param findings everything that is wrong
   */
  record Contents(List<Suite> suites, List<Finding> findings) {
    public Contents {
      suites = List.copyOf(suites);
      findings = List.copyOf(findings);
    }
  }
}
